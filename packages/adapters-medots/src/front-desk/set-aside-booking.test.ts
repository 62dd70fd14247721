import { sql } from "@guichet/sync";
import type { Fault } from "@guichet/sync/simulator";
import { stopTestServers } from "@guichet/sync/testing";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { answerCall } from "./answer-call.js";
import { openBench, signal, wishFor, type Bench } from "./front-desk.fixture.js";
import { offerOpenSlots } from "./offer-open-slots.js";
import { requestAppointment } from "./request-appointment.js";

let bench: Bench;
/** Who waited, and the booking that MEDOTS was to be told of when they agreed to 9 o'clock. */
let clientId: number;
let intent: string;

/** The clinic's people have the whole day but for an hour, somebody waits, is called, and agrees. */
async function agreed(on: { readonly notes?: boolean } = {}): Promise<void> {
  bench = await openBench(on);
  const blocker = bench.takenByStaff("09:00", 540);
  await bench.pull();
  clientId = bench.registered("Zoya");
  await requestAppointment(bench.desk, wishFor({ patient: { clientId } }), signal);
  bench.medots.world.change(blocker, { time: "10:00", duration: 480 }, "staff");
  await bench.pull();
  const [task] = await offerOpenSlots(bench.desk, signal);
  const called = await answerCall(bench.desk, { proposal: task?.proposal ?? "", outcome: "agreed" });
  if (called.outcome !== "booking") throw new Error("nobody was booked");
  intent = called.intent;
}
afterEach(() => bench.close());
afterAll(() => stopTestServers());

/** MEDOTS is told once, and a person must look. */
const setAside = async (fault: Fault): Promise<void> => {
  bench.medots.faults.plan(fault, { path: "/appointments" });
  const came = await bench.deliver(intent, { giveUpAfterSeconds: 0 });
  expect(came.outcome).toBe("set-aside");
};
const neverMade: Fault = { kind: "status", status: 503, effect: false };
const madeUnheard: Fault = { kind: "status", status: 504, effect: true };

const held = () =>
  bench.store.asOwner(({ query }) =>
    query<{ reference: string; at: string }>(sql`
      select reference, to_char(lower(during) at time zone 'Europe/Moscow', 'HH24:MI') as at
      from guichet.bookings where state = 'active' order by during`),
  );
const entries = () =>
  bench.store.asOwner(({ query }) =>
    query(sql`
      select state, wish is not null as "isKnown" from guichet.waitlist_entries order by state, moved_at`),
  );
const offered = async () =>
  (await offerOpenSlots(bench.desk, signal)).map(({ patient, slot }) => `${patient} ${slot.time}`);

describe("a booking that was set aside", () => {
  it("keeps its time, and the person off the list, until somebody has looked", async () => {
    await agreed();
    await setAside(neverMade);
    expect((await held()).map(({ at }) => at)).toEqual(["09:00", "10:00"]);
    expect(await offered()).toEqual([]);
    expect(await entries()).toEqual([{ state: "booked", isKnown: true }]);
  });

  it("and is given up: its time is free, the person waits in the same turn, and the old wish is erased", async () => {
    await agreed();
    await setAside(neverMade);
    await bench.resolve(intent, { resolution: "give-up", code: "given-up" });
    expect((await held()).map(({ at }) => at)).toEqual(["10:00"]);
    expect(await entries()).toEqual([
      { state: "booked", isKnown: false },
      { state: "waiting", isKnown: true },
    ]);
    expect(await offered()).toEqual([`${clientId} 09:30`]);
  });

  it("and is there: its reservation goes by the number, the wish is erased, and staff who delete it free its time", async () => {
    await agreed();
    await setAside(madeUnheard);
    const made = [...bench.medots.world.appointments.values()].find(({ time }) => time === "09:00");
    const remoteId = String(made?.id);
    await bench.resolve(intent, { resolution: "done", remoteId });
    expect(await held()).toMatchObject([
      { reference: `medots-appointment ${remoteId}`, at: "09:00" },
      { at: "10:00" },
    ]);
    expect(await entries()).toEqual([{ state: "booked", isKnown: false }]);
    // Before anybody has pulled it.
    bench.medots.world.delete(Number(remoteId));
    await bench.pass(1);
    await bench.compare();
    expect((await held()).map(({ at }) => at)).toEqual(["10:00"]);
  });

  it("is not done by the number of an appointment that another wish made", async () => {
    await agreed();
    await setAside(neverMade);
    const request = wishFor({ patient: { clientId }, chosen: "101@2026-03-02T06:30:00Z" });
    const other = await requestAppointment(bench.desk, request, signal);
    if (other.outcome !== "booking") throw new Error("nothing was booked");
    const delivered = await bench.deliver(other.intent);
    if (delivered.outcome !== "done") throw new Error("nothing was made");
    await expect(
      bench.resolve(intent, { resolution: "done", remoteId: delivered.remoteId }),
    ).rejects.toMatchObject({ code: "remote-id-of-another" });
  });

  it.each([
    ["deleted", (id: number) => bench.medots.world.delete(id)],
    ["cancelled", (id: number) => bench.medots.world.change(id, { status: "cancelled" }, "staff")],
  ] as const)(
    "and is there, but was known to be %s before somebody looked: its time is free",
    async (_, undo) => {
      // Nothing that is read there says whose it is.
      await agreed({ notes: false });
      await setAside(madeUnheard);
      await bench.pull();
      const made = [...bench.medots.world.appointments.values()].find(({ time }) => time === "09:00");
      await bench.pass(1);
      undo(Number(made?.id));
      await bench.compare();
      expect((await held()).map(({ at }) => at)).toEqual(["09:00", "10:00"]);
      await bench.resolve(intent, { resolution: "done", remoteId: String(made?.id) });
      expect((await held()).map(({ at }) => at)).toEqual(["10:00"]);
    },
  );
});
