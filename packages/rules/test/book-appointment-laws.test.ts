import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instantFromMillis, millisFromInstant } from "../src/calendar/zones.js";
import { bookAppointment } from "../src/desk/appointments/book-appointment.js";
import type { BookAppointmentInput, BookingFacts } from "../src/desk/appointments/booking-input.js";
import type { BookingPlan } from "../src/desk/appointments/booking-plan.js";
import { bookable } from "../src/desk/appointments/clinic.fixture.js";
import { findSlots, type FindSlotsInput } from "../src/desk/appointments/find-slots.js";
import { anySearch } from "./any-search.js";

const channels = ["reception", "contact-centre", "website", "practitioner"] as const;
const known = { noNullPrototype: true, requiredKeys: [] };

/** Facts of which any may be unknown. */
const anyFacts: fc.Arbitrary<BookingFacts> = fc.record(
  {
    request: fc.record({ channel: fc.constantFrom(...channels) }, known),
    visit: fc.record({ kind: fc.constantFrom("first", "repeat"), emergency: fc.boolean() }, known),
    patient: fc.record({ documentsAccepted: fc.boolean(), registeredInMis: fc.boolean() }, known),
  },
  known,
);

const anyBooking: fc.Arbitrary<BookAppointmentInput> = fc
  .tuple(anySearch, fc.oneof(anyFacts, fc.constant(bookable)))
  .map(([search, facts]) => ({ ...search, facts }));

const searchOf = ({ at, schedule, wish }: BookAppointmentInput): FindSlotsInput => ({ at, schedule, wish });

/** Plans of every kind, fresh ones and answers to a choice: any slot there is, free or refused. */
const anyPlan: fc.Arbitrary<readonly [BookAppointmentInput, BookingPlan]> = fc
  .tuple(anyBooking, fc.option(fc.nat(), { nil: undefined }))
  .map(([input, choice]) => {
    const { slots, refused } = findSlots(searchOf(input));
    const ids = [
      ...slots,
      ...refused.filter(({ reasons }) => !reasons.includes("slot-in-the-past")).map(({ slot }) => slot),
    ];
    const chosen = choice === undefined ? undefined : ids[choice % ids.length]?.id;
    const asked = { ...input, chosen };
    return [asked, bookAppointment(asked)] as const;
  });

const millis = (instant: string): number => millisFromInstant(instant) ?? NaN;

describe("bookAppointment", () => {
  it("confirms what it offered at any later moment before the slot starts, slot and all", () => {
    let confirmed = 0;
    fc.assert(
      fc.property(
        anySearch,
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (search, share) => {
          const input = { ...search, facts: bookable };
          const plan = bookAppointment(input);
          if (plan.action !== "book-slot") return;
          confirmed += 1;
          const [from, to] = [millis(plan.offer.offeredAt), millis(plan.slot.startsAt)];
          const at = instantFromMillis(from + Math.floor((to - from) * share));
          const offered = JSON.parse(JSON.stringify(plan.offer)) as typeof plan.offer;
          expect(bookAppointment({ ...input, at, offered })).toMatchObject({
            action: "book-slot",
            agreed: true,
            changed: [],
            slot: plan.slot,
          });
        },
      ),
      { numRuns: 300 },
    );
    expect(confirmed).toBeGreaterThan(20);
  });

  it("never books or offers a slot that findSlots refuses", () => {
    fc.assert(
      fc.property(anyPlan, ([input, plan]) => {
        if (plan.action !== "book-slot") return;
        const free = findSlots(searchOf(input)).slots.map(({ id }) => id);
        expect(free).toContain(plan.slot.id);
        expect(plan.alternatives.every(({ id }) => free.includes(id))).toBe(true);
        if (plan.agreed) expect(plan.slot.id).toBe(input.chosen);
      }),
    );
  });

  it("says of a choice that it is not booked, and never books another one silently", () => {
    fc.assert(
      fc.property(anyPlan, ([input, plan]) => {
        if (input.chosen === undefined || plan.action !== "book-slot") return;
        expect(plan.agreed).toBe(plan.slot.id === input.chosen);
        expect(plan.changed.length > 0).toBe(!plan.agreed);
      }),
    );
  });

  it("never puts an emergency on the waitlist", () => {
    fc.assert(
      fc.property(anyBooking, (input) => {
        const facts = { ...input.facts, visit: { ...input.facts.visit, emergency: true } };
        expect(bookAppointment({ ...input, facts }).action).toBe("admit-immediately");
      }),
    );
  });

  it("books nothing on the website for a repeat visit", () => {
    fc.assert(
      fc.property(anyBooking, (input) => {
        const facts = {
          ...input.facts,
          request: { channel: "website" },
          visit: { ...input.facts.visit, kind: "repeat" },
        } as const;
        expect(bookAppointment({ ...input, facts }).action).not.toBe("book-slot");
      }),
    );
  });

  it("makes the same plan of the same input", () => {
    fc.assert(
      fc.property(anyPlan, ([input, plan]) => {
        expect(JSON.stringify(bookAppointment(structuredClone(input)))).toBe(JSON.stringify(plan));
      }),
    );
  });
});
