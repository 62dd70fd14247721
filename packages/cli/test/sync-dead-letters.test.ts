import { join } from "node:path";
import { bookAppointmentKind, type AppointmentToBook } from "@guichet/adapters-medots";
import { defaultKey, simulateMedots, type MedotsSimulator } from "@guichet/adapters-medots/simulator";
import { clockAt, dayFromIso, instantFromMillis, isoFromDay } from "@guichet/rules/calendar";
import {
  readIntent,
  readReservation,
  recordIntent,
  reserve,
  surroundingsOfProcess,
  type Store,
} from "@guichet/sync";
import { serveSimulator, type Fault } from "@guichet/sync/simulator";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { storeBeside, storeFolderWith } from "./beside-worker.js";
import { guichet, type Ran } from "./run-guichet.js";
import { eventIs, startGuichet, type Running } from "./run-until-stopped.js";

const { clock } = surroundingsOfProcess();
const tomorrow = isoFromDay((dayFromIso(clockAt(clock.now(), "UTC").day) ?? 0) + 1);
const neverMade: Fault = { kind: "status", status: 504, effect: false };
const madeUnheard: Fault = { kind: "status", status: 504, effect: true };

let medots: MedotsSimulator;
let clientId: number;
let running: Running;
let store: Store;
let configPath: string;
let env: Readonly<Record<string, string>>;

/** A worker on a MEDOTS that keeps no reference: what nobody knows the end of is set aside at once. */
beforeEach(async () => {
  medots = simulateMedots({ clock, honours: { notes: false } });
  const person = { surname: "Primerova", name: "Zoya", phone: "70000000001" };
  const registered = medots.world.register(person, "staff");
  clientId = registered === "duplicate" ? 0 : registered.id;
  const served = await serveSimulator(medots);
  onTestFinished(() => served.close());
  const { identity, secretKey } = defaultKey;
  const clinic = {
    ...{
      baseUrl: `${served.url}/api/v2`,
      allowLoopback: true,
      identity,
      secretKey: { env: "MEDOTS_SECRET" },
    },
    ...{ clinicId: 1, zone: "Europe/Moscow", referenceIn: "none", pullEverySeconds: 1 },
  };
  const config = {
    ...{ jurisdiction: "RU", store: { dataFolder: "data" } },
    clinics: [{ id: "tver", medots: clinic }],
  };
  const folder = storeFolderWith({ "guichet.config.json": JSON.stringify(config) });
  configPath = join(folder, "guichet.config.json");
  env = { MEDOTS_SECRET: secretKey };
  running = startGuichet(["sync", "--config", configPath], { env });
  await running.line(eventIs("feed-reconciled", { tenant: "tver" }));
  store = await storeBeside(folder, { jurisdiction: "RU" });
  onTestFinished(() => store.close());
});

/** A booking of an hour of tomorrow that MEDOTS is told of, and that is set aside; its id. */
async function setAside(reference: string, hour: number, fault: Fault): Promise<string> {
  medots.faults.plan(fault, { method: "POST", path: "/appointments" });
  const startsAt = instantFromMillis(Date.parse(`${tomorrow}T00:00:00Z`) + hour * 3_600_000);
  const endsAt = instantFromMillis(Date.parse(startsAt) + 1_800_000);
  const payload: AppointmentToBook = {
    ...{ clinicId: 1, userId: 101, clientId, startsAt, durationMinutes: 30 },
    ...{ appointmentTypeId: 1, appointmentSourceId: 2 },
  };
  const clinic = await store.forTenant("tver");
  const { id } = await clinic.transaction(async (transaction) => {
    await reserve(transaction, { reference, practitioner: "101", startsAt, endsAt });
    return recordIntent(transaction, { kind: bookAppointmentKind, reference, payload, decision: null });
  });
  await running.line(eventIs("intent-set-aside", { intent: id }));
  return id;
}

const resolve = (...options: readonly string[]): Promise<Ran> =>
  guichet(["sync", "dead-letters", ...options, "--config", configPath], { env });

/** What an intent has come to, and whether its time is held, by its own reference or by the number it has. */
async function standing(reference: string): Promise<object> {
  const clinic = await store.forTenant("tver");
  return clinic.transaction(async (transaction) => {
    const intent = await readIntent(transaction, bookAppointmentKind, reference);
    const stateOf = async (one: string) => (await readReservation(transaction, one))?.state;
    const own = await stateOf(reference);
    const byNumber = await stateOf(`medots-appointment ${intent?.remoteId ?? ""}`);
    return { state: intent?.state, code: intent?.code, own, byNumber };
  });
}

const madeOnMedots = (): readonly number[] => [...medots.world.appointments.keys()];

describe("guichet sync dead-letters, beside a worker", () => {
  it("lists what was set aside without any secret, and nothing of the person", async () => {
    const id = await setAside("wish-1", 7, neverMade);
    const listed = await guichet(["sync", "dead-letters", "--config", configPath]);
    expect(JSON.parse(listed.stdout)).toMatchObject([
      { id, tenant: "tver", kind: bookAppointmentKind, mayHaveReached: true },
    ]);
    expect(listed.stdout).not.toMatch(/wish-1|Primerova|payload/);
  });

  it("gives one up: it is refused, and its time is free", async () => {
    const id = await setAside("wish-1", 7, neverMade);
    expect(await standing("wish-1")).toMatchObject({ state: "set-aside", own: "active" });
    expect(await resolve("--give-up", id)).toEqual({ code: 0, stdout: "[]\n", stderr: "" });
    expect(await standing("wish-1")).toMatchObject({ state: "refused", code: "given-up", own: "released" });
    expect(madeOnMedots()).toEqual([]);
  });

  it("takes one for done: its time is held by the number it has there", async () => {
    const id = await setAside("wish-1", 7, madeUnheard);
    const [number = 0] = madeOnMedots();
    const done = await resolve("--done", id, "--as", String(number), "--text");
    expect(done).toEqual({ code: 0, stdout: "It is done.\n\nNothing is set aside.\n", stderr: "" });
    expect(await standing("wish-1")).toMatchObject({ state: "done", own: undefined, byNumber: "active" });
    expect(madeOnMedots()).toEqual([number]);
  });

  it("has one sent again that is not there, and goes on with one that nobody knows of", async () => {
    const id = await setAside("wish-1", 7, neverMade);
    expect((await resolve("--retry", id, "--text")).stdout.split("\n")[0]).toBe(
      "A worker goes on with it: it looks first where the platform can be searched.",
    );
    await running.line(eventIs("intent-set-aside", { intent: id, code: "outcome-unknown" }));
    expect(madeOnMedots()).toEqual([]);
    expect(await resolve("--send", id)).toEqual({ code: 0, stdout: "[]\n", stderr: "" });
    await running.line(eventIs("intent-delivered", { intent: id, outcome: "done" }));
    expect(madeOnMedots()).toHaveLength(1);
    expect(await standing("wish-1")).toMatchObject({ state: "done", byNumber: "active" });
  });

  it("says what is missing, and leaves it where it is", async () => {
    const id = await setAside("wish-1", 7, neverMade);
    const texts = [
      await resolve("--done", id, "--text"),
      await resolve("--as", "7", "--text"),
      await resolve("--give-up", id, "--done", id, "--text"),
      await guichet(["sync", "dead-letters", "--give-up", id, "--text", "--config", configPath]),
    ];
    expect(texts.map(({ code }) => code)).toEqual([1, 1, 1, 1]);
    expect(texts.map(({ stderr }) => stderr)).toEqual([
      "--done: it lacks --as <id>; say what is done, and by which id the platform has it\n",
      "--done: --as says nothing alone; say what is done, and by which id the platform has it\n",
      expect.stringContaining("cannot be used with option"),
      expect.stringContaining("MEDOTS_SECRET"),
    ]);
    expect(await standing("wish-1")).toMatchObject({ state: "set-aside", own: "active" });
  });
});

it("guichet sync dead-letters sees to them also while no worker runs", async () => {
  const [given, done] = [await setAside("wish-1", 7, neverMade), await setAside("wish-2", 8, madeUnheard)];
  expect((await running.stop("SIGTERM")).code).toBe(0);
  const [number = 0] = madeOnMedots();
  expect((await resolve("--give-up", given)).code).toBe(0);
  expect(await resolve("--done", done, "--as", String(number))).toMatchObject({
    code: 0,
    stdout: "[]\n",
  });
  const again = startGuichet(["sync", "--config", configPath], { env });
  await again.line(eventIs("feed-pulled", { tenant: "tver" }));
  const status = await guichet(["sync", "status", "--config", configPath]);
  expect(JSON.parse(status.stdout)).toMatchObject({ intents: [], deadLetters: [] });
  expect(again.stdout()).not.toContain("intent-");
  expect(madeOnMedots()).toEqual([number]);
});
