import { millisFromInstant } from "@guichet/rules/calendar";
import { describe, expect, it } from "vitest";
import { clockMoments } from "./clock-moments.js";

const at = (instant: string): number => millisFromInstant(instant) ?? NaN;

describe("a time without an offset", () => {
  it.each([
    ["Europe/Moscow", "2026-03-29", "02:30", "2026-03-28T23:30Z", "2026-03-28T23:30Z"],
    ["Europe/Paris", "2026-10-25", "01:59", "2026-10-24T23:59Z", "2026-10-24T23:59Z"],
    ["Europe/Paris", "2026-10-25", "02:00", "2026-10-25T00:00Z", "2026-10-25T01:00Z"],
    ["Europe/Paris", "2026-10-25", "02:59", "2026-10-25T00:59Z", "2026-10-25T01:59Z"],
    ["Europe/Paris", "2026-10-25", "03:00", "2026-10-25T02:00Z", "2026-10-25T02:00Z"],
    ["Europe/Paris", "2026-03-29", "01:59", "2026-03-29T00:59Z", "2026-03-29T00:59Z"],
    ["Europe/Paris", "2026-03-29", "02:00", "2026-03-29T01:00Z", "2026-03-29T01:00Z"],
    ["Europe/Paris", "2026-03-29", "02:59", "2026-03-29T01:00Z", "2026-03-29T01:00Z"],
    ["Europe/Paris", "2026-03-29", "03:00", "2026-03-29T01:00Z", "2026-03-29T01:00Z"],
    // Midnight itself is skipped there that night.
    ["Africa/Cairo", "2026-04-24", "00:10", "2026-04-23T22:00Z", "2026-04-23T22:00Z"],
  ] as const)("in %s, %s %s, means %s to %s", (zone, day, time, first, last) => {
    expect(clockMoments({ day, time }, zone)).toEqual({ first: at(first), last: at(last) });
  });
});
