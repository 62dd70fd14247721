import { describe, expect, it } from "vitest";
import { opinionIntent, platform, unhurried } from "../platform.fixture.js";
import { requestBundle } from "../from-outcome/request-bundle.js";
import { opinionOutlet } from "../requests/opinion-outlet.js";
import type { SimulatedCapabilities } from "./simulator-options.js";

async function withOneRequest(capabilities: Partial<SimulatedCapabilities> = {}) {
  const setup = platform({ capabilities });
  await opinionOutlet(setup).send(opinionIntent(), unhurried);
  return { ...setup, id: setup.simulator.requests[0]?.id ?? "" };
}

/** Sends a transaction whose entries were changed. */
async function sendChanged(change: (resource: Record<string, unknown>) => object) {
  const { fetch, settings, simulator } = platform();
  const { payload, reference } = opinionIntent();
  const transaction = requestBundle(payload, reference, {
    dialect: settings.dialect,
    conditionalCreate: false,
  });
  const entry = transaction.entry?.map((one) => ({ ...one, resource: change({ ...one.resource }) }));
  const body = JSON.stringify({ ...transaction, entry });
  const { status } = await fetch(new Request(settings.baseUrl, { method: "POST", body }));
  return { status, made: simulator.requests.length };
}

const changed = (resourceType: string, change: object) => (resource: Record<string, unknown>) =>
  resource["resourceType"] === resourceType ? { ...resource, ...change } : resource;

describe("the simulated platform", () => {
  it("takes a request as it should be", async () => {
    expect(await sendChanged((resource) => resource)).toEqual({ status: 200, made: 1 });
  });

  it.each([
    ["that is no proposal", 422, changed("ServiceRequest", { intent: "order" })],
    ["without consent", 422, changed("ServiceRequest", { extension: [] })],
    ["with a note", 422, changed("ServiceRequest", { note: [{ text: "why" }] })],
    ["of nobody", 422, changed("ServiceRequest", { requester: undefined })],
    ["for a patient nobody can name", 422, changed("Patient", { identifier: [] })],
    ["of an unknown shape", 400, changed("ServiceRequest", { status: 7 })],
    ["with something that does not belong to it", 400, changed("Patient", { resourceType: "Observation" })],
    ["with something that is nothing", 400, changed("Patient", { resourceType: "constructor" })],
  ] as const)("refuses a request %s, and makes nothing of it", async (_, status, change) => {
    expect(await sendChanged(change)).toEqual({ status, made: 0 });
  });

  it("takes no request without its token", async () => {
    const { simulator, settings } = platform();
    const ask = (headers: Record<string, string>) =>
      simulator.fetch(new Request(settings.baseUrl, { method: "POST", body: "{}", headers }));
    expect((await ask({})).status).toBe(401);
    expect((await ask({ authorization: "Bearer another" })).status).toBe(401);
    expect((await ask({ authorization: "Bearer token-1" })).status).toBe(400);
  });

  it("moves a request along its course and on no other way", async () => {
    const { simulator, id } = await withOneRequest();
    expect(() => {
      simulator.move(id, "completed");
    }).toThrow("no step from draft to completed");
    for (const state of ["ready", "in-progress", "on-hold", "in-progress", "completed"] as const) {
      simulator.move(id, state);
      expect(simulator.stateOf(id)).toBe(state);
    }
    expect(() => {
      simulator.move(id, "in-progress");
    }).toThrow("no step from completed to in-progress");
    expect(simulator.journal.entries.map(({ kind }) => kind)).toEqual([
      "request-made",
      ...Array.from({ length: 5 }, () => "request-moved"),
    ]);
  });

  it("makes a second draft where it does not honour conditions", async () => {
    const { simulator, ...setup } = await withOneRequest({ conditionalCreate: false });
    await opinionOutlet(setup).send(opinionIntent(), unhurried);
    expect(simulator.requests).toHaveLength(2);
  });

  it("gives no version where it has none, and lets the last write win", async () => {
    const { simulator, client, id } = await withOneRequest({ versions: "absent" });
    const read = await client.read(id, unhurried);
    if (read === undefined) throw new Error("not there");
    expect(read.meta.versionId).toBeUndefined();
    simulator.move(id, "ready");
    await client.update({ ...read, status: "revoked" }, "1", unhurried);
    expect(simulator.stateOf(id)).toBe("revoked");
  });

  it("answers the same by the same seed", async () => {
    const [left, right, other] = [platform(), platform(), platform({ seed: 2 })];
    for (const setup of [left, right, other]) await opinionOutlet(setup).send(opinionIntent(), unhurried);
    expect(right.simulator.requests).toEqual(left.simulator.requests);
    expect(other.simulator.requests[0]?.id).not.toBe(left.simulator.requests[0]?.id);
  });
});
