import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import recorded from "./ratios.json" with { type: "json" };

// Times belong to a machine, ratios hardly do. A busy machine moves one by a third; what triples one is a mistake.
const loosely = 3;

const script = fileURLToPath(new URL("measured-ratios.mjs", import.meta.url));
let measured: Readonly<Record<string, number>> = {};

beforeAll(() => {
  measured = JSON.parse(execFileSync(process.execPath, [script], { encoding: "utf8" })) as typeof measured;
});

describe("what decisions and matches cost, against code written by hand and against each other", () => {
  it.each(Object.entries(recorded))("is no worse than recorded by much: %s, %f", (name, ratio) => {
    expect(measured[name]).toBeLessThan(ratio * loosely);
  });

  it("is recorded for everything that is measured", () => {
    expect(Object.keys(recorded)).toEqual(Object.keys(measured));
  });
});
