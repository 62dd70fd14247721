import { fc, it } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { versionOf } from "./version.js";

const moment = (millis: number) => new Date(millis).toISOString();
const version = (versionId: string | undefined, millis: number) =>
  versionOf({ meta: { versionId, lastUpdated: moment(millis) } });

describe("a version", () => {
  it.prop([fc.nat(), fc.nat(), fc.nat()])(
    "grows as text with its number, whatever the clock says",
    (number, more, at) => {
      const [older, newer] = [version(String(number), at), version(String(number + more + 1), 0)];
      expect(older < newer).toBe(true);
    },
  );

  it.prop([fc.uuid(), fc.uuid(), fc.nat(), fc.nat()])(
    "grows with its moment where version ids are only names",
    (left, right, at, more) => {
      expect(version(`v-${left}`, at) < version(`v-${right}`, at + more + 1)).toBe(true);
      expect(version(undefined, at) < version(undefined, at + more + 1)).toBe(true);
    },
  );

  it("is the same whatever offset its moment is written with", () => {
    const meta = { versionId: "a", lastUpdated: "2026-11-23T10:00:00.000+01:00" };
    expect(versionOf({ meta })).toBe("2026-11-23T09:00:00.000Z a");
  });
});
