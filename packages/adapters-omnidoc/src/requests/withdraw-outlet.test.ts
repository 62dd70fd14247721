import type { Fetch } from "@guichet/sync";
import { describe, expect, it } from "vitest";
import { FhirClient } from "../client/fhir-client.js";
import { opinionIntent, platform, unhurried } from "../platform.fixture.js";
import { opinionOutlet } from "./opinion-outlet.js";
import { withdrawOutlet } from "./withdraw-outlet.js";

async function withOneRequest() {
  const setup = platform();
  await opinionOutlet(setup).send(opinionIntent(), unhurried);
  const id = setup.simulator.requests[0]?.id ?? "";
  const version = "1".padStart(20, "0");
  const intent = {
    ...opinionIntent(),
    kind: "withdraw-opinion",
    payload: { remoteId: id, version },
  } as const;
  return { ...setup, id, intent, outlet: withdrawOutlet(setup) };
}

describe("withdrawing a request", () => {
  it("revokes it, and once more changes nothing", async () => {
    const { outlet, intent, simulator, id } = await withOneRequest();
    expect(await outlet.find(intent, unhurried)).toEqual({ outcome: "absent" });
    const first = await outlet.send(intent, unhurried);
    expect(first).toMatchObject({ outcome: "done", remoteId: id });
    expect(await outlet.send(intent, unhurried)).toEqual(first);
    expect(await outlet.find(intent, unhurried)).toMatchObject({ outcome: "found", remoteId: id });
    expect(simulator.stateOf(id)).toBe("revoked");
    expect(simulator.journal.entries.filter(({ kind }) => kind === "request-moved")).toHaveLength(1);
  });

  it("comes too late for one that is answered", async () => {
    const { outlet, intent, simulator, id } = await withOneRequest();
    for (const state of ["ready", "in-progress", "completed"] as const) simulator.move(id, state);
    expect(await outlet.send(intent, unhurried)).toEqual({ outcome: "conflict", code: "answered-meanwhile" });
  });

  it("is to be decided again where somebody wrote in between, and overwrites nothing", async () => {
    const { intent, simulator, id, settings, clock, fetch } = await withOneRequest();
    const interrupted: Fetch = async (request) => {
      const answer = await fetch(request);
      if (request.method === "GET" && simulator.stateOf(id) === "draft") simulator.move(id, "ready");
      return answer;
    };
    const client = new FhirClient({ baseUrl: settings.baseUrl, fetch: interrupted, clock });
    const outlet = withdrawOutlet({ client, settings });
    expect(await outlet.send(intent, unhurried)).toEqual({
      outcome: "conflict",
      code: "precondition-failed",
    });
    expect(simulator.stateOf(id)).toBe("ready");
    expect(await outlet.send(intent, unhurried)).toEqual({ outcome: "conflict", code: "changed-meanwhile" });
  });

  it("had no effect for certain where it failed while it read", async () => {
    const { outlet, intent, simulator, id } = await withOneRequest();
    simulator.faults.plan({ kind: "answer-lost" }, { method: "GET" });
    expect(await outlet.send(intent, unhurried)).toEqual({ outcome: "later", code: "connection-lost" });
    simulator.faults.plan({ kind: "answer-lost" }, { method: "PUT" });
    expect(await outlet.send(intent, unhurried)).toEqual({ outcome: "unknown", code: "connection-lost" });
    expect(simulator.stateOf(id)).toBe("revoked");
  });

  it("was certainly not sent where the version is one that no request can name", async () => {
    const { intent, simulator, id, settings, clock, fetch } = await withOneRequest();
    const named: Fetch = async (request) => {
      const answer = await fetch(request);
      const body = JSON.stringify(await answer.json()).replace('"versionId":"1"', '"versionId":"1\u0416"');
      return new Response(body, answer);
    };
    const client = new FhirClient({ baseUrl: settings.baseUrl, fetch: named, clock });
    const odd = { ...intent, payload: { ...intent.payload, version: "2026-11-23T08:30:00.000Z 1\u0416" } };
    expect(await withdrawOutlet({ client, settings }).send(odd, unhurried)).toEqual({
      outcome: "later",
      code: "request-refused",
    });
    expect(simulator.stateOf(id)).toBe("draft");
  });

  it("is refused for one that is not there", async () => {
    const { outlet, intent } = await withOneRequest();
    const nobody = { ...intent, payload: { remoteId: "nobody", version: "1" } };
    expect(await outlet.send(nobody, unhurried)).toEqual({ outcome: "refused", code: "not-found" });
  });
});
