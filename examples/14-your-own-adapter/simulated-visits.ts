import type { Clock } from "@guichet/sync";
import { Faults, fetchWithFaults, Journal } from "@guichet/sync/simulator";
import { Hono } from "hono";
import type { VisitToBook } from "./book-visit.js";
import type { Visit } from "./visits-client.js";

/** What the platform does as far as we know it, with a journal that is the truth. */
export function simulateVisits(clock: Clock) {
  const visits = new Map<string, Visit>();
  const journal = new Journal<{ readonly visit: Visit }>(clock);
  let version = 0;

  const put = (changed: Omit<Visit, "version">): Visit => {
    const stored = { ...changed, version: (version += 1) };
    visits.set(stored.id, stored);
    journal.record({ visit: stored });
    return stored;
  };
  const book = ({ practitioner, startsAt }: VisitToBook, reference: string | null): Visit | undefined => {
    const isTaken = [...visits.values()].some(
      (other) =>
        other.state === "booked" && other.practitioner === practitioner && other.startsAt === startsAt,
    );
    if (isTaken) return undefined;
    return put({ id: `v${visits.size + 1}`, reference, practitioner, startsAt, state: "booked" });
  };

  const app = new Hono();
  app.post("/visits", async (context) => {
    const { reference, ...wish } = await context.req.json<VisitToBook & { reference: string }>();
    if (wish.practitioner === "") return context.json({}, 422);
    const made = book(wish, reference);
    return made === undefined ? context.json({}, 409) : context.json(made, 201);
  });
  app.get("/visits", (context) => {
    const { reference, after = "0" } = context.req.query();
    const all = [...visits.values()].sort((left, right) => left.version - right.version);
    if (reference !== undefined) {
      return context.json({ visits: all.filter((one) => one.reference === reference) });
    }
    const later = all.filter((one) => one.version > Number(after));
    return context.json({ visits: later.slice(0, 100), more: later.length > 100 });
  });

  const faults = new Faults();
  return { fetch: fetchWithFaults(app, faults, clock), faults, journal, visits, book, put };
}
