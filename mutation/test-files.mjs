import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const engine = "packages/rules/src/engine";

/** What the engine is held to, beside its own tests: proofs ask more of its diagrams than decisions do. */
const others = [
  ...["verify/prove-laws", "verify/diff-policies", "verify/verify-policy"].map((name) => `src/${name}`),
  ...["every-policy-examples", "settled-answers", "exactness", "cases-behind", "compiled-policies"].map(
    (name) => `test/${name}`,
  ),
];

/** How far the tests that draw or count are turned down, unless they are asked for more. */
export const turnedDown = {
  GUICHET_COMPARISONS: "1500",
  GUICHET_PARTIAL_COMPARISONS: "500",
  GUICHET_DRAWS: "40",
  GUICHET_FEASIBILITY_RUNS: "150",
  GUICHET_WIDE_ROUNDS: "40",
  GUICHET_SMALL_POLICIES: "100",
  GUICHET_SMALL_COMPILED_POLICIES: "25",
  GUICHET_ODD_FACTS: "300",
};

/**
 * The engine's own tests, small ones first, then the others: a fault is done with at the first file that fails.
 * `GUICHET_WITHOUT` is a pattern of those to leave out of a quick first run.
 */
export function testFiles() {
  const own = readdirSync(engine, { recursive: true })
    .filter((name) => name.endsWith(".test.ts"))
    .map((name) => join(engine, name))
    // It starts processes of its own, in which no fault is planted.
    .filter((name) => !name.endsWith("may-generate.test.ts"));
  const without = new RegExp(process.env["GUICHET_WITHOUT"] ?? "^$");
  return [
    ...own.sort((left, right) => statSync(left).size - statSync(right).size),
    ...others.map((name) => `packages/rules/${name}.test.ts`),
  ].filter((name) => !without.test(name));
}

/** Compiling has tests of its own: those are asked for faults in it, the others for all other faults. */
export function isAsked(testFile, faultyFile) {
  return testFile.includes("compile") === /engine.compiled?\b/.test(faultyFile);
}
