import { adapterContract, outletUnderTest, type AdapterUnderTest } from "@guichet/sync/testing";
import { expect, it } from "vitest";
import { bookVisit, type VisitToBook } from "./book-visit.js";
import { simulateVisits } from "./simulated-visits.js";
import { visitsFeed } from "./visits-feed.js";

const visitsUnderTest: AdapterUnderTest = {
  name: "visits",
  start: ({ clock }) => {
    const { fetch, faults, journal, visits, book, put } = simulateVisits(clock);
    let count = 0;
    const slot = (practitioner = `practitioner-${count % 7}`): VisitToBook => ({
      practitioner,
      startsAt: new Date(Date.UTC(2026, 10, 23) + (count += 1) * 1_800_000).toISOString(),
    });
    const wish = (payload: VisitToBook) => {
      const reference = `reference-${count}`;
      return {
        intent: { id: reference, tenant: "clinic", kind: "visits.book" as const, reference, payload },
        effects: () => journal.entries.filter((entry) => entry.visit.reference === reference).length,
        forestall: () => void book(payload, null),
      };
    };
    return {
      faults,
      canaries: ["no personal field in this one"],
      outlets: [
        outletUnderTest({
          outlet: bookVisit(fetch),
          write: { method: "POST" },
          next: () => wish(slot()),
          hopeless: () => wish(slot("")),
        }),
      ],
      feeds: [
        {
          feed: visitsFeed(fetch),
          truth: () => [...visits.values()].map(({ id, state }) => ({ remoteId: id, status: state })),
          stir: () => {
            const [oldest] = visits.values();
            if (count % 3 === 2 && oldest !== undefined) put({ ...oldest, state: "cancelled" });
            book(slot(), null);
          },
        },
      ],
    };
  },
};

const checks = await adapterContract(visitsUnderTest);

it.each(checks.map(({ name, run }) => [name, run] as const))("%s", async (_, run) => {
  await expect(run()).resolves.toBeUndefined();
});
