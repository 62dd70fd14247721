import { decide, declaredFacts, questionOf, type Locale, type Need } from "@guichet/rules";

/** How far an interview is: what is known, and which questions nobody could answer. */
export interface Interview {
  readonly locale: Locale;
  /** As `decide` takes them. */
  readonly facts: object;
  readonly unanswered: ReadonlySet<string>;
}

/** One fact to ask for, in the words of the locale. */
export interface AskedFact {
  readonly fact: string;
  readonly kind: "boolean" | "one-of" | "set-of" | "integer" | "date" | "time" | "text";
  readonly label: string;
  /** Who can tell. */
  readonly holder: string;
  /** The values of a fact that is chosen from a list; none for one that is typed. */
  readonly choices: readonly Choice[];
  readonly unit?: string;
  /** The limits of a number, where it has any. */
  readonly limits: { readonly min?: number; readonly max?: number };
  /** The labels of the decisions it can change. */
  readonly affects: readonly string[];
  /** Whether it selects the edition and the rates. */
  readonly governs: boolean;
}

export interface Choice {
  readonly value: boolean | string;
  readonly word: string;
}

/**
 * The best question now: the governing date first, since without it every edition counts, then the fact that can
 * change most decisions. None once everything is settled, or nobody can answer what is left.
 *
 * Errors: `facts-refused`.
 */
export function nextQuestion({ locale, facts, unanswered }: Interview): AskedFact | undefined {
  const { policy } = locale;
  const decision = decide(policy, facts);
  const needs: readonly Need[] = decision.needs ?? [];
  const mayAsk = ({ fact }: Need): boolean => !unanswered.has(fact);
  const date = needs.find(({ fact }) => fact === policy.datedBy) ?? governingNeed(locale);
  if (decision.governingDate === null && mayAsk(date)) return askedFact(locale, date);
  const need = needs.find(mayAsk);
  return need && askedFact(locale, need);
}

/** The interview with one more answer. */
export function answered(interview: Interview, fact: string, value: unknown): Interview {
  return { ...interview, facts: withFact(interview.facts, fact, value) };
}

/** The interview with a question that nobody could answer. */
export function passedOver(interview: Interview, fact: string): Interview {
  return { ...interview, unanswered: new Set([...interview.unanswered, fact]) };
}

/** The facts with one more, in its group. */
export function withFact(facts: object, fact: string, value: unknown): object {
  const [group = "", name] = fact.split(".");
  if (name === undefined) return { ...facts, [group]: value };
  const others = (facts as Readonly<Record<string, object | undefined>>)[group];
  return { ...facts, [group]: { ...others, [name]: value } };
}

/** The governing date may change no answer and yet lie before the first edition. */
function governingNeed({ policy }: Locale): Need {
  const holder = declaredFacts(policy.facts).get(policy.datedBy)?.holder ?? "desk";
  return { fact: policy.datedBy, holder, affects: [] };
}

function askedFact(locale: Locale, need: Need): AskedFact {
  const declared = declaredFacts(locale.policy.facts).get(need.fact);
  const { label, holder, choices, affects } = questionOf(locale, need);
  const unit = declared?.unit;
  const values: readonly (boolean | string)[] =
    declared && "values" in declared ? declared.values : [true, false];
  return {
    fact: need.fact,
    kind: declared?.kind ?? "text",
    label,
    holder,
    choices: choices.map((word, index) => ({ value: values[index] ?? word, word })),
    ...(unit === undefined ? {} : { unit: locale.labels.units[unit] ?? unit }),
    limits: declared?.kind === "integer" ? declared : {},
    affects,
    governs: need.fact === locale.policy.datedBy,
  };
}
