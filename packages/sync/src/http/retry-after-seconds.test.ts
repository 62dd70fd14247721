import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { retryAfterSeconds } from "./retry-after-seconds.js";

const noon = Date.UTC(2026, 10, 26, 12);
const after = (value: string, nowMillis = noon) =>
  retryAfterSeconds(new Response(null, { status: 503, headers: { "retry-after": value } }), nowMillis);

describe("how long a platform asks to be left alone", () => {
  it.each([
    ["0", 0],
    ["1", 1],
    [" 120 ", 120],
    ["3600", 3600],
    ["3601", 3600],
    ["86400", 3600],
    ["86401", undefined],
    ["99999999999999999999", undefined],
    ["-1", undefined],
    ["1.5", undefined],
    ["1e3", undefined],
    ["0x10", undefined],
    ["soon", undefined],
    ["", undefined],
    ["2026-11-26", undefined],
    ["Thu, 26 Nov 2026 12:02:00 GMT", 120],
    ["Thu, 26 Nov 2026 11:59:00 GMT", 0],
    ["Thu, 26 Nov 2026 14:00:00 GMT", 3600],
    ["Fri, 27 Nov 2026 12:00:00 GMT", 3600],
    ["Fri, 27 Nov 2026 12:00:01 GMT", undefined],
    ["Wed, 25 Nov 2026 12:00:00 GMT", 0],
    ["Wed, 25 Nov 2026 11:59:59 GMT", undefined],
    ["Wed, 26 Nov 2026 12:02:00 GMT", undefined],
    ["Thu, 26 Nov 2026 12:02:00", undefined],
    ["Thu, 31 Feb 2026 12:02:00 GMT", undefined],
  ])("reads %j as %s", (value, seconds) => {
    expect(after(value)).toBe(seconds);
  });

  it("says nothing when the header is missing", () => {
    expect(retryAfterSeconds(new Response(null, { status: 429 }), noon)).toBeUndefined();
  });

  it("rounds a part of a second up, so that nobody comes too early", () => {
    expect(after("Thu, 26 Nov 2026 12:02:00 GMT", noon + 1)).toBe(120);
  });

  test.prop([fc.string(), fc.integer({ min: 0, max: 4e12 })])(
    "is a whole number from 0 to 3600 or nothing, whatever the header holds",
    (value, nowMillis) => {
      const answer = { headers: { get: () => value } } as unknown as Response;
      const seconds = retryAfterSeconds(answer, nowMillis);
      expect(seconds === undefined || (Number.isInteger(seconds) && seconds >= 0 && seconds <= 3600)).toBe(
        true,
      );
    },
  );
});
