import { carrierFor, deliverIntent, readDecision, sql } from "@guichet/sync";
import { openTestStore, seededRandom, stopTestServers, type TestStore } from "@guichet/sync/testing";
import { serveSimulator, type Fault } from "@guichet/sync/simulator";
import { teleExpertise } from "@guichet/rules/policies/tele-expertise";
import { replay } from "@guichet/rules/verify";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { FhirClient } from "../client/fhir-client.js";
import { omnidocFetch } from "../client/omnidoc-fetch.js";
import { clinicOn } from "../clinic.fixture.js";
import { wish } from "../wish.fixture.js";
import { opinionOutlet } from "./opinion-outlet.js";

let store: TestStore;

beforeAll(async () => {
  store = await openTestStore();
  await store.stopClock("2026-11-23T08:30:00Z");
});

afterAll(async () => {
  await store.close();
  await stopTestServers();
});

describe("asking for an opinion", () => {
  it("records the decision and the intent, and makes one draft", async () => {
    const { ask, deliver, intent, clinic, simulator } = await clinicOn(store);
    const asked = await ask("reference-1");
    if (asked.action !== "request") throw new Error(asked.action);
    expect(asked.intent).toMatchObject({ state: "pending", isNew: true });
    expect(await deliver(asked.intent.id)).toMatchObject({
      outcome: "done",
      remoteId: simulator.requests[0]?.id,
    });
    const { decision } = (await intent("reference-1")) ?? {};
    const record = await clinic.transaction((transaction) => readDecision(transaction, decision ?? ""));
    if (record === undefined) throw new Error("no decision was recorded");
    expect([...replay([record], [teleExpertise])]).toMatchObject([{ verdict: "same" }]);
  });

  it("again under its reference is the same request: two clicks make one draft", async () => {
    const { ask, deliver, simulator } = await clinicOn(store);
    const [first, second] = [await ask("reference-1"), await ask("reference-1")];
    if (first.action !== "request" || second.action !== "request") throw new Error("not asked");
    expect(second.intent).toEqual({ ...first.intent, isNew: false });
    await deliver(first.intent.id);
    expect(await deliver(second.intent.id)).toMatchObject({ outcome: "not-due" });
    expect(simulator.requests).toHaveLength(1);
  });

  it("for another patient under the same reference is refused", async () => {
    const { ask } = await clinicOn(store);
    await ask("reference-1");
    const other = { ...wish, patient: { ...wish.patient, ins: "170029999900288" } };
    await expect(ask("reference-1", other)).rejects.toMatchObject({ code: "reference-taken" });
  });

  it("records nothing while something must be asked first, or where it may not be", async () => {
    const { ask, intent } = await clinicOn(store);
    expect(await ask("reference-1", { ...wish, facts: {} })).toMatchObject({ action: "ask-first" });
    expect(await ask("reference-1", { ...wish, facts: { consent: { given: false } } })).toMatchObject({
      action: "refuse",
    });
    expect(await intent("reference-1")).toBeUndefined();
  });

  it("keeps nothing of who the patient is in clear, before it is sent or after", async () => {
    const { ask, deliver } = await clinicOn(store);
    const asked = await ask("reference-1");
    if (asked.action !== "request") throw new Error(asked.action);
    expect(await everythingStored()).not.toMatch(personal);
    await deliver(asked.intent.id);
    expect(await everythingStored()).not.toMatch(personal);
    const [row] = await store.asOwner(({ query }) =>
      query<{ kept: boolean }>(
        sql`select payload is not null as kept from guichet.intents where id = ${asked.intent.id}`,
      ),
    );
    expect(row).toEqual({ kept: false });
  });
});

const faults: readonly Fault[] = [
  { kind: "request-lost" },
  { kind: "answer-lost" },
  { kind: "duplicated", answer: "first" },
  { kind: "connection-refused" },
  { kind: "status", status: 500, effect: true },
  { kind: "status", status: 500, effect: false },
  { kind: "status", status: 503, effect: true },
  { kind: "status", status: 429, effect: false, retryAfter: "5" },
  { kind: "html", effect: true },
  { kind: "body-truncated" },
];

describe("a request that meets faults", () => {
  it.each(faults)("is made once where the platform makes things once: $kind", async (fault) => {
    const { ask, deliver, intent, simulator } = await clinicOn(store);
    const asked = await ask("reference-1");
    if (asked.action !== "request") throw new Error(asked.action);
    simulator.faults.plan(fault, { times: 2 });
    for (let turn = 0; turn < 6; turn += 1) {
      await deliver(asked.intent.id);
      await store.stepClock(1_000);
    }
    expect(await intent("reference-1")).toMatchObject({ state: "done", remoteId: simulator.requests[0]?.id });
    expect(simulator.requests).toHaveLength(1);
  });

  it.each(faults.filter(({ kind }) => kind !== "duplicated"))(
    "is made once where it can only be looked for, once it cannot arrive any more: $kind",
    async (fault) => {
      const { ask, deliver, intent, simulator } = await clinicOn(
        store,
        { capabilities: { conditionalCreate: false } },
        { honours: { searchByReference: true, requestLifeSeconds: 60 } },
      );
      const asked = await ask("reference-1");
      if (asked.action !== "request") throw new Error(asked.action);
      simulator.faults.plan(fault, { method: "POST" });
      for (let turn = 0; turn < 6; turn += 1) {
        await deliver(asked.intent.id);
        await store.stepClock(1_000);
      }
      expect(await intent("reference-1")).toMatchObject({
        state: "done",
        remoteId: simulator.requests[0]?.id,
      });
      expect(simulator.requests).toHaveLength(1);
    },
  );

  it("is sent at most once, and seen to by a person, where the platform promises nothing", async () => {
    const { ask, deliver, intent, simulator } = await clinicOn(
      store,
      { capabilities: { conditionalCreate: false, searchByReference: false, versions: "absent" } },
      { honours: {} },
    );
    const asked = await ask("reference-1");
    if (asked.action !== "request") throw new Error(asked.action);
    simulator.faults.plan({ kind: "answer-lost" });
    expect(await deliver(asked.intent.id)).toMatchObject({ outcome: "set-aside", code: "connection-lost" });
    await store.stepClock(100_000);
    expect(await deliver(asked.intent.id)).toMatchObject({ outcome: "not-due" });
    expect(await intent("reference-1")).toMatchObject({ state: "set-aside" });
    expect(simulator.requests).toHaveLength(1);
  });

  it("waits while there is no token, and is sent when there is one again, where the platform promises nothing", async () => {
    const { ask, clinic, clock, settings, simulator } = await clinicOn(store, {}, { honours: {} });
    const { url, close } = await serveSimulator(simulator);
    onTestFinished(close);
    const tokens = [() => Promise.reject(new Error("down")), () => "hunter2\nhunter2", () => "token-1"];
    const baseUrl = `${url}/fhir`;
    const token = () => tokens.shift()?.() ?? "none";
    const fetch = omnidocFetch({ baseUrl, allowLoopback: true, token });
    const client = new FhirClient({ baseUrl, fetch, clock });
    const delivery = {
      carriers: [carrierFor(opinionOutlet({ client, settings }))],
      clock: { now: clock.now, sleep: () => new Promise<void>(() => undefined) },
      random: seededRandom(1),
    };
    const asked = await ask("reference-1");
    if (asked.action !== "request") throw new Error(asked.action);
    for (let outage = 0; outage < 2; outage += 1) {
      const delivered = await deliverIntent(clinic, asked.intent.id, delivery);
      expect(delivered).toEqual({ outcome: "pending", code: "token-missing" });
      await store.stepClock(1_000);
    }
    expect(simulator.requests).toEqual([]);
    expect(await deliverIntent(clinic, asked.intent.id, delivery)).toMatchObject({ outcome: "done" });
    expect(simulator.requests).toHaveLength(1);
  });
});

const personal = /258019999900129|170029999900288|EXEMPLE|ADA|1958-01-02/;

/** Every row of every table, as text. */
async function everythingStored(): Promise<string> {
  return store.asOwner(async ({ query }) => {
    const [{ stored } = { stored: "" }] = await query<{ stored: string }>(sql`
      select string_agg(query_to_xml(format('select * from %I.%I', table_schema, table_name), true, true, '')::text, '') as stored
      from information_schema.tables
      where table_schema = 'guichet' and table_type = 'BASE TABLE'`);
    return stored;
  });
}
