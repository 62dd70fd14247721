import type { Citation } from "../language/citation.js";
import type { FactPath } from "../language/fact.js";
import type { Locale } from "../language/locale.js";
import type { FactsOf, Policy } from "../language/policy.js";
import { answersFor, type Answers } from "./answers.js";
import { becauseOf } from "./because.js";
import { captureFacts } from "./check-facts.js";
import { decideCaptured } from "./decide.js";
import type { Because, RateUsed } from "./decision.js";
import type { Value } from "./evaluate.js";
import { openOf, outcomeOf } from "./explain.js";
import { fillMessage } from "./fill-message.js";

/** A case that may still decide, and that the answer to a question bears on. */
export interface CaseBehind {
  readonly case: string;
  readonly sentence: string;
  /** The open decisions it speaks of. */
  readonly decisions: readonly string[];
  /** Where it stands in the sources, with the rates it reads and the helpers it rests on. */
  readonly cites: readonly Citation[];
  /** Whether the source is silent here. */
  readonly gap: boolean;
}

/** A policy that was loaded from a file has no paths of its own. */
type AskedPath<P extends Policy> = string extends keyof P["facts"] ? string : FactPath<P["facts"]>;

/**
 * Says why a fact is asked for: the cases that its value alone can bring in or take out, or whose result it can
 * change, in the order of the policy; none for a fact that no open decision depends on. Which edition is in force
 * is the governing date's doing and no case's: of that date, the cases that read it are listed.
 *
 * Errors: `facts-refused`.
 *
 * @example
 * casesBehind(parkingEn, { visit: { on: "2026-11-21" } }, "visit.by")[0]?.sentence; // "Visitors may park …"
 */
export function casesBehind<P extends Policy>(
  locale: Locale<P>,
  facts: FactsOf<P>,
  fact: AskedPath<P>,
): readonly CaseBehind[] {
  return casesBehindAny(locale, captureFacts(locale.policy, facts), fact);
}

function casesBehindAny(
  locale: Locale,
  facts: ReadonlyMap<string, Value>,
  fact: string,
): readonly CaseBehind[] {
  const { policy } = locale;
  const taken = decideCaptured(policy, facts);
  const need = taken.needs?.find((one) => one.fact === fact);
  if (need === undefined) return [];
  const answers = answersFor(policy, facts);
  const byId = new Map<string, Because[]>();
  for (const because of need.affects.flatMap((name) => eachCase(policy, facts, answers, name, fact))) {
    for (const { id } of because.cases) byId.set(id, [...(byId.get(id) ?? []), because]);
  }
  return [...byId].map(([id, all]) => {
    const rates = distinct<RateUsed>(all.flatMap((one) => one.rates));
    const printable = { outcome: outcomeOf(taken), open: openOf(taken), rates, facts };
    return {
      case: id,
      sentence: fillMessage(locale, locale.cases[id] ?? id, printable),
      decisions: distinct(all.map(({ decision }) => decision)),
      cites: distinct<Citation>(all.flatMap((one) => one.cites)),
      gap: all.some(({ gap }) => gap),
    };
  });
}

/** The reasons a decision would have, were each case behind the fact the one that makes it. */
function eachCase(
  policy: Policy,
  facts: ReadonlyMap<string, Value>,
  answers: Answers,
  decision: string,
  fact: string,
): readonly Because[] {
  return answers.casesBehind(decision, fact).flatMap(({ segment, cases }) =>
    cases.flatMap((one) => {
      const alone: Answers = {
        ...answers,
        cases: (name) =>
          name === decision
            ? [{ segment, cases: [one] }]
            : answers.cases(name).filter((other) => other.segment === segment),
      };
      return becauseOf(policy, facts, alone, [[decision, true]]);
    }),
  );
}

function distinct<Item>(items: readonly Item[]): readonly Item[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}
