import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { weekdays } from "../src/calendar/civil-day.js";
import { clockAt, millisFromInstant, momentsAt } from "../src/calendar/zones.js";
import { decide } from "../src/engine/decide.js";
import { policyFromJson, type Policy } from "../src/language/policy.js";
import { waitlistOffer } from "../src/policies/index.js";
import { ada, clinicOf, wish } from "../src/desk/appointments/clinic.fixture.js";
import { findByLoop } from "../src/desk/appointments/find-by-loop.fixture.js";
import { findSlots, type FindSlotsInput } from "../src/desk/appointments/find-slots.js";
import { lookForSlots, type SlotsFound } from "../src/desk/appointments/look-for-slots.js";
import { searchFor } from "../src/desk/appointments/search.js";
import { mutantsOf } from "../src/testing/mutants-of.js";
import { anySearch } from "./any-search.js";
import { slotReasons, type Slot } from "../src/desk/appointments/slot.js";

const plain = (found: SlotsFound): unknown => JSON.parse(JSON.stringify(found));
/** For wishes that say everything: what a loop would have to make up otherwise. */
function expectSameAsLoop(policy: Policy, numRuns: number): void {
  fc.assert(
    fc.property(anySearch, (input) => {
      const { earliestTime = "08:00", latestTime = "18:00", ...others } = input.wish;
      const wish = { ...others, weekdays: input.wish.weekdays ?? weekdays, earliestTime, latestTime };
      const asked = { ...input, wish };
      expect(plain(lookForSlots(searchFor(asked), policy))).toEqual(findByLoop(asked, policy));
    }),
    { numRuns },
  );
}

type Json = ReturnType<typeof JSON.parse>;

const millis = (instant: string): number => millisFromInstant(instant) ?? NaN;
const everySlot = (input: FindSlotsInput): readonly (readonly [Slot, readonly string[]])[] => {
  const { slots, refused } = findSlots(input);
  return [
    ...slots.map(({ group: _, ...slot }) => [slot, []] as const),
    ...refused.map(({ slot, reasons }) => [slot, reasons] as const),
  ];
};

describe("findSlots", () => {
  it("answers what a plain loop over all slots answers", () => {
    fc.assert(
      fc.property(anySearch, (input) => {
        expect(plain(findSlots(input))).toEqual(findByLoop(input, waitlistOffer));
      }),
      { numRuns: 300 },
    );
  });

  it("answers what the loop answers for each policy that differs in one condition of the wish", () => {
    const ofWish = /"WL-2-(practitioner|from|to|weekday|earliest|latest)"/u;
    const changed = [...mutantsOf(waitlistOffer)].filter(({ where }) => ofWish.test(where));
    expect(changed.length).toBeGreaterThan(20);
    for (const { policy } of changed) expectSameAsLoop(policy, 15);
  });

  it("answers what the loop answers for a policy with another page, on which facts of the slot go together", () => {
    const policy: Json = JSON.parse(JSON.stringify(waitlistOffer));
    delete policy.laws;
    for (const inForceFrom of ["2026-03-29", "2026-10-25"]) {
      const page: Json = { ...structuredClone(policy.editions[0]), inForceFrom };
      const first = { fact: "slot.day", operator: "equal", value: { fact: "entry.from" } };
      const early = { fact: "slot.time", operator: "lessThan", value: "12:00" };
      page.tables[1].cases.push({ id: "OURS", when: { all: [first, early] }, then: ["outside-hours"] });
      policy.editions.push(page);
    }
    expectSameAsLoop(policyFromJson(JSON.stringify(policy)), 300);
  });

  it("refuses a slot for the reasons the policy waitlist-offer has, where it has a word for them", () => {
    const policyWords: readonly string[] = waitlistOffer.decisions.refusals.values;
    fc.assert(
      fc.property(anySearch, (input) => {
        const { at, schedule, wish } = input;
        const now = clockAt(millis(at), schedule.zone);
        for (const [slot, reasons] of everySlot(input)) {
          // In an hour that comes twice the policy has the clock's word only, and findSlots knows the moment.
          if (momentsAt(slot, schedule.zone).length > 1 && slot.day === now.day) continue;
          const decision = decide(waitlistOffer, {
            offer: now,
            entry: {
              specialty: "dentistry",
              practitioner: wish.practitioner,
              from: wish.from,
              to: wish.to,
              weekdays: wish.weekdays ?? weekdays,
              earliestTime: wish.earliestTime ?? "00:00",
              latestTime: wish.latestTime ?? "23:59",
              durationMinutes: slot.durationMinutes,
              state: "waiting",
            },
            slot: {
              specialty: slot.specialty,
              practitioner: slot.practitioner,
              day: slot.day,
              time: slot.time,
              durationMinutes: slot.durationMinutes,
              free: !reasons.includes("slot-not-free"),
            },
          });
          expect(reasons.filter((reason) => policyWords.includes(reason))).toEqual(
            decision.outcome?.refusals,
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  it("gives every slot once: free and in the order of the wish, or refused with its reasons", () => {
    fc.assert(
      fc.property(anySearch, (input) => {
        const { slots, refused } = findSlots(input);
        const ids = [...slots, ...refused.map(({ slot }) => slot)].map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const { reasons } of refused) {
          expect(reasons.length).toBeGreaterThan(0);
          expect(slotReasons.filter((reason) => reasons.includes(reason))).toEqual(reasons);
        }
        const order = input.wish.days ?? ["same-day", "next-day", "other-day"];
        const rank = (group: string): number => order.findIndex((one) => one === group);
        slots.forEach((slot, index) => {
          const next = slots[index + 1];
          if (!next) return;
          const [left, right] = [rank(slot.group), rank(next.group)];
          expect(left).toBeLessThanOrEqual(right);
          if (left < right) return;
          expect(`${slot.day} ${slot.startsAt} ${slot.id}` < `${next.day} ${next.startsAt} ${next.id}`).toBe(
            true,
          );
        });
      }),
    );
  });

  it("gives no two slots of a practitioner that overlap, and none that overlaps an appointment", () => {
    fc.assert(
      fc.property(anySearch, (input) => {
        for (const { id, appointments = [] } of input.schedule.practitioners) {
          const taken = [
            ...findSlots(input).slots.filter(({ practitioner }) => practitioner === id),
            ...appointments,
          ];
          const inOrder = taken.sort((left, right) => millis(left.startsAt) - millis(right.startsAt));
          inOrder.forEach(({ startsAt, durationMinutes }, index) => {
            const next = inOrder[index + 1];
            if (next)
              expect(millis(startsAt) + durationMinutes * 60_000).toBeLessThanOrEqual(millis(next.startsAt));
          });
        }
      }),
    );
  });

  it("shows on every slot what a clock of the clinic shows at its moment", () => {
    fc.assert(
      fc.property(anySearch, (input) => {
        for (const [{ startsAt, day, time }] of everySlot(input)) {
          expect(clockAt(millis(startsAt), input.schedule.zone)).toEqual({ day, time });
        }
      }),
    );
  });

  it("answers the same whatever the order of the lists", () => {
    fc.assert(
      fc.property(anySearch, (input) => {
        const practitioners = input.schedule.practitioners.toReversed().map((one) => ({
          ...one,
          workingHours: one.workingHours.toReversed(),
          appointments: one.appointments?.toReversed(),
        }));
        expect(findSlots({ ...input, schedule: { ...input.schedule, practitioners } })).toEqual(
          findSlots(input),
        );
      }),
    );
  });

  it("loses no slot to time that passes but those that have started", () => {
    fc.assert(
      fc.property(anySearch, fc.integer({ min: 0, max: 24 * 60 }), (input, minutes) => {
        const search = { ...input, wish: { ...input.wish, days: undefined } };
        const later = new Date(millis(input.at) + minutes * 60_000).toISOString();
        const ids = (at: string) => findSlots({ ...search, at }).slots.map(({ id }) => id);
        const left = findSlots(search).slots.filter(({ startsAt }) => millis(startsAt) > millis(later));
        expect(new Set(ids(later))).toEqual(new Set(left.map(({ id }) => id)));
      }),
    );
  });
});

describe("the zone of the machine", () => {
  const zoneOfMachine = process.env["TZ"];
  afterEach(() => {
    if (zoneOfMachine === undefined) delete process.env["TZ"];
    else process.env["TZ"] = zoneOfMachine;
  });

  it("changes nothing", () => {
    const schedule = clinicOf(
      {
        ...ada,
        workingHours: [{ weekdays, from: "00:00", to: "24:00" }],
        absences: [{ from: "2026-10-26", to: "2026-10-26" }],
      },
      { zone: "Europe/Paris" },
    );
    const input = {
      at: "2026-10-24T12:00Z",
      schedule,
      wish: { ...wish, from: "2026-10-24", to: "2026-10-27" },
    } as const;
    const answers = ["UTC", "Europe/Paris", "Europe/Moscow", "Pacific/Kiritimati"].map((zone) => {
      process.env["TZ"] = zone;
      expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
      return JSON.stringify(findSlots(input));
    });
    expect(new Set(answers).size).toBe(1);
  });
});
