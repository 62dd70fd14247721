import { callTasks, sql } from "@guichet/sync";
import { stopTestServers } from "@guichet/sync/testing";
import { afterAll, expect, it, onTestFinished } from "vitest";
import { deskWork } from "./desk-work.js";
import { openBench, signal, wishFor } from "./front-desk.fixture.js";
import { requestAppointment } from "./request-appointment.js";

afterAll(() => stopTestServers());

it("a wish that does not open is told by the chore of the waitlist, which serves everybody else", async () => {
  const bench = await openBench();
  onTestFinished(() => bench.close());
  const { desk, store, clinic, medots } = bench;
  const blocker = bench.takenByStaff("09:00", 540);
  await bench.pull();
  const waits = async (name: string, priority: number): Promise<string> => {
    const clientId = bench.registered(name);
    const wish = wishFor({ patient: { clientId }, priority });
    expect((await requestAppointment(desk, wish, signal)).outcome).toBe("waiting");
    return String(clientId);
  };
  await waits("Zoya", 1);
  const other = await waits("Vera", 0);
  await store.asOwner(({ query }) =>
    query(sql`update guichet.waitlist_entries set wish = 'x' where priority = 1`),
  );
  medots.world.change(blocker, { time: "10:00", duration: 480 }, "staff");
  await bench.pull();

  const [chore] = deskWork(desk).chores ?? [];
  await expect(chore?.run(clinic, signal)).rejects.toMatchObject({ code: "wish-unreadable" });
  expect(await clinic.transaction(callTasks)).toMatchObject([{ patient: other, slot: { time: "09:00" } }]);
});
