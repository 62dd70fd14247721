import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const engine = "packages/rules/src/engine";

/** What the engine is held to, beside its own tests: proofs ask more of its diagrams than decisions do. */
const others = [
  ...["verify/prove-laws", "verify/diff-policies", "verify/verify-policy"].map((name) => `src/${name}`),
  ...["every-policy-examples", "exactness", "cases-behind", "compiled-policies"].map(
    (name) => `test/${name}`,
  ),
];

/** How far the tests that draw or count are turned down, unless they are asked for more. */
export const turnedDown = {
  GUICHET_COMPARISONS: "3000",
  GUICHET_PARTIAL_COMPARISONS: "1000",
  GUICHET_DRAWS: "12",
  GUICHET_SMALL_POLICIES: "100",
};

/** The engine's own tests, small ones first, then the others: a fault is done with at the first file that fails. */
export function testFiles() {
  const own = readdirSync(engine, { recursive: true })
    .filter((name) => name.endsWith(".test.ts"))
    .map((name) => join(engine, name))
    // It starts processes of its own, in which no fault is planted.
    .filter((name) => !name.endsWith("may-generate.test.ts"));
  return [
    ...own.sort((left, right) => statSync(left).size - statSync(right).size),
    ...others.map((name) => `packages/rules/${name}.test.ts`),
  ];
}

/** Compiling has tests of its own: those are asked for faults in it, the others for all other faults. */
export function isAsked(testFile, faultyFile) {
  return testFile.includes("compile") === /engine.compiled?\b/.test(faultyFile);
}
