import { fc, it } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { etagOfVersion, isMatched, versionAfter, versionOf } from "./version.js";

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

  it.prop([fc.nat(), fc.nat(), fc.nat({ max: 5 })])(
    "of what was patched here comes after the one it was, and before the next of the platform",
    (number, at, patches) => {
      const next = (one: string) => Array.from({ length: patches }).reduce(versionAfter, versionAfter(one));
      for (const [older, newer] of [
        [version(String(number), at), version(String(number + 1), at)],
        [version("v-a", at), version("v-b", at + 1)],
      ] as const) {
        expect(older < next(older)).toBe(true);
        expect(next(older) < newer).toBe(true);
      }
    },
  );
});

describe("the version that is here", () => {
  it("is named to the platform as a version of ours, in what a header may hold", () => {
    expect(etagOfVersion(version("3", 0))).toBe('W/"3"');
    expect(etagOfVersion(versionAfter(version("3", 0)))).toBe('W/"3%2B"');
    expect(etagOfVersion(version("0", 0))).toBe('W/"0"');
    expect(etagOfVersion(version('a "b"\r\nc', 0))).toMatch(/^W\/"[!#-~]+"$/);
  });

  it.prop([fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" })])(
    "has the name of no other",
    (left, right) => {
      const [one, other] = [version(left, 0), version(right, 0)];
      expect(isMatched(etagOfVersion(one), etagOfVersion(other))).toBe(one === other);
    },
  );
});
