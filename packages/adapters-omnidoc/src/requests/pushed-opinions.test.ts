import { describe, expect, it } from "vitest";
import { platform } from "../platform.fixture.js";
import { pushedOpinions } from "./pushed-opinions.js";

const { settings } = platform();
const meta = { versionId: "3", lastUpdated: "2026-11-23T10:00:00Z" };
const request = { resourceType: "ServiceRequest", id: "r-1", meta, status: "on-hold", intent: "proposal" };
const put = { method: "PUT", url: "ServiceRequest/r-1" };
const transaction = (...entry: readonly object[]) => ({ resourceType: "Bundle", type: "transaction", entry });

describe("a push", () => {
  it("brings a request along as it stands", () => {
    for (const body of [transaction({ resource: request, request: put }), request]) {
      expect(pushedOpinions(body, settings)).toMatchObject({
        remoteIds: ["r-1"],
        items: [{ remoteId: "r-1", version: "3".padStart(20, "0"), status: "on-hold" }],
      });
    }
  });

  it("only names a request that it patches, deletes, or gives without a version", () => {
    const patch = { resourceType: "Parameters", parameter: [{ name: "operation" }] };
    const told = transaction(
      { resource: patch, request: { method: "PATCH", url: "ServiceRequest/r-1" } },
      { request: { method: "DELETE", url: "https://omnidoc.invalid/fhir/ServiceRequest/r-2" } },
      {
        resource: { ...request, id: "r-3", meta: {} },
        request: { method: "PUT", url: "ServiceRequest/r-3" },
      },
    );
    expect(pushedOpinions(told, settings)).toEqual({ remoteIds: ["r-1", "r-2", "r-3"], items: [] });
  });

  it("only names a request that cannot be read", () => {
    const broken = transaction({ resource: { ...request, status: 7 }, request: put });
    expect(pushedOpinions(broken, settings)).toEqual({ remoteIds: ["r-1"], items: [] });
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
  ])("that names no request is not understood: %o", (body) => {
    expect(() => pushedOpinions(body, settings)).toThrow("omnidoc, push: no request for an opinion in it");
  });
});
