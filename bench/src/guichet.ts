import { captureFacts } from "../../packages/rules/src/engine/check-facts.js";
import { caseIdsIn } from "../../packages/rules/src/engine/compile/case-ids.js";
import { compile } from "../../packages/rules/src/engine/compile/compile.js";
import { CompiledPolicy, type Backend } from "../../packages/rules/src/engine/compile/compiled.js";
import { decide } from "../../packages/rules/src/engine/decide.js";
import { evaluate } from "../../packages/rules/src/engine/evaluate.js";
import { segmentOn } from "../../packages/rules/src/engine/timeline.js";
import type { Policy } from "../../packages/rules/src/language/policy.js";
import type { Answer, Run, Variant } from "./variant.js";

// Every way in which the library itself decides.

export const guichet: readonly Variant[] = [
  {
    id: "generated",
    title: "Guichet, the generated code alone",
    checks: true,
    gives: "outcome, ids",
    make: (policy) => codeAlone(policy, "generated"),
  },
  {
    id: "closures",
    title: "Guichet, the closures alone",
    checks: true,
    gives: "outcome, ids",
    make: (policy) => codeAlone(policy, "closures"),
  },
  {
    id: "ahead-of-time",
    title: "Guichet, a module made ahead of time",
    checks: true,
    gives: "outcome",
    make: aheadOfTime,
  },
  {
    id: "compile",
    title: "Guichet, `compile`",
    checks: true,
    gives: "decision",
    make: (policy) => {
      const decideFast = compile(policy);
      return (facts) => outcomeIn(decideFast(facts as never));
    },
  },
  {
    id: "compile-closures",
    title: "Guichet, `compile` where no code may be generated",
    checks: true,
    gives: "decision",
    make: (policy) => {
      const decideFast = compile(policy);
      return forbidGenerating((facts) => outcomeIn(decideFast(facts as never)));
    },
  },
  {
    id: "compile-because",
    title: "Guichet, `compile`, and `because` read",
    checks: true,
    gives: "decision",
    make: (policy) => {
      const decideFast = compile(policy);
      return (facts) => {
        const decision = decideFast(facts as never) as unknown as Required<Answer>;
        return { outcome: decision.outcome, because: decision.because };
      };
    },
  },
  {
    id: "decide",
    title: "Guichet, `decide`",
    checks: true,
    gives: "decision",
    make: (policy) => (facts) => outcomeIn(decide(policy, facts as never)),
  },
  {
    id: "evaluate",
    title: "Guichet, `evaluate`, the specification",
    checks: true,
    gives: "outcome, ids",
    make: specification,
  },
];

/** What every other variant is compared with. */
export function specification(policy: Policy): (facts: object) => Answer | undefined {
  const shown = Object.entries(policy.decisions).flatMap(([name, { internal }]) =>
    internal === true ? [] : [name],
  );
  return (facts) => {
    const known = captureFacts(policy, facts);
    const segment = segmentOn(policy, known.get(policy.datedBy) as string);
    if (!segment) return undefined;
    const { values, cases } = evaluate(policy, segment, (path) => known.get(path) ?? "none");
    return { outcome: Object.fromEntries(shown.map((name) => [name, values[name]])), cases };
  };
}

function codeAlone(policy: Policy, backend: Backend): Run {
  const compiled = new CompiledPolicy(policy, backend);
  return (facts) => {
    const decision = compiled.decide(facts);
    return decision && { outcome: decision.outcome, cases: caseIdsIn(policy, decision) };
  };
}

/** The module that the library ships for a policy, once it ships them. */
async function aheadOfTime(policy: Policy): Promise<Run | undefined> {
  const words = policy.id.split("-").map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  try {
    const entry = `@guichet/rules/compiled/${policy.id}`;
    const shipped = (await import(entry)) as Readonly<Record<string, (facts: object) => Answer | undefined>>;
    const decideAhead = shipped[`decide${words.join("")}`];
    return decideAhead && ((facts) => outcomeIn(decideAhead(facts)));
  } catch (error) {
    const { code } = error as { readonly code?: string };
    if (code === "ERR_PACKAGE_PATH_NOT_EXPORTED" || code === "ERR_MODULE_NOT_FOUND") return undefined;
    throw error;
  }
}

function outcomeIn(decision: unknown): Answer | undefined {
  const { outcome } = (decision ?? {}) as Partial<Answer>;
  return outcome && { outcome };
}

/** The library asks once whether code may be generated, on its first decision: there, the answer is no. */
function forbidGenerating(run: (facts: object) => Answer | undefined): Run {
  let isAsked = false;
  return (facts) => {
    if (isAsked) return run(facts);
    isAsked = true;
    const { Function: generate } = globalThis;
    globalThis.Function = (() => {
      throw new EvalError("bench: no code may be generated");
    }) as never;
    try {
      return run(facts);
    } finally {
      globalThis.Function = generate;
    }
  };
}
