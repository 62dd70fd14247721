import { join } from "node:path";
import {
  answerCall,
  bookAppointmentKind,
  MedotsClient,
  readUsers,
  registerClient,
  registerClientKind,
} from "@guichet/adapters-medots";
import { clockAt, dayFromIso, isoFromDay } from "@guichet/rules/calendar";
import { addEntry, callTasks, readIntent, surroundingsOfProcess, waitingEntries } from "@guichet/sync";
import { guardedFetch } from "@guichet/sync/http";
import { expect, it, onTestFinished } from "vitest";
import { storeBeside, storeFolderWith } from "./beside-worker.js";
import { eventIs, startGuichet } from "./run-until-stopped.js";

const zone = "Europe/Moscow";
const { signal } = new AbortController();

it("who waits is proposed a slot by the running worker, and booked on the platform once they agreed", async () => {
  const simulating = startGuichet(["simulate", "medots"]);
  const announced = JSON.parse(await simulating.line(() => true)) as Record<string, string>;
  const { baseUrl = "", identity = "", secretKey = "" } = announced;
  const { clock } = surroundingsOfProcess();
  const client = new MedotsClient(
    { baseUrl, identity, secretKey, clinics: [{ clinicId: 1, zone }] },
    { clock, fetch: guardedFetch({ platform: "medots", baseUrl, allowLoopback: true }) },
  );
  const [practitioner] = await readUsers(client, 1, signal);
  const specialty = practitioner?.specialties?.[0]?.title ?? "";
  const registered = await registerClient(client).send(
    {
      id: crypto.randomUUID(),
      tenant: "tver",
      kind: registerClientKind,
      reference: "r-1",
      payload: { surname: "Primerova", name: "Zoya", phone: "70000000001" },
    },
    signal,
  );
  const patient = registered.outcome === "done" ? registered.remoteId : "";

  const recordKey = Buffer.alloc(32, 7);
  const described = {
    address: "1 Example Street",
    appointmentSourceId: 2,
    services: [{ id: "check-up", specialty, durationMinutes: 30, appointmentTypeId: 1, entryTypeIds: [1] }],
  };
  const medots = {
    ...{ baseUrl, allowLoopback: true, identity, secretKey: { env: "MEDOTS_SECRET" }, clinicId: 1, zone },
    desk: { ...described, recordKey: { env: "RECORD_KEY" }, offerEverySeconds: 1 },
  };
  const config = { jurisdiction: "RU", store: { dataFolder: "data" }, clinics: [{ id: "tver", medots }] };
  const folder = storeFolderWith({ "guichet.config.json": JSON.stringify(config) });
  const running = startGuichet(["sync", "--config", join(folder, "guichet.config.json")], {
    env: { MEDOTS_SECRET: secretKey, RECORD_KEY: recordKey.toString("base64") },
  });
  await running.line(eventIs("feed-pulled", { tenant: "tver" }));

  const store = await storeBeside(folder, { jurisdiction: "RU" });
  onTestFinished(() => store.close());
  const clinic = await store.forTenant("tver");
  const from = clockAt(clock.now(), zone).day;
  await clinic.transaction((transaction) =>
    addEntry(transaction, {
      id: transaction.uuid(),
      wish: {
        ...{ patient, service: "check-up", specialty, practitioner: "any", durationMinutes: 30 },
        ...{ from, to: isoFromDay((dayFromIso(from) ?? 0) + 7), earliestTime: "00:00", latestTime: "23:59" },
        weekdays: ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
      },
      priority: 0,
      decision: null,
    }),
  );

  await expect.poll(() => clinic.transaction(callTasks), { timeout: 60_000 }).toHaveLength(1);
  const [task] = await clinic.transaction(callTasks);
  expect(task?.patient).toBe(patient);
  const desk = { client, store: clinic, clinic: { clinicId: 1, zone, ...described }, recordKey };
  const proposal = task?.proposal ?? "";
  expect((await answerCall(desk, { proposal, outcome: "agreed" })).outcome).toBe("booking");

  await running.line(eventIs("intent-delivered", { kind: bookAppointmentKind, outcome: "done" }));
  const booked = await clinic.transaction((transaction) =>
    readIntent(transaction, bookAppointmentKind, proposal),
  );
  const there = await client.ask({ method: "GET", path: ["appointments", booked?.remoteId ?? ""] }, signal);
  expect(there).toMatchObject({ status: 200, body: { clientId: Number(patient) } });
  expect(await clinic.transaction(waitingEntries)).toEqual([]);
  expect(running.stdout()).not.toContain("Primerova");
});
