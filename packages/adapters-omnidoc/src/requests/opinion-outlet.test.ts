import type { Fault } from "@guichet/sync/simulator";
import { describe, expect, it } from "vitest";
import { FhirClient } from "../client/fhir-client.js";
import { answering, opinionIntent, platform, unhurried } from "../platform.fixture.js";
import { draftAddress } from "./draft-address.js";
import { isWebPage, opinionOutlet } from "./opinion-outlet.js";

const effect = true;

describe("sending a request for an opinion", () => {
  it("makes one draft, and tells where the requester goes on with it", async () => {
    const { client, settings, simulator } = platform();
    const told: unknown[] = [];
    const outlet = opinionOutlet({ client, settings, redirected: (_, address) => told.push(address) });
    const sent = await outlet.send(opinionIntent(), unhurried);
    const [request] = simulator.requests;
    expect(sent).toEqual({ outcome: "done", remoteId: request?.id, version: "1".padStart(20, "0") });
    expect(told).toEqual([`https://omnidoc.invalid/requests/${request?.id ?? ""}`]);
    expect(await draftAddress({ client, settings }, request?.id ?? "", unhurried)).toBe(told[0]);
    expect(simulator.journal.entries).toMatchObject([{ kind: "request-made", references: ["reference-1"] }]);
  });

  it("has its effect once, however often it is sent, and is answered the same", async () => {
    const { client, settings, simulator } = platform();
    const outlet = opinionOutlet({ client, settings });
    const first = await outlet.send(opinionIntent(), unhurried);
    expect(await outlet.send(opinionIntent(), unhurried)).toEqual(first);
    expect(simulator.requests).toHaveLength(1);
  });

  const faults: readonly (readonly [Fault, object, number])[] = [
    [{ kind: "request-lost" }, { outcome: "unknown", code: "connection-lost" }, 0],
    [{ kind: "answer-lost" }, { outcome: "unknown", code: "connection-lost" }, 1],
    [{ kind: "duplicated", answer: "second" }, { outcome: "done" }, 1],
    [
      { kind: "status", status: 503, effect: false, retryAfter: "7" },
      { outcome: "later", code: "unavailable", afterSeconds: 7 },
      0,
    ],
    [{ kind: "status", status: 503, effect }, { outcome: "unknown", code: "unavailable" }, 1],
    [
      { kind: "status", status: 429, effect: false, retryAfter: "9" },
      { outcome: "later", code: "too-many-requests", afterSeconds: 9 },
      0,
    ],
    [{ kind: "status", status: 500, effect }, { outcome: "unknown", code: "server-failed" }, 1],
    [{ kind: "status", status: 409, effect: false }, { outcome: "conflict", code: "changed-meanwhile" }, 0],
    [{ kind: "html", effect }, { outcome: "unknown", code: "not-json" }, 1],
    [{ kind: "body-truncated" }, { outcome: "unknown", code: "json-torn" }, 1],
    [
      { kind: "redirect", location: "https://login.invalid/" },
      { outcome: "unknown", code: "status-unexpected" },
      0,
    ],
  ];
  it.each(faults)("that meets %o is %o", async (fault, sent, made) => {
    const { client, settings, simulator } = platform();
    simulator.faults.plan(fault);
    expect(await opinionOutlet({ client, settings }).send(opinionIntent(), unhurried)).toMatchObject(sent);
    expect(simulator.requests).toHaveLength(made);
  });

  it("asks for a new token when the first was not accepted, and then gives up for now", async () => {
    const { client, settings, simulator } = platform();
    const outlet = opinionOutlet({ client, settings });
    simulator.faults.plan({ kind: "status", status: 401, effect: false });
    expect(await outlet.send(opinionIntent(), unhurried)).toMatchObject({ outcome: "done" });
    simulator.faults.plan({ kind: "status", status: 401, effect: false }, { times: 2 });
    expect(await outlet.send(opinionIntent(2), unhurried)).toEqual({
      outcome: "later",
      code: "token-refused",
    });
  });

  it("is refused for what breaks the platform's rules, without a word of it", async () => {
    const { client, settings } = platform();
    const { payload, ...intent } = opinionIntent();
    const patient = { ...payload.patient, ins: "1" };
    const sent = await opinionOutlet({ client, settings }).send(
      { ...intent, payload: { ...payload, patient } },
      unhurried,
    );
    expect(sent).toEqual({ outcome: "refused", code: "validation-refused" });
  });
});

describe("looking for a request for an opinion", () => {
  it("finds it by our reference, or says that it is not there", async () => {
    const { client, settings, simulator } = platform();
    const outlet = opinionOutlet({ client, settings });
    expect(await outlet.find(opinionIntent(), unhurried)).toEqual({ outcome: "absent" });
    await outlet.send(opinionIntent(), unhurried);
    expect(await outlet.find(opinionIntent(), unhurried)).toMatchObject({
      outcome: "found",
      remoteId: simulator.requests[0]?.id,
    });
    expect(await outlet.find(opinionIntent(2), unhurried)).toEqual({ outcome: "absent" });
  });

  it("proves nothing where the platform ignores the parameter, nor where nobody confirmed that it knows it", async () => {
    const deaf = platform({ capabilities: { searchByReference: false } });
    const outlet = opinionOutlet(deaf);
    await outlet.send(opinionIntent(), unhurried);
    expect(await outlet.find(opinionIntent(2), unhurried)).toEqual({
      outcome: "unknown",
      code: "search-not-honoured",
    });
    expect(await outlet.find(opinionIntent(1), unhurried)).toMatchObject({ outcome: "found" });
    const silent = platform({}, { honours: {} });
    expect(await opinionOutlet(silent).find(opinionIntent(), unhurried)).toEqual({
      outcome: "unknown",
      code: "search-not-honoured",
    });
  });

  it("takes others than ours for a search that was not honoured, though no total is given", async () => {
    const { settings, clock, fetch } = platform({ capabilities: { searchByReference: false } });
    const uncounted = answering(fetch, (page) => ({ ...page, total: undefined }));
    const client = new FhirClient({ baseUrl: settings.baseUrl, fetch: uncounted, clock });
    const outlet = opinionOutlet({ client, settings });
    await outlet.send(opinionIntent(), unhurried);
    expect(await outlet.find(opinionIntent(2), unhurried)).toMatchObject({ outcome: "unknown" });
  });

  it("looks through what a platform gives instead, page by page", async () => {
    const deaf = platform({ capabilities: { searchByReference: false } });
    const outlet = opinionOutlet(deaf);
    for (let number = 1; number <= 201; number += 1) await outlet.send(opinionIntent(number), unhurried);
    expect(await outlet.find(opinionIntent(201), unhurried)).toMatchObject({ outcome: "found" });
    expect(await outlet.find(opinionIntent(202), unhurried)).toMatchObject({ outcome: "unknown" });
  });

  it("is unknown, never absent, when the answer is not one", async () => {
    const { client, settings, simulator } = platform();
    const outlet = opinionOutlet({ client, settings });
    for (const fault of [
      { kind: "html", effect },
      { kind: "status", status: 503, effect: false, retryAfter: "1" },
      { kind: "status", status: 500, effect: false },
      { kind: "request-lost" },
    ] as const) {
      simulator.faults.plan(fault);
      expect(await outlet.find(opinionIntent(), unhurried)).toMatchObject({ outcome: "unknown" });
    }
  });
});

it("opens pages, and nothing that runs", () => {
  expect(isWebPage("https://app.omnidoc.fr/requests/1")).toBe(true);
  for (const address of ["javascript:alert(1)", "data:text/html,x", "requests/1", ""]) {
    expect(isWebPage(address)).toBe(false);
  }
});
