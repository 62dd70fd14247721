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

  it("leaves out what is undefined", () => {
    expect(canonicalJson({ a: undefined, b: "c" })).toBe('{"b":"c"}');
  });
});
