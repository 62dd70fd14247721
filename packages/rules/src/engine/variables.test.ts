import { describe, expect, it } from "vitest";
import type { Policy } from "../language/policy.js";
import { recordHandover } from "../policies/record-handover/index.js";
import { teleExpertise } from "../policies/tele-expertise/index.js";
import { diagramsOf } from "./policy-diagrams.js";
import { segmentsOf } from "./timeline.js";
import { Discovery, factsOf, isConstrained, type Variable } from "./variables.js";

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

  it("finds a variable again at its place, and another fact's, weekday's or pair's at another", () => {
    const discovery = new Discovery();
    const term = (fact: string) => ({ fact, offset: [] });
    const all: readonly Variable[] = [
      { kind: "weekday", term: term("on"), size: 7 },
      { kind: "weekday", term: term("until"), size: 7 },
      { kind: "same", left: "plate", right: "printed", size: 2 },
      { kind: "same", left: "plate", right: "badge", size: 2 },
      { kind: "order", left: term("on"), right: term("until"), size: 2 },
      { kind: "order", left: term("until"), right: term("on"), size: 2 },
    ];
    const places = all.map((variable) => discovery.find(variable).index);
    expect(new Set(places).size).toBe(all.length);
    expect(all.map((variable) => discovery.find(variable).index)).toEqual(places);
    expect(discovery.ordered().list).toEqual(all);
  });

  it("knows the facts that each variable reads, and which values may exclude others", () => {
    const term = (fact: string) => ({ fact, offset: [] });
    const read = (variable: Variable) => [...factsOf(variable), isConstrained(variable)];
    expect(read({ kind: "order", left: term("on"), right: term("until"), size: 2 })).toEqual([
      "on",
      "until",
      true,
    ]);
    expect(read({ kind: "same", left: "plate", right: "badge", size: 2 })).toEqual(["plate", "badge", true]);
    expect(read({ kind: "weekday", term: term("on"), size: 7 })).toEqual(["on", true]);
    expect(read({ kind: "word", fact: "plate", words: ["AB"], size: 2 })).toEqual(["plate", true]);
    expect(read({ kind: "cut", fact: "days", starts: [3], size: 2 })).toEqual(["days", true]);
    expect(read({ kind: "choice", fact: "by", size: 2 })).toEqual(["by", false]);
    expect(read({ kind: "element", fact: "marks", element: "wet", size: 2 })).toEqual(["marks", false]);
  });

  it("refuses a variable that was not found", () => {
    const variables = new Discovery().ordered();
    const status: Variable = { kind: "choice", fact: "status", size: 3 };
    expect(() => variables.find(status)).toThrow("a variable was not discovered: choice status");
    expect(() => variables.at(0)).toThrow("there is no variable 0");
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
