import * as fc from "fast-check";
import { entryStates } from "./entry-states.js";
import { at, entryNamed, slotNamed, zone } from "./waitlist.fixture.js";

// Few values of each kind, so that most slots suit somebody and most people want the same ones.
const specialty = fc.constantFrom("dermatology", "dermatology", "dermatology", "cosmetology");
const practitioner = fc.constantFrom("practitioner-1", "practitioner-2");
const day = fc.constantFrom("2026-03-01", "2026-03-02", "2026-03-03", "2026-03-04", "2026-03-05" as const);
const minutes = fc.constantFrom(15, 30, 30, 45);
const slotIds = ["a", "b", "c", "d", "e", "f", "g"];

const wish = fc.record({
  priority: fc.integer({ min: -1, max: 1 }),
  madeAt: fc.constantFrom("2026-02-20T06:00:00Z", "2026-02-20T09:00:00+03:00", "2026-02-21T06:00Z"),
  specialty,
  practitioner: fc.oneof(fc.constant("any"), practitioner),
  from: fc.constantFrom("2026-03-01", "2026-03-03" as const),
  to: fc.constantFrom("2026-03-03", "2026-03-05" as const),
  weekdays: fc.subarray(["sunday", "monday", "tuesday", "wednesday", "thursday"] as const, { minLength: 2 }),
  earliestTime: fc.constantFrom("08:00", "10:00" as const),
  latestTime: fc.constantFrom("10:01", "13:00" as const),
  durationMinutes: minutes,
  refusedSlots: fc.subarray(slotIds, { maxLength: 2 }),
});
const waiting = { arbitrary: fc.constant({ state: "waiting" as const }), weight: 4 };
const standing = fc.oneof(
  waiting,
  fc
    .tuple(fc.constantFrom(...entryStates), fc.constantFrom(...slotIds))
    .map(([state, slot]) => ({ state, ...(["proposed", "booked"].includes(state) ? { slot } : {}) })),
);
const entries = fc
  .array(fc.tuple(wish, standing), { maxLength: 7 })
  .map((drawn) => drawn.map(([one, where], index) => entryNamed(`entry-${index}`, { ...one, ...where })))
  .filter((list) => {
    const held = list.filter(({ state }) => state === "proposed").map(({ slot }) => slot);
    return new Set(held).size === held.length;
  });
const slots = fc.uniqueArray(fc.constantFrom(...slotIds), { maxLength: 7 }).chain((ids) =>
  fc.tuple(
    ...ids.map((id) =>
      fc
        .record({
          specialty,
          practitioner,
          day,
          time: fc.constantFrom("08:30", "10:00", "10:00", "12:00" as const),
          durationMinutes: minutes,
          free: fc.constantFrom(true, true, true, false),
        })
        .map((drawn) => slotNamed(id, drawn)),
    ),
  ),
);
/** Small waitlists in which people compete. */
export const arbitraryWaitlist = fc.record({ at: fc.constant(at), zone: fc.constant(zone), entries, slots });
