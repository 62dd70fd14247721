import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Diagrams, type Diagram } from "./diagrams.js";

/** Three variables with two, three and two values. */
const sizes = [2, 3, 2];

/** A function of the variables, as a formula that can be built as a diagram and computed by itself. */
type Formula =
  | { readonly is: "test"; readonly variable: number; readonly value: number }
  | { readonly is: "not"; readonly of: Formula }
  | { readonly is: "and" | "or"; readonly left: Formula; readonly right: Formula }
  | { readonly is: "if"; readonly when: Formula; readonly left: Formula; readonly right: Formula };

const { formula } = fc.letrec<{ formula: Formula }>((tie) => ({
  formula: fc.oneof(
    { maxDepth: 4 },
    fc
      .nat({ max: 2 })
      .chain((variable) =>
        fc
          .nat({ max: (sizes[variable] ?? 1) - 1 })
          .map((value): Formula => ({ is: "test", variable, value })),
      ),
    fc.record({ is: fc.constant("not" as const), of: tie("formula") }),
    fc.record({
      is: fc.constantFrom("and" as const, "or" as const),
      left: tie("formula"),
      right: tie("formula"),
    }),
    fc.record({
      is: fc.constant("if" as const),
      when: tie("formula"),
      left: tie("formula"),
      right: tie("formula"),
    }),
  ),
}));

const points = [0, 1].flatMap((a) => [0, 1, 2].flatMap((b) => [0, 1].map((c) => [a, b, c])));

describe("decision diagrams", () => {
  it("lead every point to what the formula says there", () => {
    fc.assert(
      fc.property(formula, (one) => {
        const diagrams = new Diagrams();
        const built = build(diagrams, one);
        for (const point of points)
          expect(diagrams.leafOf(follow(diagrams, built, point))).toEqual(value(compute(one, point)));
      }),
    );
  });

  it("are the same exactly where two formulas say the same everywhere", () => {
    fc.assert(
      fc.property(formula, formula, (one, other) => {
        const diagrams = new Diagrams();
        const same = points.every((point) => compute(one, point) === compute(other, point));
        expect(build(diagrams, one) === build(diagrams, other)).toBe(same);
      }),
      { numRuns: 500 },
    );
  });

  it("test smaller variables first, and none in vain", () => {
    fc.assert(
      fc.property(formula, (one) => {
        const diagrams = new Diagrams();
        for (const node of below(diagrams, build(diagrams, one))) {
          const kids = diagrams.kidsOf(node);
          if (kids.length > 0) expect(new Set(kids).size).toBeGreaterThan(1);
          for (const kid of kids) expect(diagrams.variableOf(kid)).toBeGreaterThan(diagrams.variableOf(node));
        }
      }),
    );
  });

  it("select the kid of a variable's value, wherever the kids test it or earlier ones", () => {
    const kids = fc.tuple(formula, formula, formula);
    fc.assert(
      fc.property(fc.nat({ max: 2 }), kids, (variable, all) => {
        const diagrams = new Diagrams();
        const chosen = all.slice(0, sizes[variable]);
        const built = diagrams.select(
          variable,
          chosen.map((one) => build(diagrams, one)),
        );
        for (const point of points) {
          const kid = chosen[point[variable] ?? 0] ?? expect.fail("no kid");
          expect(diagrams.leafOf(follow(diagrams, built, point))).toEqual(value(compute(kid, point)));
        }
      }),
    );
  });

  it("go on at pairs of leaves as at the leaves of each point", () => {
    fc.assert(
      fc.property(formula, formula, (one, other) => {
        const diagrams = new Diagrams();
        const [left, right] = [build(diagrams, one), build(diagrams, other)];
        const both = diagrams.bindBoth(left, right, (first, second) =>
          diagrams.leaf({ is: "point", at: (isTrue(first) ? 2 : 0) + (isTrue(second) ? 1 : 0) }),
        );
        for (const point of points) {
          const at = (compute(one, point) ? 2 : 0) + (compute(other, point) ? 1 : 0);
          expect(diagrams.leafOf(follow(diagrams, both, point))).toEqual({ is: "point", at });
        }
      }),
    );
  });

  it("may go on with a diagram that tests earlier variables", () => {
    const diagrams = new Diagrams();
    const early = test(diagrams, 0, 1);
    const late = test(diagrams, 2, 1);
    expect(diagrams.bind(late, (leaf) => (isTrue(leaf) ? early : diagrams.false))).toBe(
      diagrams.and(early, late),
    );
  });

  it("stay what they are once building is settled", () => {
    const diagrams = new Diagrams();
    const before = diagrams.and(test(diagrams, 0, 1), test(diagrams, 1, 2));
    diagrams.settle();
    expect(diagrams.and(test(diagrams, 1, 2), test(diagrams, 0, 1))).toBe(before);
  });
});

function test(diagrams: Diagrams, variable: number, wanted: number): Diagram {
  const kids = Array.from({ length: sizes[variable] ?? 0 }, (_, at) =>
    at === wanted ? diagrams.true : diagrams.false,
  );
  return diagrams.node(variable, kids);
}

function build(diagrams: Diagrams, one: Formula): Diagram {
  if (one.is === "test") return test(diagrams, one.variable, one.value);
  if (one.is === "not") return diagrams.not(build(diagrams, one.of));
  const [left, right] = [build(diagrams, one.left), build(diagrams, one.right)];
  if (one.is === "if") return diagrams.ifElse(build(diagrams, one.when), left, right);
  return one.is === "and" ? diagrams.and(left, right) : diagrams.or(left, right);
}

function compute(one: Formula, point: readonly number[]): boolean {
  if (one.is === "test") return point[one.variable] === one.value;
  if (one.is === "not") return !compute(one.of, point);
  const [left, right] = [compute(one.left, point), compute(one.right, point)];
  if (one.is === "if") return compute(one.when, point) ? left : right;
  return one.is === "and" ? left && right : left || right;
}

function follow(diagrams: Diagrams, from: Diagram, point: readonly number[]): Diagram {
  let at = from;
  while (diagrams.leafOf(at) === undefined) {
    at = diagrams.kidsOf(at)[point[diagrams.variableOf(at)] ?? 0] ?? expect.fail("the diagram ends nowhere");
  }
  return at;
}

function below(diagrams: Diagrams, root: Diagram): ReadonlySet<Diagram> {
  const seen = new Set([root]);
  for (const node of seen) for (const kid of diagrams.kidsOf(node)) seen.add(kid);
  return seen;
}

function value(truth: boolean) {
  return { is: "value", value: truth };
}

function isTrue(leaf: { readonly is: string; readonly value?: unknown }): boolean {
  return leaf.value === true;
}
