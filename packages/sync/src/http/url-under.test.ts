import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { GuichetError } from "@guichet/rules";
import { urlUnder } from "./url-under.js";

const base = "https://clinic.example/api/v2";

describe("a URL under a base", () => {
  it("is the same with and without a slash at the end of the base", () => {
    const query = { limit: 10, since: undefined, all: true };
    expect(urlUnder(base, ["users", "1"], query).href).toBe(`${base}/users/1?limit=10&all=true`);
    expect(urlUnder(`${base}/`, ["users", "1"], query).href).toBe(`${base}/users/1?limit=10&all=true`);
  });

  it.each(["", ".", "..", "\ud800"])("is refused with a part that is no name: %j", (part) => {
    expect(() => urlUnder(base, ["users", part])).toThrow(GuichetError);
  });

  it.each([
    "//evil.example",
    "\\\\evil.example",
    "https://evil.example",
    "../../admin",
    "%2e%2e",
    "?a=b",
    "#a",
    "@evil",
  ])("stays under its base whatever an id holds: %s", (id) => {
    const url = urlUnder(base, ["users", id]);
    expect(url.pathname).toBe(`/api/v2/users/${encodeURIComponent(id)}`);
    expect([url.origin, url.search, url.hash]).toEqual(["https://clinic.example", "", ""]);
  });

  test.prop([fc.array(fc.string({ unit: "grapheme", minLength: 3 }), { minLength: 1 }), fc.string()])(
    "gives every part and every value back",
    (parts, value) => {
      const url = urlUnder(base, parts, { value });
      const read = url.pathname.split("/").slice(3).map(decodeURIComponent);
      expect([url.origin, ...read]).toEqual(["https://clinic.example", ...parts]);
      expect(url.searchParams.get("value")).toBe(value);
    },
  );
});
