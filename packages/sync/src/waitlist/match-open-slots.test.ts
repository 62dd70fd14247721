import { fc, test } from "@fast-check/vitest";
import { clockAt, instantFromMillis, millisFromInstant } from "@guichet/rules/calendar";
import { matchWaitlist, type Slot } from "@guichet/rules/desk";
import { describe, expect, it } from "vitest";
import { matchOpenSlots, type OpenSlots, type WaitingEntry } from "./match-open-slots.js";

const zone = "Europe/Moscow";
const at = "2026-03-02T08:00:00+03:00";

const services = { "check-up": 30, treatment: 60 } as const;

/** A slot some half hours after nine in Moscow. */
function slotAt(practitioner: string, service: keyof typeof services, halfHours: number): Slot {
  const millis = Date.UTC(2026, 2, 2, 6) + halfHours * 1_800_000;
  const startsAt = instantFromMillis(millis);
  const { day, time } = clockAt(millis, zone);
  const common = { practitioner, service, specialty: "dentistry", durationMinutes: services[service] };
  return { id: `${practitioner}@${startsAt}`, startsAt, day, time, ...common };
}

const waiting: WaitingEntry = {
  id: "entry-1",
  service: "check-up",
  specialty: "dentistry",
  practitioner: "any",
  from: "2026-03-02",
  to: "2026-03-02",
  weekdays: ["monday"],
  earliestTime: "00:00",
  latestTime: "23:59",
  durationMinutes: 30,
  state: "waiting",
  priority: 0,
  madeAt: "2026-03-01T09:00:00+03:00",
  passedSlots: [],
};

const idsOf = (open: Partial<OpenSlots>): readonly (readonly [string, string])[] =>
  matchOpenSlots({ at, zone, entries: [], slots: [], ...open }).map(({ entry, slot }) => [entry.id, slot.id]);

const nine = slotAt("ada", "check-up", 0);
const half = slotAt("ada", "check-up", 1);

describe("whom to call about a free slot", () => {
  it("proposes overlapping slots of two services to one person only", () => {
    const treatment = { ...waiting, id: "entry-0", service: "treatment", durationMinutes: 60 };
    const slots = [nine, half, slotAt("ada", "treatment", 0)];
    expect(idsOf({ entries: [treatment, waiting], slots })).toEqual([["entry-0", nine.id]]);
    expect(idsOf({ entries: [{ ...treatment, priority: -1 }, waiting], slots })).toEqual([
      ["entry-1", nine.id],
    ]);
  });

  it("calls others first about a slot for which somebody was not reached", () => {
    const passed = { ...waiting, id: "entry-0", passedSlots: [nine.id] };
    expect(idsOf({ entries: [passed, waiting], slots: [nine] })).toEqual([["entry-1", nine.id]]);
    expect(idsOf({ entries: [passed, waiting], slots: [nine, half] })).toEqual([
      ["entry-0", half.id],
      ["entry-1", nine.id],
    ]);
  });

  it("calls somebody who was not reached again when nobody else can use the slot", () => {
    expect(idsOf({ entries: [{ ...waiting, passedSlots: [nine.id] }], slots: [nine] })).toEqual([
      ["entry-1", nine.id],
    ]);
  });

  it("never proposes a slot again to who turned it down", () => {
    expect(idsOf({ entries: [{ ...waiting, refusedSlots: [nine.id] }], slots: [nine] })).toEqual([]);
  });

  const arbitraryOpen = fc
    .record({
      entries: fc.uniqueArray(
        fc.record({
          id: fc.constantFrom("a", "b", "c", "d", "e"),
          service: fc.constantFrom(...(Object.keys(services) as (keyof typeof services)[])),
          practitioner: fc.constantFrom("any", "ada", "ben"),
          priority: fc.integer({ min: 0, max: 1 }),
          madeAt: fc.constantFrom(
            "2026-03-01T09:00:00+03:00",
            "2026-03-01T06:00:00Z",
            "2026-03-01T10:00:00+03:00",
          ),
          earliestTime: fc.constantFrom("00:00", "09:30", "10:00") as fc.Arbitrary<"00:00">,
          refusedSlots: fc.subarray([nine.id, half.id]),
        }),
        { selector: ({ id }) => id },
      ),
      slots: fc.uniqueArray(
        fc
          .tuple(
            fc.constantFrom("ada", "ben"),
            fc.constantFrom(...(Object.keys(services) as (keyof typeof services)[])),
            fc.integer({ min: 0, max: 4 }),
          )
          .map((parts) => slotAt(...parts)),
        { selector: ({ id, service }) => `${id} ${service}` },
      ),
    })
    .map(({ entries, slots }) => ({
      at,
      zone,
      slots,
      entries: entries.map((entry) => ({ ...waiting, ...entry, durationMinutes: services[entry.service] })),
    }));

  test.prop([arbitraryOpen])(
    "gives each in turn the earliest slot that overlaps none given before",
    (open) => {
      expect(matchOpenSlots(open).map(({ entry, slot }) => [entry.id, slot.id])).toEqual(oneByOne(open));
    },
  );
});

/** The same, asked for one entry at a time. */
function oneByOne({ entries, slots, ...moment }: OpenSlots): readonly (readonly [string, string])[] {
  const millisOf = (instant: string): number => millisFromInstant(instant) ?? 0;
  const meets = (left: Slot, right: Slot): boolean =>
    left.practitioner === right.practitioner &&
    millisOf(left.startsAt) < millisOf(right.startsAt) + right.durationMinutes * 60_000 &&
    millisOf(right.startsAt) < millisOf(left.startsAt) + left.durationMinutes * 60_000;
  const inTurn = entries.toSorted(
    (left, right) =>
      right.priority - left.priority ||
      millisOf(left.madeAt) - millisOf(right.madeAt) ||
      (left.id < right.id ? -1 : 1),
  );
  const given: (readonly [string, Slot])[] = [];
  for (const { passedSlots, service, ...entry } of inTurn) {
    expect(passedSlots).toEqual([]);
    const free = slots.filter(
      (slot) => slot.service === service && !given.some(([, other]) => meets(slot, other)),
    );
    const listed = free.map(({ id, specialty, practitioner, day, time, durationMinutes }) => {
      return { id, specialty, practitioner, day, time, durationMinutes, free: true };
    });
    const [proposal] = matchWaitlist({ ...moment, entries: [entry], slots: listed }).proposals;
    const slot = free.find(({ id }) => id === proposal?.slot);
    if (slot) given.push([entry.id, slot]);
  }
  return given.map(([id, slot]) => [id, slot.id]);
}
