import { describe, expectTypeOf, it } from "vitest";
import { appointmentBooking, type AppointmentBooking } from "../../policies/appointment-booking/policy.js";
import { amend } from "../../verify/amendment/amend.js";
import { amendmentFromJson } from "../../verify/amendment/define-amendment.js";
import type { WaitlistEntry, WaitlistSlot } from "../waitlist/waitlist-input.js";
import { bookAppointment } from "./book-appointment.js";
import type { BookAppointmentInput } from "./booking-input.js";
import type { WaitlistDraft } from "./booking-plan.js";
import type { Locale } from "../../language/locale.js";
import { tellPatient } from "./tell-patient.js";
import { findSlots } from "./find-slots.js";
import type { FoundSlot } from "./slot.js";

declare const input: BookAppointmentInput;

describe("a plan is typed by its action", () => {
  it("has a slot only where one is booked or offered", () => {
    const plan = bookAppointment(input);
    // @ts-expect-error not every plan has a slot
    void plan.slot;
    if (plan.action === "book-slot") expectTypeOf(plan.slot.startsAt).toExtend<string>();
    if (plan.action === "add-to-waitlist") expectTypeOf(plan.entry).toEqualTypeOf<WaitlistDraft>();
  });

  it("has changed nothing where the patient agreed", () => {
    const plan = bookAppointment(input);
    if (plan.action === "book-slot" && plan.agreed) expectTypeOf(plan.changed).toEqualTypeOf<readonly []>();
  });

  it("can be handed back only as it was offered", () => {
    const plan = bookAppointment(input);
    if (plan.action !== "book-slot") return;
    bookAppointment({ ...input, offered: plan.offer });
    // @ts-expect-error an offer is more than its slot
    bookAppointment({ ...input, offered: plan.slot });
  });
});

describe("a policy that a clinic amended", () => {
  it("plans as the issued one does, and its lists may have more", () => {
    const policy = amend(appointmentBooking, amendmentFromJson("{}"));
    const plan = bookAppointment(input, { policy });
    expectTypeOf(plan).toEqualTypeOf(bookAppointment(input, { policy: appointmentBooking }));
    if (plan.action === "admit-immediately")
      expectTypeOf<"call-a-neighbour">().toExtend<(typeof plan.alsoDo)[number]>();
    // @ts-expect-error there is no such action
    void (plan.action === "call-a-neighbour");
    expectTypeOf(tellPatient).toBeCallableWith(plan, {} as Locale<AppointmentBooking>);
  });
});

describe("what is asked", () => {
  it("leaves to the task what the task finds itself", () => {
    // @ts-expect-error the day of the request follows from the moment
    bookAppointment({ ...input, facts: { request: { on: "2026-03-02" } } });
    // @ts-expect-error the free slots follow from the schedule
    bookAppointment({ ...input, facts: { slots: { freeOnWantedDays: 1 } } });
    // @ts-expect-error a channel is one the policy names
    bookAppointment({ ...input, facts: { request: { channel: "fax" } } });
    // @ts-expect-error a kind of day is one of three
    findSlots({ ...input, wish: { ...input.wish, days: ["today"] } });
    // @ts-expect-error the moment is never left out
    findSlots({ schedule: input.schedule, wish: input.wish });
  });
});

describe("what is found", () => {
  it("goes on the waitlist and into its matching as it is", () => {
    expectTypeOf<WaitlistDraft & { id: string; priority: number }>().toExtend<WaitlistEntry>();
    expectTypeOf<FoundSlot & { free: boolean }>().toExtend<WaitlistSlot>();
  });
});
