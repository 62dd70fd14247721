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
    make: aheadOfTime,
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

function withIds(decides: Decides, idsOf: typeof caseIdsOf = caseIdsOf): Run {
  return (facts) => {
    const decision = decides(facts);
    if (decision?.status !== "decided") return undefined;
    return { outcome: decision.outcome, reasons: idsOf(decision) };
  };
}

/** As `compile` decides where no code may be generated. */
function closures(policy: Policy): Decides {
  const compilation = new Compilation(policy, "closures");
  return (facts) => compilation.decide(facts) as Decision | undefined;
}

/** The module that the library ships for a policy, as it is built. */
async function aheadOfTime({ id }: Policy): Promise<Run> {
  const words = id.split("-").map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  const common = "@guichet/rules/compiled";
  const [shipped, { caseIdsOf: idsOf }] = (await Promise.all([
    import(`${common}/${id}`),
    import(common),
  ])) as [Readonly<Record<string, Decides>>, { readonly caseIdsOf: typeof caseIdsOf }];
  const decideAhead = shipped[`decide${words.join("")}`];
  if (!decideAhead) throw new RangeError(`bench: no module was made of "${id}"`);
  return withIds(decideAhead, idsOf);
}
