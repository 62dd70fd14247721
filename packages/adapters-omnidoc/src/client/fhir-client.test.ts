import { serveSimulator } from "@guichet/sync/simulator";
import { describe, expect, it, onTestFinished } from "vitest";
import { opinionIntent, platform, unhurried } from "../platform.fixture.js";
import { opinionOutlet } from "../requests/opinion-outlet.js";
import { FhirClient } from "./fhir-client.js";
import { omnidocFetch } from "./omnidoc-fetch.js";

/** A platform on a port, and a client with real connections. */
async function served(token: () => string = () => "token-1") {
  const { simulator, clock, ...setup } = platform();
  const { url, close } = await serveSimulator(simulator);
  onTestFinished(close);
  const baseUrl = `${url}/fhir`;
  const fetch = omnidocFetch({ baseUrl, token, allowLoopback: true });
  return { ...setup, simulator, clock, baseUrl, client: new FhirClient({ baseUrl, fetch, clock }) };
}

describe("the client, over a connection", () => {
  it("makes a request, reads it, and writes it in the version it read", async () => {
    const { client, settings } = await served();
    const sent = await opinionOutlet({ client, settings }).send(opinionIntent(), unhurried);
    if (sent.outcome !== "done") throw new Error(sent.code);
    const read = await client.read(sent.remoteId, unhurried);
    if (read === undefined) throw new Error("not there");
    const written = await client.update({ ...read, status: "revoked" }, read.meta.versionId, unhurried);
    expect(written).toMatchObject({ status: "revoked", meta: { versionId: "2" } });
    expect(written.identifier).toEqual(read.identifier);
  });

  it("is refused a write over a version that somebody else wrote meanwhile", async () => {
    const { client, settings, simulator } = await served();
    await opinionOutlet({ client, settings }).send(opinionIntent(), unhurried);
    const read = await client.read(simulator.requests[0]?.id ?? "", unhurried);
    if (read === undefined) throw new Error("not there");
    simulator.move(read.id, "ready");
    await expect(
      client.update({ ...read, status: "revoked" }, read.meta.versionId, unhurried),
    ).rejects.toMatchObject({
      notDone: { outcome: "conflict", code: "precondition-failed" },
    });
    expect(simulator.stateOf(read.id)).toBe("ready");
  });

  it("says that there is none, which is no failure", async () => {
    const { client } = await served();
    expect(await client.read("nobody", unhurried)).toBeUndefined();
  });

  it("asks for a token for each request, and never shows one", async () => {
    const tokens = ["stale-secret", "token-1", "stale-secret", "stale-secret"];
    const { client } = await served(() => tokens.shift() ?? "none");
    expect(await client.read("nobody", unhurried)).toBeUndefined();
    const refusal = await client.read("nobody", unhurried).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: "token-refused" });
    expect(JSON.stringify(refusal) + String(refusal)).not.toContain("secret");
  });

  it.each(["https://elsewhere.invalid/fhir/ServiceRequest?page=2", "http://[not-a-url"])(
    "follows no link to another server: %s",
    async (link) => {
      const { client, simulator } = await served();
      await expect(client.page(link, unhurried)).rejects.toMatchObject({ code: "answer-not-understood" });
      expect(simulator.faults.met).toEqual([]);
    },
  );

  it("takes an id for an id, never for a path", async () => {
    const { client } = await served();
    expect(await client.read("a/../../x?y", unhurried)).toBeUndefined();
    await expect(client.read("..", unhurried)).rejects.toMatchObject({ code: "path-refused" });
  });
});
