import { describe, expect, it } from "vitest";
import type { Policy } from "../language/policy.js";
import { recordHandover } from "../policies/record-handover/index.js";
import { teleExpertise } from "../policies/tele-expertise/index.js";
import { diagramsOf } from "./policy-diagrams.js";
import { segmentsOf } from "./timeline.js";
import { Discovery, type Variable } from "./variables.js";

describe("the order of variables", () => {
  it("puts the elements of one code side by side across all sets, at the first of them", () => {
    const discovery = new Discovery();
    const found: Variable[] = [
      { kind: "choice", fact: "status", size: 3 },
      { kind: "element", fact: "held", element: "a", size: 2 },
      { kind: "element", fact: "held", element: "b", size: 2 },
      { kind: "choice", fact: "mode", size: 2 },
      { kind: "element", fact: "made", element: "b", size: 2 },
      { kind: "element", fact: "made", element: "a", size: 2 },
    ];
    const order = ["status", "held a", "made a", "held b", "made b", "mode"];
    // While it searches too, or the diagrams it searches with would be huge.
    const placed = found.map((variable) => discovery.find(variable));
    placed.sort((left, right) => left.index - right.index);
    expect(placed.map(({ variable }) => named(variable))).toEqual(order);
    expect(discovery.ordered().list.map(named)).toEqual(order);
  });

  it("makes one variable of all thresholds of a fact, and of all words of a text", () => {
    const discovery = new Discovery();
    for (const start of [5, 3, 5, 9]) discovery.find({ kind: "cut", fact: "acts", starts: [start], size: 2 });
    for (const word of ["x", "y", "x"])
      discovery.find({ kind: "word", fact: "unit", words: [word], size: 2 });
    expect(discovery.ordered().list).toEqual([
      { kind: "cut", fact: "acts", starts: [3, 5, 9], size: 4 },
      { kind: "word", fact: "unit", words: ["x", "y"], size: 3 },
    ]);
  });

  it("refuses a variable that was not found", () => {
    const variables = new Discovery().ordered();
    expect(() => variables.find({ kind: "choice", fact: "status", size: 3 })).toThrow(RangeError);
  });

  // With all held documents before all that were never made it would be some 2^10 for what is missing alone.
  it.each<readonly [Policy, number]>([
    [recordHandover, 700],
    [teleExpertise, 1500],
  ])("keeps the diagrams of $id small", (policy, most) => {
    expect(nodesOf(policy)).toBeLessThan(most);
  });
});

function named(variable: Variable): string {
  return variable.kind === "element"
    ? `${variable.fact} ${variable.element}`
    : "fact" in variable
      ? variable.fact
      : "";
}

/** How many nodes all decisions of a policy share, in all segments. */
function nodesOf(policy: Policy): number {
  const built = diagramsOf(policy);
  const roots = segmentsOf(policy).flatMap((segment) => {
    const { scalars, sets, given } = built.of(segment);
    return [given, ...scalars.values(), ...[...sets.values()].flatMap((set) => [...set.values()])];
  });
  const seen = new Set(roots);
  for (const node of seen) for (const kid of built.diagrams.kidsOf(node)) seen.add(kid);
  return [...seen].filter((node) => built.diagrams.leafOf(node) === undefined).length;
}
