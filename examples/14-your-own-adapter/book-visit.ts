import type { Fetch, Found, Intent, Outlet, Sent } from "@guichet/sync";
import { notDoneByFailure, notDoneByStatus } from "@guichet/sync/http";
import * as z from "zod";
import { ask, visit, visitsUrl, type Reply } from "./visits-client.js";

export interface VisitToBook {
  readonly practitioner: string;
  readonly startsAt: string;
}

type BookVisit = Intent<"visits.book", VisitToBook>;

export function bookVisit(fetch: Fetch): Outlet<"visits.book", VisitToBook> {
  const find = async ({ reference }: BookVisit, signal: AbortSignal): Promise<Found> => {
    const reply = await ask(fetch, new Request(visitsUrl({ reference }), { signal }));
    const read = z.object({ visits: z.array(visit) }).safeParse("body" in reply ? reply.body : undefined);
    // Not being able to look proves nothing.
    if (!read.success)
      return { outcome: "unknown", code: "failure" in reply ? reply.failure.code : "answer-unexpected" };
    const [found] = read.data.visits;
    return found === undefined
      ? { outcome: "absent" }
      : { outcome: "found", remoteId: found.id, version: String(found.version) };
  };

  return {
    kind: "visits.book",
    capabilities: {
      idempotencyKeys: false,
      searchByReference: true,
      versions: false,
      // The platform promised to drop a request that took longer.
      requestLifeSeconds: 60,
    },
    find,
    send: async (intent, signal): Promise<Sent> => {
      const body = JSON.stringify({ ...intent.payload, reference: intent.reference });
      const headers = { "content-type": "application/json" };
      const sent = judge(
        await ask(fetch, new Request(visitsUrl(), { method: "POST", headers, body, signal })),
      );
      if (sent.outcome !== "conflict") return sent;
      // A line that sends a request twice brings the refusal of the second one.
      const found = await find(intent, signal);
      if (found.outcome === "absent") return sent;
      return found.outcome === "found" ? { ...found, outcome: "done" } : found;
    },
  };
}

function judge(reply: Reply): Sent {
  if ("failure" in reply) return notDoneByFailure(reply.failure);
  if (reply.status < 200 || reply.status > 299) return notDoneByStatus(reply.status, reply.afterSeconds);
  const made = visit.safeParse(reply.body);
  if (made.success) return { outcome: "done", remoteId: made.data.id, version: String(made.data.version) };
  return { outcome: "unknown", code: "answer-unexpected" };
}
