import { describe, expect, it } from "vitest";
import { patch, platform } from "../platform.fixture.js";
import { pushedOpinions } from "./pushed-opinions.js";

const { settings } = platform();
const meta = { versionId: "3", lastUpdated: "2026-11-23T10:00:00Z" };
const request = { resourceType: "ServiceRequest", id: "r-1", meta, status: "on-hold", intent: "proposal" };
const put = { method: "PUT", url: "ServiceRequest/r-1" };
const transaction = (...entry: readonly object[]) => ({ resourceType: "Bundle", type: "transaction", entry });

/** What is read of a push of any content. */
const read = (
  content: unknown,
  { method = "POST", path = "", ifMatch }: Partial<Parameters<typeof pushedOpinions>[0]> = {},
) =>
  pushedOpinions(
    { method, path, ifMatch, rawBody: new TextEncoder().encode(JSON.stringify(content)) },
    settings,
  );

describe("a push", () => {
  it("brings a request along as it stands", () => {
    for (const [told, how] of [
      [transaction({ resource: request, request: put }), {}],
      [request, {}],
      [request, { method: "PUT", path: "ServiceRequest/r-1" }],
    ] as const) {
      expect(read(told, how).opinions).toMatchObject([
        { remoteId: "r-1", item: { remoteId: "r-1", version: "3".padStart(20, "0"), status: "on-hold" } },
      ]);
    }
  });

  it("says what is patched of a request, and which version that follows on", () => {
    const told = patch({ type: "replace", path: "ServiceRequest.status", value: "completed" });
    const opinion = {
      ...{ remoteId: "r-1", ifMatch: 'W/"3"' },
      operations: [{ type: "replace", path: "ServiceRequest.status", value: "completed" }],
    };
    const alone = read(told, { method: "PATCH", path: "ServiceRequest/r-1", ifMatch: 'W/"3"' });
    expect(alone).toEqual({ opinions: [opinion] });
    const entry = {
      resource: told,
      request: { method: "PATCH", url: "ServiceRequest/r-1", ifMatch: 'W/"3"' },
    };
    expect(read(transaction({ request: { method: "PUT", url: "Patient/p-1" } }, entry))).toEqual({
      opinions: [opinion],
      transaction: [undefined, "r-1"],
    });
  });

  it("only names a request whose patch is none, that it deletes, or gives without a version", () => {
    const told = transaction(
      {
        resource: { resourceType: "Parameters", parameter: [{ name: "operation" }] },
        request: { method: "PATCH", url: "ServiceRequest/r-1" },
      },
      { request: { method: "DELETE", url: "https://omnidoc.invalid/fhir/ServiceRequest/r-2" } },
      {
        resource: { ...request, id: "r-3", meta: {} },
        request: { method: "PUT", url: "ServiceRequest/r-3" },
      },
    );
    expect(read(told).opinions).toEqual([{ remoteId: "r-1" }, { remoteId: "r-2" }, { remoteId: "r-3" }]);
  });

  it("only names a request that cannot be read", () => {
    const broken = transaction({ resource: { ...request, status: 7 }, request: put });
    expect(read(broken).opinions).toEqual([{ remoteId: "r-1" }]);
  });

  it("brings the newest of what it says twice", () => {
    const older = { ...request, meta: { ...meta, versionId: "2" }, status: "active" };
    for (const both of [
      [request, older],
      [older, request],
    ]) {
      const { opinions } = read(transaction(...both.map((resource) => ({ resource, request: put }))));
      expect(opinions.map(({ item }) => item?.status)).toEqual(["on-hold", "on-hold"]);
    }
  });

  it("names both, the request of its address and the one it brings", () => {
    const { opinions } = read(request, { method: "PUT", path: "ServiceRequest/r-2" });
    expect(opinions).toMatchObject([{ remoteId: "r-2" }, { remoteId: "r-1", item: { remoteId: "r-1" } }]);
    expect(opinions[0]?.item).toBeUndefined();
  });

  it.each([
    undefined,
    null,
    7,
    "text",
    [],
    {},
    { resourceType: "Bundle" },
    transaction(),
    transaction({ request: { method: "PUT", url: "Patient/p-1" } }),
  ])("that names no request is not understood: %o", (content) => {
    expect(() => read(content)).toThrow("omnidoc, push: no request for an opinion in it");
  });
});
