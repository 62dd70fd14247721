import { createRequire } from "node:module";
import { segmentsOf, type Segment } from "../../../packages/rules/src/engine/timeline.js";
import type { Policy } from "../../../packages/rules/src/language/policy.js";
import { segmentIndex, type Answer } from "../variant.js";
import { DaysAsNumbers, numberOfDay } from "./days-as-numbers.js";
import { writeTables, type Language, type WrittenTable } from "./translate.js";

const cedar = createRequire(import.meta.url)(
  "@cedar-policy/cedar-wasm/nodejs",
) as typeof import("@cedar-policy/cedar-wasm/nodejs");

// Cedar allows or denies, and says which policies made it so. It computes no value: of a policy it can answer the
// refusals, each case a `forbid` of its own, with the decisions the cases read written out in their place.

type Code = string | { readonly left: Code; readonly right: Code };

export function cedarRefusals(policy: Policy): (facts: object) => Answer {
  const input = new DaysAsNumbers(policy);
  const declared = policy.decisions["refusals"];
  const values = declared && "values" in declared ? declared.values : [];
  const segments = segmentsOf(policy).map((segment) => {
    const { forbids, given } = refusalsOf(policy, segment, input);
    const id = `${policy.id} ${String(segment.index)}`;
    const parsed = cedar.preparsePolicySet(id, {
      staticPolicies: { allowed: "permit(principal, action, resource);", ...forbids },
    });
    if (parsed.type !== "success") throw new Error(JSON.stringify(parsed));
    return { id, given, order: Object.keys(forbids) };
  });
  const subject = { type: "Patient", id: "one" };
  return (facts) => {
    const segment = segments[segmentIndex(policy, facts)];
    if (!segment) return { outcome: {} };
    const answer = cedar.statefulIsAuthorized({
      principal: { type: "Desk", id: "one" },
      action: { type: "Action", id: "decide" },
      resource: subject,
      entities: [],
      context: input.of(facts) as never,
      preparsedPolicySetId: segment.id,
    });
    if (answer.type !== "success") throw new Error(JSON.stringify(answer));
    const { decision, diagnostics } = answer.response;
    if (diagnostics.errors.length > 0) throw new Error(JSON.stringify(diagnostics.errors));
    const held = decision === "allow" ? [] : segment.order.filter((id) => diagnostics.reason.includes(id));
    const refused = new Set(held.flatMap((id) => segment.given[id] ?? []));
    return { outcome: { refusals: values.filter((value) => refused.has(value)) }, cases: { refusals: held } };
  };
}

function refusalsOf(policy: Policy, segment: Segment, input: DaysAsNumbers) {
  const forbids: Record<string, string> = {};
  const given: Record<string, readonly string[]> = {};
  const decided = new Map<string, Code>();
  writeTables(policy, segment, languageOf(policy, decided, input), (table) => {
    const [name = ""] = table.decides;
    if (name === "refusals") {
      for (const { id, when = "true", then } of table.rows) {
        forbids[id] = `forbid(principal, action, resource) when { ${code(when)} };`;
        given[id] = then[0] as readonly string[];
      }
    } else if (!table.collects) {
      table.decides.forEach((one, at) =>
        decided.set(one, valueOf(table, at, policy.decisions[one]?.default)),
      );
    }
  });
  return { forbids, given };
}

/** A decision, written out where it is read. */
function valueOf({ rows, guard }: WrittenTable<Code>, at: number, usual: unknown): Code {
  const last = rows.at(-1)?.gives[at] ?? "false";
  if (guard === undefined && rows.length === 1) return last;
  const branches = rows
    .slice(0, -1)
    .map(({ when, gives }) => [code(when ?? "true"), code(gives[at] ?? "false")] as const);
  const chosen = conditional(branches, code(last));
  return guard === undefined ? chosen : conditional([[code(guard), chosen]], literal(usual ?? false));
}

function languageOf(
  policy: Policy,
  decided: ReadonlyMap<string, Code>,
  input: DaysAsNumbers,
): Language<Code> {
  return {
    literal: (value, { kind }) => (kind === "date" ? String(numberOfDay(String(value))) : literal(value)),
    none: () => '"none"',
    fact: (path) => `context.${path}`,
    decision: (name) => decided.get(name) ?? literal(policy.decisions[name]?.default ?? false),
    all: (parts) => `(${parts.map(code).join(" && ")})`,
    any: (parts) => `(${parts.map(code).join(" || ")})`,
    not: (part) => `!(${code(part)})`,
    equal: (left, right) => `(${code(left)} == ${code(right)})`,
    isIn: (element, set) => `${code(set)}.contains(${code(element)})`,
    isEmpty: (set) =>
      typeof set === "string" ? `${set}.isEmpty()` : `${code(set.right)}.containsAll(${code(set.left)})`,
    ordered: (symbol, left, right) => `(${code(left)} ${symbol} ${code(right)})`,
    // There is no difference of sets, only the question whether it is empty.
    without: (left, right) => ({ left, right }),
    later: (_day, term, from) => `context.term.${input.later(term, from)}`,
    keyed: (_name, key, rows, others) =>
      conditional(
        rows.map(([one, value]) => [`${code(key)} == ${code(one)}`, code(value)] as const),
        code(others),
      ),
  };
}

function conditional(branches: readonly (readonly [string, string])[], otherwise: string): string {
  return `(${branches.map(([holds, value]) => `if ${holds} then ${value} else `).join("")}${otherwise})`;
}

/** Pieces that cannot be said stay as they are until a refusal reads them. */
function code(code: Code): string {
  return typeof code === "string" ? code : "unsaid";
}

function literal(value: unknown): string {
  return JSON.stringify(value);
}
