import { carrierFor, deliverIntent, pullChanges, readRecord, reconcile } from "@guichet/sync";
import { openTestStore, seededRandom, stopTestServers, type TestStore } from "@guichet/sync/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FhirClient } from "../src/client/fhir-client.js";
import { omnidocFetch } from "../src/client/omnidoc-fetch.js";
import { claimOpinion } from "../src/from-outcome/claim-opinion.js";
import { requestBundle } from "../src/from-outcome/request-bundle.js";
import { settingsOf } from "../src/omnidoc-options.js";
import { opinionIntent, unhurried } from "../src/platform.fixture.js";
import { askOpinion } from "../src/requests/ask-opinion.js";
import { opinionFeed, opinionsFeed } from "../src/requests/opinion-feed.js";
import { opinionOutlet } from "../src/requests/opinion-outlet.js";
import { withdrawOutlet } from "../src/requests/withdraw-outlet.js";
import { opinionsIn } from "../src/to-facts/opinion.js";
import { bundle } from "../src/wire/bundle.js";
import { practitionerRole } from "../src/wire/practitioner-role.js";
import type { Reference } from "../src/wire/reference.js";
import { serviceRequest } from "../src/wire/service-request.js";
import { versionOf } from "../src/wire/version.js";
import { wish } from "../src/wish.fixture.js";
import { medplumServer } from "./medplum-server.fixture.js";

let medplum: Awaited<ReturnType<typeof medplumServer>>;
let store: TestStore;

beforeAll(async () => {
  medplum = await medplumServer();
  store = await openTestStore();
});

afterAll(async () => {
  await medplum.close();
  await store.close();
  await stopTestServers();
});

function clinicOf() {
  const { baseUrl } = medplum;
  const settings = settingsOf({
    baseUrl,
    pseudonymKey: new Uint8Array(32).fill(7),
    honours: { conditionalCreate: true, searchByReference: true, versions: true },
  });
  const fetch = omnidocFetch({ baseUrl, token: () => "token-1", allowLoopback: true });
  const client = new FhirClient({ baseUrl, fetch, clock: { now: () => 0 } });
  return { settings, client, outlet: opinionOutlet({ client, settings }) };
}

async function made(number: number) {
  const setup = clinicOf();
  const sent = await setup.outlet.send(opinionIntent(number), unhurried);
  if (sent.outcome !== "done") throw new Error(sent.code);
  const request = await setup.client.read(sent.remoteId, unhurried);
  if (request === undefined) throw new Error("not there");
  return { ...setup, request };
}

describe("on a FHIR server that we did not write", () => {
  it("our transaction is valid and taken, and everybody it names is there", async () => {
    const { request } = await made(1);
    expect(request).toMatchObject({
      status: "draft",
      intent: "proposal",
      authoredOn: "2026-11-23T08:30:00Z",
    });
    const [opinion] = opinionsIn(await wholeOf(request.id), clinicOf().settings);
    expect(opinion).toMatchObject({
      reference: "reference-1",
      ins: "258019999900129",
      requester: { number: "10000000001", profession: "nurse" },
      responder: { number: "10000000002", profession: "physician" },
    });
  });

  it("a request that is sent again is made once, with everybody it names", async () => {
    const { outlet, request } = await made(2);
    const types = ["ServiceRequest", "Patient", "Practitioner", "PractitionerRole", "Organization"] as const;
    const counts = () =>
      Promise.all(
        types.map(async (resourceType) => (await medplum.repository.search({ resourceType })).total),
      );
    const before = await counts();
    const again = await outlet.send(opinionIntent(2), unhurried);
    expect(again).toMatchObject({ outcome: "done", remoteId: request.id });
    expect(await counts()).toEqual(before);
  });

  it("a request is found by our reference, and one that was never sent is not", async () => {
    const { outlet, request } = await made(3);
    expect(await outlet.find(opinionIntent(3), unhurried)).toMatchObject({
      outcome: "found",
      remoteId: request.id,
    });
    expect(await outlet.find(opinionIntent(999), unhurried)).toEqual({ outcome: "absent" });
  });

  it("a write over a version that somebody else wrote is refused with 412, and changes nothing", async () => {
    const { client, request } = await made(4);
    const stale = request.meta.versionId;
    await client.update({ ...request, status: "active" }, stale, unhurried);
    await expect(client.update({ ...request, status: "revoked" }, stale, unhurried)).rejects.toMatchObject({
      notDone: { outcome: "conflict", code: "precondition-failed" },
    });
    expect(await client.read(request.id, unhurried)).toMatchObject({ status: "active" });
  });

  it("a withdrawal keeps what we do not know of the request", async () => {
    const { client, settings, request } = await made(5);
    const asked = { ...request, doNotPerform: false };
    const changed = await client.update(asked, request.meta.versionId, unhurried);
    const payload = { remoteId: request.id, version: versionOf(changed) };
    const intent = { ...opinionIntent(5), kind: "withdraw-opinion", payload } as const;
    const sent = await withdrawOutlet({ client, settings }).send(intent, unhurried);
    expect(sent).toMatchObject({ outcome: "done", remoteId: request.id });
    expect(await client.read(request.id, unhurried)).toMatchObject({
      status: "revoked",
      doNotPerform: false,
    });
  });

  it("what is no FHIR is refused by their validation, for good", async () => {
    const { client, settings } = clinicOf();
    const { payload, reference } = opinionIntent(6);
    const bornOn = "0000-99-99";
    const transaction = requestBundle({ ...payload, patient: { ...payload.patient, bornOn } }, reference, {
      dialect: settings.dialect,
      conditionalCreate: true,
    });
    await expect(client.transact(transaction, unhurried)).rejects.toMatchObject({
      notDone: { outcome: "refused", code: "validation-refused" },
    });
  });

  it("every request is followed to its answer", async () => {
    const { client, settings, request } = await made(7);
    const clinic = await store.addTenant({ id: "clinic-1", jurisdiction: "FR" });
    const feed = opinionFeed({ client, settings });
    expect(await pullChanges(clinic, feed, { signal: unhurried })).toMatchObject({ outcome: "pulled" });
    const answered = { ...request, status: "completed", occurrenceDateTime: "2026-11-24T18:00:00+01:00" };
    await client.update(answered, request.meta.versionId, unhurried);
    expect(await pullChanges(clinic, feed, { signal: unhurried })).toEqual({ outcome: "pulled", changed: 1 });
    expect(await reconcile(clinic, feed, { signal: unhurried })).toMatchObject({ changed: 0, gone: 0 });
    const stored = await clinic.transaction((transaction) =>
      readRecord(transaction, opinionsFeed, request.id),
    );
    expect(stored).toMatchObject({ status: "completed", body: { answeredOn: "2026-11-24" } });
  });

  it("an opinion is asked for, sent, answered there, and claimed by both sides", async () => {
    const { client, settings, outlet } = clinicOf();
    const clinic = await store.addTenant({ id: "clinic-2", jurisdiction: "FR" });
    const asked = await clinic.transaction((transaction) =>
      askOpinion(transaction, wish, { reference: "reference-8", settings }),
    );
    if (asked.action !== "request") throw new Error(asked.action);
    const { clock } = store.surroundings;
    const delivered = await deliverIntent(clinic, asked.intent.id, {
      ...{ carriers: [carrierFor(outlet)], clock, random: seededRandom(1) },
    });
    if (delivered.outcome !== "done") throw new Error(delivered.outcome);
    const { remoteId } = delivered;
    const request = await client.read(remoteId, unhurried);
    if (request === undefined) throw new Error("not there");
    const answered = { ...request, status: "completed", occurrenceDateTime: "2026-11-24" };
    await client.update(answered, request.meta.versionId, unhurried);
    await pullChanges(clinic, opinionFeed({ client, settings }), { signal: unhurried });
    const record = await clinic.transaction((transaction) => readRecord(transaction, opinionsFeed, remoteId));
    expect(record).toMatchObject({ status: "completed", reference: "reference-8" });

    const [opinion] = opinionsIn(await wholeOf(remoteId), settings);
    if (opinion === undefined) throw new Error("not read");
    const facts = {
      act: { region: "metropolitan", sameHealthCentre: false },
      patient: { hospitalisedAtRequester: false },
      consent: { informedOf: ["reason", "responder-identity", "responder-specialty", "return-mode"] },
      usage: { responderActs: 0, requesterActs: 0 },
    } as const;
    expect(claimOpinion({ opinion, facts })).toMatchObject({
      status: "answered",
      responder: { status: "claim", actCode: "TE2", feeCents: 2300 },
      requester: { status: "claim", actCode: "RQD", feeCents: 1000 },
    });
  });
});

/** A request and whom it names: their memory does not know `_include`. */
async function wholeOf(id: string) {
  const { repository } = medplum;
  const request = serviceRequest.parse(await repository.readResource("ServiceRequest", id));
  const named = async (reference: Reference | undefined) =>
    repository.readReference({ reference: reference?.reference ?? "" });
  const roles = await Promise.all([request.requester, request.performer?.[0]].map(named));
  const people = roles.map((role) => named(practitionerRole.parse(role).practitioner));
  const resources = [request, ...roles, ...(await Promise.all([...people, named(request.subject)]))];
  return bundle.parse({
    resourceType: "Bundle",
    type: "searchset",
    entry: resources.map((resource) => ({ resource })),
  });
}
