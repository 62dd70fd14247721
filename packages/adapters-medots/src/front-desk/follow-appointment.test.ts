import { activeReservations, callTasks } from "@guichet/sync";
import { stopTestServers } from "@guichet/sync/testing";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { answerCall } from "./answer-call.js";
import {
  doctor,
  halfHours,
  monday,
  openBench,
  signal,
  slotAt,
  wishFor,
  type Bench,
} from "./front-desk.fixture.js";
import { offerOpenSlots } from "./offer-open-slots.js";
import { requestAppointment } from "./request-appointment.js";

let bench: Bench;
beforeEach(async () => (bench = await openBench()));
afterEach(() => bench.close());
afterAll(() => stopTestServers());

/** What is held with us on that Monday, as times of the clinic. */
const held = (): Promise<readonly string[]> =>
  bench.clinic.transaction(async (transaction) => {
    const between = { startsAt: `${monday}T00:00:00Z`, endsAt: "2026-03-03T00:00:00Z" };
    const reservations = await activeReservations(transaction, between);
    const clock = (instant: string): string => {
      const hour = Number(instant.slice(11, 13)) + 3;
      return `${String(hour).padStart(2, "0")}${instant.slice(13, 16)}`;
    };
    return reservations.map(({ startsAt, endsAt }) => `${clock(startsAt)}-${clock(endsAt)}`);
  });

const book = async (time: string): Promise<number> => {
  const request = wishFor({ patient: { clientId: bench.registered(`Zoya-${time}`) }, chosen: slotAt(time) });
  const answer = await requestAppointment(bench.desk, request, signal);
  if (answer.outcome !== "booking") throw new Error(`${answer.outcome} instead of a booking`);
  const delivered = await bench.deliver(answer.intent);
  if (delivered.outcome !== "done") throw new Error(`${delivered.outcome} instead of done`);
  return Number(delivered.remoteId);
};
const staff = (id: number, edit: Parameters<Bench["medots"]["world"]["change"]>[1]): void => {
  bench.medots.world.change(id, edit, "staff");
};

describe("an appointment on MEDOTS", () => {
  it("made by others takes the slot with us", async () => {
    bench.takenByStaff("09:00");
    expect(await held()).toEqual([]);
    await bench.pull();
    expect(await held()).toEqual(["09:00-09:30"]);
  });

  it("of ours is held once, before and after it is pulled", async () => {
    await book("09:00");
    expect(await held()).toEqual(["09:00-09:30"]);
    await bench.pull();
    expect(await held()).toEqual(["09:00-09:30"]);
  });

  it("that is cancelled gives the slot back, ours and others'", async () => {
    const [ours, others] = [await book("09:00"), bench.takenByStaff("10:00")];
    await bench.pull();
    for (const id of [ours, others]) staff(id, { status: "cancelled" });
    await bench.pull();
    expect(await held()).toEqual([]);
  });

  it("that is moved moves its reservation, and back", async () => {
    const id = await book("09:00");
    staff(id, { time: "11:30", duration: 60 });
    await bench.pull();
    expect(await held()).toEqual(["11:30-12:30"]);
    staff(id, { time: "09:00", duration: 30 });
    await bench.pull();
    expect(await held()).toEqual(["09:00-09:30"]);
  });

  it("that is cancelled and then stands again takes the slot again", async () => {
    const id = bench.takenByStaff("09:00");
    await bench.pull();
    staff(id, { status: "cancelled" });
    await bench.pull();
    staff(id, { status: "unconfirmed" });
    await bench.pull();
    expect(await held()).toEqual(["09:00-09:30"]);
  });

  it("whose status nobody explained takes the slot: what is not known is never free", async () => {
    staff(bench.takenByStaff("09:00"), { status: "zzz" });
    await bench.pull();
    expect(await held()).toEqual(["09:00-09:30"]);
  });

  it("that is deleted is found gone by comparing everything", async () => {
    const [ours, others] = [await book("09:00"), bench.takenByStaff("10:00")];
    await bench.compare();
    expect(await held()).toEqual(["09:00-09:30", "10:00-10:30"]);
    for (const id of [ours, others]) bench.medots.world.delete(id);
    expect(await bench.compare()).toMatchObject({ outcome: "reconciled", gone: 2 });
    expect(await held()).toEqual([]);
  });

  it("of ours that is deleted before it was ever pulled is found gone (history 200)", async () => {
    bench.medots.world.delete(await book("09:00"));
    expect(await bench.compare()).toMatchObject({ outcome: "reconciled", gone: 1 });
    expect(await held()).toEqual([]);
  });

  it("made by others where ours was to be takes the slot as soon as ours is refused (history 205)", async () => {
    const request = wishFor({ patient: { clientId: bench.registered("Zoya") }, chosen: slotAt("09:00") });
    const answer = await requestAppointment(bench.desk, request, signal);
    if (answer.outcome !== "booking") throw new Error("no booking");
    bench.takenByStaff("09:00");
    await bench.pull();
    expect(await bench.deliver(answer.intent)).toMatchObject({ outcome: "conflict" });
    expect(await held()).toEqual(["09:00-09:30"]);
    await bench.pass(600);
    expect(await held()).toEqual(["09:00-09:30"]);
  });

  it("keeps the time that one of ours left before anybody heard of it, also when another is refused (history 413)", async () => {
    const left = await book("09:00");
    bench.medots.world.delete(left);
    bench.takenByStaff("09:00");
    await bench.pull();
    const request = wishFor({ patient: { clientId: bench.registered("Zoya") }, chosen: slotAt("10:00") });
    const answer = await requestAppointment(bench.desk, request, signal);
    if (answer.outcome !== "booking") throw new Error("no booking");
    bench.takenByStaff("10:00");
    await bench.pull();
    expect(await bench.deliver(answer.intent)).toMatchObject({ outcome: "conflict" });
    expect(await bench.compare()).toMatchObject({ outcome: "reconciled", gone: 1 });
    expect(await held()).toEqual(["09:00-09:30", "10:00-10:30"]);
  });

  it("heard of last takes the slot, of two that ours was in the way of, once ours is refused", async () => {
    const left = await book("09:00");
    const request = wishFor({ patient: { clientId: bench.registered("Zoya") }, chosen: slotAt("09:30") });
    const answer = await requestAppointment(bench.desk, request, signal);
    if (answer.outcome !== "booking") throw new Error("no booking");
    bench.medots.world.delete(left);
    bench.takenByStaff("09:00", 60);
    await bench.pull();
    expect(await held()).toEqual(["09:30-10:00"]);
    expect(await bench.deliver(answer.intent)).toMatchObject({ outcome: "conflict" });
    expect(await held()).toEqual(["09:00-10:00"]);
  });

  it("that took the place of one that moved away holds it, whichever of the two is heard of first", async () => {
    const first = bench.takenByStaff("09:00");
    const second = bench.takenByStaff("11:00");
    await bench.pull();
    staff(second, { time: "14:00" });
    staff(first, { time: "11:00" });
    await bench.pull();
    expect(await held()).toEqual(["11:00-11:30", "14:00-14:30"]);
    staff(first, { time: "15:00" });
    staff(second, { time: "11:00" });
    await bench.pull();
    expect(await held()).toEqual(["11:00-11:30", "15:00-15:30"]);
  });

  it("is still there when a page is torn, and when the key suddenly sees nothing", async () => {
    for (const time of halfHours) bench.takenByStaff(time);
    await bench.compare();
    bench.medots.faults.plan({ kind: "body-truncated" }, { path: "/appointments" });
    expect(await bench.compare()).toMatchObject({ outcome: "failed" });
    for (const id of [...bench.medots.world.appointments.keys()]) bench.medots.world.delete(id);
    expect(await bench.compare()).toMatchObject({ outcome: "held", missing: halfHours.length });
    expect(await held()).toHaveLength(halfHours.length);
  });

  it("moved before MEDOTS told us its number is followed by our reference", async () => {
    const request = wishFor({ patient: { clientId: bench.registered("Zoya") }, chosen: slotAt("09:00") });
    const answer = await requestAppointment(bench.desk, request, signal);
    if (answer.outcome !== "booking") throw new Error("no booking");
    bench.medots.faults.plan(
      { kind: "connection-reset", effect: true },
      { method: "POST", path: "/appointments" },
    );
    expect(await bench.deliver(answer.intent)).toMatchObject({ outcome: "unknown" });
    const [id = 0] = bench.medots.world.appointments.keys();
    staff(id, { time: "12:00" });
    await bench.pull();
    expect(await held()).toEqual(["12:00-12:30"]);
    await bench.pass(120);
    expect(await bench.deliver(answer.intent)).toMatchObject({ outcome: "done", remoteId: String(id) });
    expect(await held()).toEqual(["12:00-12:30"]);
    staff(id, { status: "cancelled" });
    await bench.pull();
    expect(await held()).toEqual([]);
  });

  it.each(["is only known to us", "was found gone"])(
    "of ours that is deleted before anybody learns that it was made, and %s, is not made again (history 46)",
    async (how) => {
      const request = wishFor({ patient: { clientId: bench.registered("Zoya") }, chosen: slotAt("09:00") });
      const answer = await requestAppointment(bench.desk, request, signal);
      if (answer.outcome !== "booking") throw new Error("no booking");
      bench.medots.faults.plan(
        { kind: "connection-reset", effect: true },
        { method: "POST", path: "/appointments" },
      );
      expect(await bench.deliver(answer.intent)).toMatchObject({ outcome: "unknown" });
      await bench.pull();
      const [id = 0] = bench.medots.world.appointments.keys();
      bench.medots.world.delete(id);
      if (how === "was found gone") expect(await bench.compare()).toMatchObject({ gone: 1 });
      await bench.pass(120);
      expect(await bench.deliver(answer.intent)).toMatchObject({ outcome: "done", remoteId: String(id) });
      expect(bench.onMedots()).toEqual([]);
      await bench.compare();
      expect(await held()).toEqual([]);
    },
  );

  it("comes before what is only proposed: the proposal is taken back, and the person waits again", async () => {
    bench.takenByStaff("09:00", 540);
    const request = wishFor({ patient: { clientId: bench.registered("Zoya") } });
    await requestAppointment(bench.desk, request, signal);
    await bench.pull();
    const [blocker = 0] = bench.medots.world.appointments.keys();
    staff(blocker, { time: "09:30", duration: 510 });
    await bench.pull();
    const [task] = await offerOpenSlots(bench.desk, signal);
    expect(task?.slot).toMatchObject({ time: "09:00", practitioner: String(doctor) });
    bench.takenByStaff("09:00");
    await bench.pull();
    expect(await bench.clinic.transaction(callTasks)).toEqual([]);
    expect(await answerCall(bench.desk, { proposal: task?.proposal ?? "", outcome: "agreed" })).toEqual({
      outcome: "too-late",
    });
    expect(await held()).toEqual(["09:00-09:30", "09:30-18:00"]);
  });
});
