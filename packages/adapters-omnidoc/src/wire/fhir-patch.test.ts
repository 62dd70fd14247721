import { describe, expect, it } from "vitest";
import { patchOperations } from "./fhir-patch.js";

const patchOf = (...part: readonly object[]) => ({
  resourceType: "Parameters",
  parameter: [{ name: "operation", part }],
});
const [type, path] = [
  { name: "type", valueCode: "replace" },
  { name: "path", valueString: "ServiceRequest.status" },
];

describe("a FHIRPath patch", () => {
  it("has its operations in their order, with values of whatever type", () => {
    const [status, day] = ["valueCode", "valueDateTime"].map((element) =>
      patchOf(type, path, { name: "value", [element]: "x" }),
    );
    const both = { ...status, parameter: [...(status?.parameter ?? []), ...(day?.parameter ?? [])] };
    const operation = { type: "replace", path: "ServiceRequest.status", name: undefined, value: "x" };
    expect(patchOperations(both)).toEqual([operation, operation]);
  });

  it("adds an extension with its address and its value", () => {
    const url = "https://example.org/extension";
    const value = {
      ...{ name: "value" },
      part: [
        { name: "url", valueUri: url },
        { name: "value", valueCode: "ready" },
      ],
    };
    const name = { name: "name", valueString: "extension" };
    expect(patchOperations(patchOf(type, path, name, value))).toMatchObject([
      { name: "extension", value: { url, value: "ready" } },
    ]);
  });

  it("has no value where that is neither", () => {
    const value = { name: "value", part: [{ name: "start", valueDateTime: "2026-11-24" }] };
    for (const none of [value, { name: "value" }, { name: "value", valueBoolean: true }])
      expect(patchOperations(patchOf(type, path, none))).toMatchObject([{ value: undefined }]);
  });

  it.each([
    undefined,
    null,
    [{ op: "replace", path: "/status", value: "completed" }],
    { resourceType: "Parameters" },
    { resourceType: "Parameters", parameter: [] },
    { resourceType: "Parameters", parameter: [{ name: "operation" }] },
    { resourceType: "Parameters", parameter: [{ name: "other", part: [type, path] }] },
    patchOf(type),
    patchOf(path),
    { resourceType: "Bundle", parameter: patchOf(type, path).parameter },
  ])("is not %j", (resource) => {
    expect(patchOperations(resource)).toBeUndefined();
  });
});
