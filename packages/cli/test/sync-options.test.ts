import { join } from "node:path";
import { appointmentReference, type AppointmentBody } from "@guichet/adapters-medots";
import { simulateMedots } from "@guichet/adapters-medots/simulator";
import { clockAt, dayFromIso, isoFromDay, millisFromInstant } from "@guichet/rules/calendar";
import {
  addEntry,
  callTasks,
  readRecords,
  readReservation,
  surroundingsOfProcess,
  type Store,
} from "@guichet/sync";
import { serveSimulator } from "@guichet/sync/simulator";
import { expect, it, onTestFinished } from "vitest";
import { storeBeside, storeFolderWith } from "./beside-worker.js";
import { eventIs, startGuichet, type Running } from "./run-until-stopped.js";

const zone = "Europe/Paris";
const feed = "medots-appointments-1";
const { clock } = surroundingsOfProcess();
const today = clockAt(clock.now(), zone).day;
const tomorrow = isoFromDay((dayFromIso(today) ?? 0) + 1);

/** A simulated MEDOTS, and how a configuration reaches it. */
async function served() {
  const identity = "guichet";
  const simulator = simulateMedots({ clock, keys: [{ identity, secretKey: "a-simulators-own-key" }] });
  const { url, close } = await serveSimulator(simulator);
  onTestFinished(close);
  const medots = {
    ...{ baseUrl: `${url}/api/v2`, allowLoopback: true, identity, clinicId: 1, zone, pullEverySeconds: 1 },
    secretKey: { env: "MEDOTS_SECRET" },
  };
  return { simulator, medots };
}

/** A worker that runs these clinics, and its store. */
async function running(
  clinics: readonly object[],
  files: Readonly<Record<string, string>> = {},
): Promise<{ readonly worker: Running; readonly store: Store }> {
  const config = { jurisdiction: "FR", store: { dataFolder: "data" }, clinics };
  const folder = storeFolderWith({ "guichet.config.json": JSON.stringify(config), ...files });
  const worker = startGuichet(["sync", "--config", join(folder, "guichet.config.json")], {
    env: {
      MEDOTS_SECRET: "a-simulators-own-key",
      RECORD_KEY: Buffer.alloc(32, 7).toString("base64"),
    },
  });
  // Killed, it would leave its PostgreSQL running.
  onTestFinished(async () => void (await worker.stop("SIGTERM")));
  await worker.line(eventIs("worker-started"));
  const store = await storeBeside(folder, { jurisdiction: "FR" });
  onTestFinished(() => store.close());
  return { worker, store };
}

it("a clinic whose words and clocks are otherwise says so, and gets back what was cancelled in its words", async () => {
  const { simulator, medots } = await served();
  const { world } = simulator;
  const wish = { clinicId: 1, userId: 101, duration: 30, appointmentTypeId: 1, appointmentSourceId: 1 };
  const book = (date: string, time: string): number => {
    const made = world.book({ ...wish, date, time }, "staff");
    return made === "intersects" ? 0 : made.id;
  };
  const [old, repeated, cancelled] = [
    book("2020-01-07", "09:00"),
    book("2026-10-25", "02:30"),
    book(tomorrow, "10:00"),
  ];
  const corrected = {
    ...medots,
    ...{ statuses: { annulled: "cancelled" }, repeatedTime: "second", followedFrom: "2026-01-01" },
  };
  const desk = {
    ...{ address: "1 Example Street", appointmentSourceId: 2, services: [] },
    recordKey: { env: "RECORD_KEY" },
  };
  const { worker, store } = await running([
    { id: "told", medots: corrected },
    { id: "with-a-desk", medots: { ...corrected, desk } },
    { id: "untold", medots },
  ]);
  for (const tenant of ["told", "with-a-desk", "untold"])
    await worker.line(eventIs("feed-reconciled", { tenant, feed }));

  const standing = async (tenant: string) => {
    const clinic = await store.forTenant(tenant);
    return clinic.transaction(async (transaction) => {
      const records = await readRecords<AppointmentBody>(transaction, feed);
      const reservation = await readReservation(transaction, appointmentReference(String(cancelled)));
      return {
        known: records.map(({ remoteId }) => Number(remoteId)),
        repeatedAt: records.find(({ remoteId }) => remoteId === String(repeated))?.body.startsAt,
        slot: reservation?.state,
        status: records.find(({ remoteId }) => remoteId === String(cancelled))?.status,
      };
    });
  };
  for (const tenant of ["told", "with-a-desk"]) {
    expect(await standing(tenant)).toMatchObject({
      known: [repeated, cancelled],
      repeatedAt: "2026-10-25T01:30:00Z",
      slot: "active",
    });
  }
  expect(await standing("untold")).toMatchObject({
    known: [old, repeated, cancelled],
    repeatedAt: "2026-10-25T00:30:00Z",
    slot: "active",
  });

  world.change(cancelled, { status: "annulled" }, "staff");
  for (const tenant of ["told", "with-a-desk"]) {
    await expect
      .poll(() => standing(tenant), { timeout: 30_000 })
      .toMatchObject({ status: "cancelled", slot: "released" });
  }
  // A word that nobody explained keeps its slot.
  await expect
    .poll(() => standing("untold"), { timeout: 30_000 })
    .toMatchObject({ status: "unknown", slot: "active" });
});

it("a clinic that amended the policy of the waitlist is proposed what its amendment allows", async () => {
  const { simulator, medots } = await served();
  const [practitioner] = simulator.world.data.users;
  const specialty = practitioner?.specialties[0]?.title ?? "";
  const desk = {
    ...{ address: "1 Example Street", appointmentSourceId: 2, recordKey: { env: "RECORD_KEY" } },
    services: [{ id: "check-up", specialty, durationMinutes: 30, appointmentTypeId: 1, entryTypeIds: [1] }],
    offerEverySeconds: 1,
  };
  const amendment = {
    ...{ id: "ours-afternoons", policy: "waitlist-offer", title: "Afternoons only" },
    ...{ from: "2023-01-04", to: "2099-12-31" },
    source: { title: "House rules", kind: "house-rule", dated: true, checkedOn: "2026-11-21" },
    changes: [
      {
        edition: "2023-01-04",
        decision: "refusals",
        case: {
          id: "ours-mornings",
          when: { fact: "slot.time", operator: "lessThan", value: "14:00" },
          then: ["outside-hours"],
        },
      },
    ],
  };
  const { store } = await running(
    [
      { id: "amended", medots: { ...medots, desk: { ...desk, amendments: ["ours.json"] } } },
      { id: "as-shipped", medots: { ...medots, desk } },
    ],
    { "ours.json": JSON.stringify(amendment) },
  );
  const proposedAt = async (tenant: string) => {
    const clinic = await store.forTenant(tenant);
    await clinic.transaction((transaction) =>
      addEntry(transaction, {
        id: transaction.uuid(),
        wish: {
          ...{ patient: "1", service: "check-up", specialty, practitioner: "any", durationMinutes: 30 },
          ...{ from: tomorrow, to: tomorrow, earliestTime: "00:00", latestTime: "23:59" },
          weekdays: ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
        },
        priority: 0,
        decision: null,
      }),
    );
    await expect.poll(() => clinic.transaction(callTasks), { timeout: 60_000 }).toHaveLength(1);
    const [task] = await clinic.transaction(callTasks);
    return clockAt(millisFromInstant(task?.slot.startsAt ?? "") ?? 0, zone).time;
  };
  expect(await proposedAt("as-shipped")).toBe("09:00");
  expect(await proposedAt("amended")).toBe("14:00");
});
