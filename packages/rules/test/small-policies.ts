import { weekdays } from "../src/calendar/civil-day.js";
import { declaredFacts } from "../src/language/declared-facts.js";
import { policyFromJson, type Policy } from "../src/language/policy.js";
import type { Random } from "../src/testing/random.js";
import { Draw } from "./draw.js";
import {
  choices,
  cites,
  codes,
  smallVocabulary,
  type Json,
  type Name,
  type SmallVocabulary,
} from "./small-vocabulary.js";

/** A policy small enough to try every completion of its facts, and the values each fact can have. */
export interface SmallPolicy extends Pick<SmallVocabulary, "domains" | "likely" | "edges"> {
  readonly policy: Policy;
}

interface SmallDecision extends Name {
  readonly declared: Json;
}

/** A random policy with every kind of fact, rate, decision, table and expression. */
export function smallPolicy(random: Random): SmallPolicy {
  const vocabulary = smallVocabulary(random);
  const decisions = smallDecisions(random, vocabulary);
  const begins = [
    ...new Set([
      random.chance(0.5) ? "open" : random.pick(vocabulary.days),
      ...laterDays(random, vocabulary),
    ]),
  ];
  const policy = policyFromJson(
    JSON.stringify({
      id: "small-policy",
      title: "A small policy",
      question: "What then?",
      jurisdiction: "FR",
      datedBy: "visit.on",
      locales: ["en"],
      sources: { page: { title: "A page", kind: "house-rule", dated: true, checkedOn: "2024-01-01" } },
      facts: vocabulary.facts,
      given: [...vocabulary.given, ...smallGiven(random, vocabulary)],
      decisions: Object.fromEntries(decisions.map(({ name, declared }) => [name, declared])),
      rates: vocabulary.rates,
      editions: begins.map((begin) => smallEdition(random, vocabulary, decisions, begin)),
    }),
  );
  const { likely, edges } = vocabulary;
  const domains = new Map(
    [...declaredFacts(policy.facts).keys()].map((path) => [path, vocabulary.domains.get(path) ?? []]),
  );
  return { policy, domains, likely, edges };
}

function laterDays(random: Random, { days }: SmallVocabulary): readonly string[] {
  return days
    .slice(1)
    .filter(() => random.chance(0.25))
    .slice(0, 2);
}

/** What must go together besides the windows: an order, different texts, sets that hold something, anything. */
function smallGiven(random: Random, { names, named }: SmallVocabulary): readonly Json[] {
  const given: Json[] = [];
  const add = (share: number, needed: readonly string[], holds: Json): void => {
    if (!needed.every((name) => names.some((one) => one.name === name)) || !random.chance(share)) return;
    given.push({ id: `given-${given.length}`, label: "goes together", holds });
  };
  const order = random.pick(["lessThan", "lessThanInclusive", "equal"]);
  add(0.4, ["visit.later", "visit.third"], {
    fact: "visit.third",
    operator: order,
    value: { fact: "visit.later" },
  });
  add(0.25, ["visit.third"], { fact: "visit.on", operator: order, value: { fact: "visit.third" } });
  add(0.3, ["unit", "team"], { fact: "unit", operator: "notEqual", value: { fact: "team" } });
  add(0.2, ["urgent", "known"], { fact: "urgent", operator: "equal", value: { fact: "known" } });
  add(0.3, ["held"], { fact: "held", operator: "isEmpty", value: false });
  add(0.3, ["sides", "side"], { fact: "sides", operator: "contains", value: { fact: "side" } });
  add(0.3, ["acts", "cap"], { fact: "acts", operator: "lessThanInclusive", value: { fact: "cap" } });
  add(0.15, [], new Draw(random, names, named, false).condition(1));
  return given;
}

function smallDecisions(random: Random, { days }: SmallVocabulary): readonly SmallDecision[] {
  const shapes = [
    { kind: "boolean", default: false },
    { kind: "one-of", values: choices, default: "east" },
    { kind: "one-of", values: weekdays, default: "sunday" },
    { kind: "set-of", values: codes, default: ["c"] },
    { kind: "set-of", values: choices, default: [] },
    { kind: "integer", default: 2 },
    { kind: "amount", currency: "EUR", default: 0 },
    { kind: "date", default: days[0] },
    { kind: "time", default: "10:00" },
  ];
  return Array.from({ length: random.integer(2, 5) }, (_, index): SmallDecision => {
    const { default: fallback, ...shape } = random.pick(shapes);
    const mayBeNone = ["integer", "amount", "date", "time"].includes(shape.kind) && random.chance(0.4);
    const base = { ...shape, ...(mayBeNone ? { orNone: true } : {}) };
    const declared: Json = {
      ...base,
      label: "a decision",
      ...(random.chance(0.7) ? { default: mayBeNone && random.chance(0.3) ? "none" : fallback } : {}),
      ...(index > 0 && random.chance(0.25) ? { internal: true } : {}),
    };
    return { ...base, name: `d${index}`, declared };
  });
}

function smallEdition(
  random: Random,
  { names, rateNames, named, hasOpenDays }: SmallVocabulary,
  decisions: readonly SmallDecision[],
  inForceFrom: string,
): Json {
  const known: Name[] = [...names, ...rateNames];
  const draw = new Draw(random, known, named, !hasOpenDays);
  const tables: Json[] = [];
  let cases = 0;
  const row = (then: unknown, always = false): Json => ({
    id: `c${(cases += 1)}`,
    ...(always ? {} : { when: draw.condition(2) }),
    then,
    ...(random.chance(0.2) ? { cites } : {}),
    ...(random.chance(0.1) ? { gap: true } : {}),
  });
  const waiting = [...decisions];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { name, declared } = next;
    const leaveOut = declared["default"] !== undefined ? 0.1 : declared["internal"] === true ? 0.2 : 0;
    if (random.chance(leaveOut)) {
      if (declared["default"] !== undefined) known.push({ ...next, name: `decision.${name}` });
      continue;
    }
    const partner = random.chance(0.15) ? waiting.shift() : undefined;
    const decided = partner ? [next, partner] : [next];
    const guarded = decided.every((one) => one.declared["default"] !== undefined) && random.chance(0.25);
    const guard = guarded ? { onlyWhen: draw.condition(1) } : {};
    const rows = (most: number, least: number, then: () => unknown): readonly Json[] =>
      Array.from({ length: random.integer(least, most) }, () => row(then(), random.chance(0.05)));
    if (partner) {
      const both = (): Json => ({ [name]: draw.result(next), [partner.name]: draw.result(partner) });
      const decides = [name, partner.name];
      tables.push({
        decides,
        hitPolicy: "first",
        ...guard,
        cases: rows(3, 0, both),
        otherwise: row(both(), true),
      });
    } else if (next.kind === "set-of" && random.chance(0.5)) {
      tables.push({
        decides: name,
        hitPolicy: "collect",
        ...guard,
        cases: rows(3, 1, () => draw.result(next)),
      });
    } else if (random.chance(0.35)) {
      const id = declared["internal"] === true && random.chance(0.5) ? {} : { id: `c${(cases += 1)}` };
      tables.push({ decides: name, ...id, ...guard, is: draw.result(next) });
    } else {
      const result = (): unknown => draw.result(next);
      const otherwise = row(result(), true);
      tables.push({ decides: name, hitPolicy: "first", ...guard, cases: rows(3, 0, result), otherwise });
    }
    known.push(...decided.map((one) => ({ ...one, name: `decision.${one.name}` })));
  }
  return { inForceFrom, source: cites[0], tables };
}
