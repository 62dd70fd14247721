import canonicalize from "canonicalize";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "./canonical-json.js";

describe("canonicalJson", () => {
  it("writes what another implementation of RFC 8785 writes", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(value)).toBe(canonicalize(value));
      }),
    );
  });

  it("orders keys as texts, also those that are numbers", () => {
    expect(canonicalJson({ b: 1, 9: 2, 10: [{ z: null, a: true }] })).toBe(
      '{"10":[{"a":true,"z":null}],"9":2,"b":1}',
    );
  });

  it("leaves out what JSON leaves out, and writes as JSON what is no JSON yet", () => {
    const at = new Date("2026-03-02T09:00:00Z");
    expect(canonicalJson({ b: [undefined, at], a: undefined })).toBe(
      '{"b":[null,"2026-03-02T09:00:00.000Z"]}',
    );
  });

  it("keeps half a surrogate pair, which others refuse", () => {
    expect(JSON.parse(canonicalJson({ name: "\ud800" }))).toEqual({ name: "\ud800" });
  });
});
