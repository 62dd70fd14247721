import type { Policy } from "../../language/policy.js";
import { segmentsOf } from "../timeline.js";
import { moduleFormat } from "../compiled/decide-compiled.js";
import { editionDataOf, editionsOf, policyDataOf, segmentDataOf } from "./policy-data-of.js";
import { planFacts } from "./facts-plan.js";
import { generateReader } from "./generate-reader.js";
import { generateSegment } from "./generate-segment.js";
import { layoutOf, type Layout } from "./layout.js";
import { Lines } from "./lines.js";
import { literal } from "./literal.js";
import { planSegment } from "./plan-segment.js";
import { inComment, refuseUnwritable } from "./written.js";

export interface ModuleOptions {
  /** Default: `"esm"`. */
  readonly format?: "esm" | "cjs";
  /** Where the module imports what it runs with. Default: `"@guichet/rules/compiled"`. */
  readonly runtime?: string;
}

/**
 * The policy as a module of JavaScript, made ahead of time: code for each stretch of days, each case under its id, and
 * the data its reasons are put together from. It exports one function, `decide…`, a `CompiledDecide` of the policy.
 * It needs neither the policy nor the engine, and generates no code where it runs.
 *
 * Errors: `policy-unwritable` where a name of the policy could not be written as code; none of a checked policy.
 *
 * @example
 * moduleOf(parking).includes("// P-1"); // true
 */
export function moduleOf(
  policy: Policy,
  { format = "esm", runtime = defaultRuntime }: ModuleOptions = {},
): string {
  refuseUnwritable(policy);
  const layout = layoutOf(policy);
  const name = decideNameOf(policy.id);
  const parts = partsOf(layout);
  const imported = ["decideCompiled", ...new Set(parts.tools)].map((tool) => `  ${tool},\n`).join("");
  const lines = new Lines();
  lines.add(`// The policy ${inComment(policy.id)}, compiled by guichet. Do not edit: compile it anew.`);
  if (format === "esm") {
    addAll(lines, `import {\n${imported}} from ${literal(runtime)};`);
    lines.add("");
    lines.add(`export const ${name} = /* @__PURE__ */ decideCompiled({`);
  } else {
    addAll(lines, `"use strict";\nconst {\n${imported}} = require(${literal(runtime)});`);
    lines.add("");
    lines.add(`exports.${name} = decideCompiled({`);
  }
  lines.inside(() => {
    addAll(lines, parts.text);
  });
  lines.add("});");
  return lines.text();
}

const defaultRuntime = "@guichet/rules/compiled";

function partsOf(layout: Layout): { readonly text: string; readonly tools: readonly string[] } {
  const { policy } = layout;
  const plans = segmentsOf(policy).map((segment) => planSegment(layout, segment));
  const editions = editionsOf(policy).flatMap((edition) => {
    const plan = plans.find(({ segment }) => segment.edition === edition);
    return plan ? [editionDataOf(policy, plan)] : [];
  });
  const reader = generateReader(planFacts(layout));
  const segments = plans.map((plan) => ({ plan, ...generateSegment(layout, plan) }));
  const lines = new Lines();
  lines.add(`format: ${moduleFormat},`);
  addAll(lines, `data: ${literal({ ...policyDataOf(layout), editions })},`);
  lines.block("read(data) {", "},", () => {
    addAll(lines, reader.source);
  });
  lines.block("segments: [", "],", () => {
    for (const { plan, program, texts } of segments) {
      lines.block("{", "},", () => {
        addAll(lines, `data: ${literal(segmentDataOf(policy, plan))},`);
        addAll(lines, `texts: ${literal(texts)},`);
        lines.block("run(data) {", "},", () => {
          addAll(lines, program.source);
        });
      });
    }
  });
  return {
    text: lines.text(),
    tools: [reader, ...segments.map(({ program }) => program)].flatMap(({ tools }) => tools),
  };
}

function addAll(lines: Lines, text: string): void {
  lines.add(...text.trimEnd().split("\n"));
}

/** The name of the function that a module of a policy exports: `decideLoyaltyDiscount`. */
export function decideNameOf(policyId: string): string {
  const parts = policyId.match(/[A-Za-z0-9]+/g) ?? [];
  return `decide${parts.map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join("")}`;
}
