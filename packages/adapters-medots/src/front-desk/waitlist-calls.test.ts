import { sql, type CallOutcome, type CallTask } from "@guichet/sync";
import { stopTestServers } from "@guichet/sync/testing";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { answerCall, type CallAnswer } from "./answer-call.js";
import type { FrontDesk } from "./front-desk.js";
import { openBench, signal, wishFor, type Bench } from "./front-desk.fixture.js";
import { offerOpenSlots } from "./offer-open-slots.js";
import { requestAppointment } from "./request-appointment.js";

let bench: Bench;
/** A day that the clinic's people filled with one appointment. */
let blocker: number;

beforeEach(async () => {
  bench = await openBench();
  blocker = bench.takenByStaff("09:00", 540);
  await bench.pull();
});
afterEach(() => bench.close());
afterAll(() => stopTestServers());

const waits = async (name: string, priority = 0): Promise<number> => {
  const clientId = bench.registered(name);
  const answer = await requestAppointment(bench.desk, wishFor({ patient: { clientId }, priority }), signal);
  expect(answer.outcome).toBe("waiting");
  return clientId;
};
/** Frees that day from nine to ten. */
const freeAnHour = async (): Promise<void> => {
  bench.medots.world.change(blocker, { time: "10:00", duration: 480 }, "staff");
  await bench.pull();
};
const offer = (): Promise<readonly CallTask[]> => offerOpenSlots(bench.desk, signal);
const call = (task: CallTask | undefined, outcome: CallOutcome): Promise<CallAnswer> =>
  answerCall(bench.desk, { proposal: task?.proposal ?? "", outcome });
const told = (tasks: readonly CallTask[]): readonly string[] =>
  tasks.map(({ patient, slot }) => `${patient} ${slot.time}`);
const intents = (): Promise<readonly object[]> =>
  bench.store.asOwner(({ query }) => query(sql`select state from guichet.intents`));

describe("a slot that is freed on MEDOTS", () => {
  it("is proposed to whose turn it is; nothing is booked before a call", async () => {
    const [first, second] = [await waits("Zoya", 1), await waits("Vera")];
    expect(await offer()).toEqual([]);
    await freeAnHour();
    expect(told(await offer())).toEqual([`${first} 09:00`, `${second} 09:30`]);
    expect(told(await offer())).toHaveLength(2);
    expect(await intents()).toEqual([]);
    expect(bench.onMedots()).toEqual(["10:00 staff"]);
  });

  it("is booked on MEDOTS once the person agreed on the phone, and only once", async () => {
    const clientId = await waits("Zoya");
    await freeAnHour();
    const [task] = await offer();
    const answers = await Promise.all([call(task, "agreed"), call(task, "agreed"), call(task, "agreed")]);
    const [booking] = answers;
    expect(answers).toEqual([booking, booking, booking]);
    if (booking.outcome !== "booking") throw new Error("nobody was booked");
    expect(booking.slot).toEqual(task?.slot);
    expect(await intents()).toHaveLength(1);
    await bench.deliver(booking.intent);
    expect(await call(task, "agreed")).toEqual(booking);
    expect(bench.onMedots()).toEqual([`09:00 ${clientId}`, "10:00 staff"]);
    expect(await offer()).toEqual([]);
  });

  it.each(["refuses-slot", "declined", "not-reached"] as const)(
    "goes to the next one after a call with the outcome %s",
    async (outcome) => {
      const [first, second] = [await waits("Zoya", 1), await waits("Vera")];
      await freeAnHour();
      bench.takenByStaff("09:30");
      await bench.pull();
      const [task] = await offer();
      expect(task?.patient).toBe(String(first));
      expect(await call(task, outcome)).toEqual({ outcome: "recorded" });
      expect(await call(task, outcome)).toEqual({ outcome: "recorded" });
      expect(await call(task, "agreed")).toEqual({ outcome: "too-late" });
      expect(await intents()).toEqual([]);
      expect(told(await offer())).toEqual([`${second} 09:00`]);
    },
  );

  it("goes to the next one when nobody was reached in time, by the clock of the database", async () => {
    const [first, second] = [await waits("Zoya", 1), await waits("Vera")];
    await freeAnHour();
    bench.takenByStaff("09:30");
    await bench.pull();
    const [task] = await offer();
    await bench.pass(599);
    expect(told(await offer())).toEqual([`${first} 09:00`]);
    await bench.pass(1);
    expect(told(await offer())).toEqual([`${second} 09:00`]);
    expect(await call(task, "agreed")).toEqual({ outcome: "too-late" });
  });

  it("that MEDOTS gives to somebody else meanwhile leaves the person waiting in the same turn", async () => {
    const clientId = await waits("Zoya");
    await freeAnHour();
    const [task] = await offer();
    const booking = await call(task, "agreed");
    if (booking.outcome !== "booking") throw new Error("nobody was booked");
    bench.takenByStaff("09:00");
    expect(await bench.deliver(booking.intent)).toMatchObject({ outcome: "conflict" });
    expect(await call(task, "agreed")).toEqual({ outcome: "not-booked", intent: booking.intent });
    expect(told(await offer())).toEqual([`${clientId} 09:30`]);
    expect(bench.onMedots()).toEqual(["09:00 staff", "10:00 staff"]);
  });

  it("that is agreed to for a service that is not given any more is not booked, however often it is said", async () => {
    const clientId = await waits("Zoya");
    await freeAnHour();
    const [task] = await offer();
    const desk = { ...bench.desk, clinic: { ...bench.desk.clinic, services: [] } };
    const agree = () => answerCall(desk, { proposal: task?.proposal ?? "", outcome: "agreed" });
    expect(await agree()).toEqual({ outcome: "not-bookable" });
    expect(await agree()).toEqual({ outcome: "not-bookable" });
    expect(await intents()).toEqual([]);
    expect(told(await offer())).toEqual([`${clientId} 09:30`]);
  });

  it("is not offered to who has booked another one meanwhile under the same request", async () => {
    const clientId = bench.registered("Zoya");
    const request = wishFor({ patient: { clientId } });
    expect(await requestAppointment(bench.desk, request, signal)).toMatchObject({ outcome: "waiting" });
    await freeAnHour();
    const offered = await requestAppointment(bench.desk, request, signal);
    if (offered.outcome !== "answered" || offered.answer.answer !== "offer") throw new Error("no offer");
    const accepted = { ...request, offered: offered.answer.offer };
    expect(await requestAppointment(bench.desk, accepted, signal)).toMatchObject({ outcome: "booking" });
    expect(await offer()).toEqual([]);
  });

  it("that was agreed to is all that its wish has, however often that is asked again", async () => {
    const clientId = bench.registered("Zoya");
    const request = wishFor({ patient: { clientId } });
    await requestAppointment(bench.desk, request, signal);
    await freeAnHour();
    const [task] = await offer();
    const booking = await call(task, "agreed");
    if (booking.outcome !== "booking") throw new Error("nobody was booked");
    const ask = () => requestAppointment(bench.desk, { ...request, chosen: task?.slot.id }, signal);
    expect(await ask()).toEqual({ outcome: "on-its-way", intent: booking.intent });
    const delivered = await bench.deliver(booking.intent);
    expect(await ask()).toEqual({
      outcome: "booked",
      appointment: "remoteId" in delivered ? delivered.remoteId : "",
    });
    expect(bench.onMedots()).toEqual([`09:00 ${clientId}`, "10:00 staff"]);
  });

  it.each(["conflict", "not-bookable"])(
    "that was agreed to and is not booked after all (%s) leaves the wish as it was, in the same turn",
    async (how) => {
      const clientId = bench.registered("Zoya");
      const request = wishFor({ patient: { clientId } });
      await requestAppointment(bench.desk, request, signal);
      bench.medots.world.change(blocker, { time: "10:30", duration: 450 }, "staff");
      await bench.pull();
      const [task] = await offer();
      if (how === "conflict") {
        const booking = await call(task, "agreed");
        if (booking.outcome !== "booking") throw new Error("nobody was booked");
        bench.takenByStaff("09:00");
        await bench.deliver(booking.intent);
      } else {
        const desk = { ...bench.desk, clinic: { ...bench.desk.clinic, services: [] } };
        await answerCall(desk, { proposal: task?.proposal ?? "", outcome: "agreed" });
      }
      await bench.pull();
      const [again] = await offer();
      expect(again?.patient).toBe(String(clientId));
      const offered = await requestAppointment(bench.desk, request, signal);
      if (offered.outcome !== "answered" || offered.answer.answer !== "offer") throw new Error("no offer");
      expect(offered.answer.offer.slot.id).not.toBe(task?.slot.id);
      const accepted = { ...request, offered: offered.answer.offer };
      expect(await requestAppointment(bench.desk, accepted, signal)).toMatchObject({ outcome: "booking" });
      expect(await call(again, "agreed")).toEqual({ outcome: "too-late" });
      expect(await offer()).toEqual([]);
    },
  );

  it("that is agreed to while the wish takes another one is all that is booked, at whichever moment", async () => {
    const moments: string[] = [];
    for (let nth = 1; moments.at(-1) !== "never"; nth += 1) {
      const { desk, store, medots, registered, takenByStaff, pull, close } = await openBench();
      const taken = takenByStaff("09:00", 540);
      await pull();
      const request = wishFor({ patient: { clientId: registered("Zoya") } });
      await requestAppointment(desk, request, signal);
      medots.world.change(taken, { time: "10:00", duration: 480 }, "staff");
      await pull();
      const [task] = await offerOpenSlots(desk, signal);
      const offered = await requestAppointment(desk, request, signal);
      if (offered.outcome !== "answered" || offered.answer.answer !== "offer") throw new Error("no offer");
      let left = nth;
      let call: CallAnswer | undefined;
      const called: FrontDesk = {
        ...desk,
        store: {
          ...desk.store,
          transaction: async (work) => {
            left -= 1;
            if (left === 0)
              call = await answerCall(desk, { proposal: task?.proposal ?? "", outcome: "agreed" });
            return desk.store.transaction(work);
          },
        },
      };
      const answer = await requestAppointment(called, { ...request, offered: offered.answer.offer }, signal);
      moments.push(call === undefined ? "never" : answer.outcome);
      expect([nth, answer.outcome]).toEqual([nth, call === undefined ? "booking" : "on-its-way"]);
      const intents = await store.asOwner(({ query }) => query(sql`select state from guichet.intents`));
      expect(intents).toHaveLength(1);
      await close();
    }
    expect(moments.length).toBeGreaterThan(3);
  });

  it("is proposed after a restart as if nothing had happened, and no deadline is lost", async () => {
    await waits("Zoya");
    await freeAnHour();
    const before = await offer();
    const again = await bench.restarted();
    expect(await offerOpenSlots(again.desk, signal)).toEqual(before);
    await again.close();
    await bench.pass(600);
    expect((await offer()).map(({ proposal }) => proposal)).not.toEqual(
      before.map(({ proposal }) => proposal),
    );
  });

  it("keeps each decision it rests on, to be read again", async () => {
    await waits("Zoya");
    await freeAnHour();
    await call((await offer())[0], "agreed");
    const decided = await bench.store.asOwner(({ query }) =>
      query(sql`
        select decisions.record->>'policy' as policy, decisions.record->'outcome'->>'offerable' as offerable
        from guichet.intents
        join guichet.decisions on decisions.tenant = intents.tenant and decisions.id = intents.decision`),
    );
    expect(decided).toEqual([{ policy: "waitlist-offer", offerable: "true" }]);
  });
});
