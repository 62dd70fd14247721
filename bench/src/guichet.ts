import { captureFacts } from "../../packages/rules/src/engine/check-facts.js";
import { Compilation } from "../../packages/rules/src/engine/compile/compilation.js";
import { compile } from "../../packages/rules/src/engine/compile/compile.js";
import { caseIdsOf } from "../../packages/rules/src/engine/compiled/case-ids-of.js";
import { decide } from "../../packages/rules/src/engine/decide.js";
import type { Decision } from "../../packages/rules/src/engine/decision.js";
import { evaluate } from "../../packages/rules/src/engine/evaluate.js";
import { segmentOn } from "../../packages/rules/src/engine/timeline.js";
import type { Policy } from "../../packages/rules/src/language/policy.js";
import type { Answer, Run, Variant } from "./variant.js";

// Every way in which the library itself decides.

export const guichet: readonly Variant[] = [
  {
    id: "generated",
    title: "Guichet, `compile`, `caseIdsOf` read",
    checks: true,
    gives: "decision, ids",
    make: (policy) => withIds(compile(policy)),
  },
  {
    id: "closures",
    title: "Guichet, `compile` to closures, `caseIdsOf` read",
    checks: true,
    gives: "decision, ids",
    make: (policy) => withIds(closures(policy)),
  },
  {
    id: "ahead-of-time",
    title: "Guichet, ahead of time, `caseIdsOf` read",
    checks: true,
    gives: "decision, ids",
    make: async (policy) => {
      const decideAhead = await aheadOfTime(policy);
      return decideAhead && withIds(decideAhead);
    },
  },
  {
    id: "compile",
    title: "Guichet, `compile`",
    checks: true,
    gives: "decision",
    make: (policy) => withOutcome(compile(policy)),
  },
  {
    id: "compile-closures",
    title: "Guichet, `compile` to closures",
    checks: true,
    gives: "decision",
    make: (policy) => withOutcome(closures(policy)),
  },
  {
    id: "compile-because",
    title: "Guichet, `compile`, `because` read",
    checks: true,
    gives: "decision",
    make: (policy) => {
      const decideFast: Decides = compile(policy);
      return (facts) => {
        const decision = decideFast(facts);
        return decision?.status === "decided"
          ? { outcome: decision.outcome, because: decision.because }
          : undefined;
      };
    },
  },
  {
    id: "decide",
    title: "Guichet, `decide`",
    checks: true,
    gives: "decision",
    make: (policy) => withOutcome((facts) => decide(policy, facts)),
  },
  {
    id: "evaluate",
    title: "Guichet, `evaluate`, the specification",
    checks: true,
    gives: "outcome, ids",
    make: specification,
  },
];

type Decides = (facts: object) => Decision | undefined;

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

function withOutcome(decides: Decides): Run {
  return (facts) => {
    const decision = decides(facts);
    return decision?.status === "decided" ? { outcome: decision.outcome } : undefined;
  };
}

function withIds(decides: Decides): Run {
  return (facts) => {
    const decision = decides(facts);
    if (decision?.status !== "decided") return undefined;
    return { outcome: decision.outcome, reasons: caseIdsOf(decision) };
  };
}

/** As `compile` decides where no code may be generated. */
function closures(policy: Policy): Decides {
  const compilation = new Compilation(policy, "closures");
  return (facts) => compilation.decide(facts) as Decision | undefined;
}

/** The module that the library ships for a policy, once it ships them. */
async function aheadOfTime(policy: Policy): Promise<Decides | undefined> {
  const words = policy.id.split("-").map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  try {
    const entry = `@guichet/rules/compiled/${policy.id}`;
    const shipped = (await import(entry)) as Readonly<Record<string, Decides>>;
    return shipped[`decide${words.join("")}`];
  } catch (error) {
    const { code } = error as { readonly code?: string };
    if (code === "ERR_PACKAGE_PATH_NOT_EXPORTED" || code === "ERR_MODULE_NOT_FOUND") return undefined;
    throw error;
  }
}
