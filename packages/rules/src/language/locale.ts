import { acceptLocale } from "./check-locale.js";
import type { FactPath } from "./fact.js";
import type { Policy } from "./policy.js";
import type { IdOf, Item, RowId } from "./row-id.js";

/** The ids of every case, gap and `otherwise` of a policy. */
export type CaseId<P extends Policy> = RowId<P["editions"]>;

/** The ids of a policy's remarks. */
export type RemarkId<P extends Policy> = IdOf<
  Item<Item<P["editions"]> extends infer E ? (E extends { readonly remarks: infer R } ? R : never) : never>
>;

type Declarations<F> = {
  [Group in keyof F]: F[Group] extends { readonly kind: string } ? F[Group] : F[Group][keyof F[Group]];
}[keyof F];
type Enumerated<Declared> = Declared extends { readonly values: readonly (infer Value extends string)[] }
  ? Value
  : never;

/** Every enumerated value of a policy's facts and decisions. */
export type EnumeratedValue<P extends Policy> =
  | Enumerated<Declarations<P["facts"]>>
  | Enumerated<P["decisions"][keyof P["decisions"]]>
  | (P["decisions"][keyof P["decisions"]] extends infer D
      ? D extends { readonly orNone: true }
        ? "none"
        : never
      : never);

/** The names of a policy in people's words. */
export interface Labels<P extends Policy = Policy> {
  readonly title: string;
  readonly question: string;
  readonly facts: Readonly<Record<FactPath<P["facts"]>, string>>;
  readonly decisions: Readonly<Record<keyof P["decisions"] & string, string>>;
  readonly rates: Readonly<Record<keyof P["rates"] & string, string>>;
  readonly given: Readonly<Record<string, string>>;
  readonly laws: Readonly<Record<string, string>>;
  /** The titles of the documents, by their ids. */
  readonly sources: Readonly<Record<keyof P["sources"] & string, string>>;
  /** The places in them, by the words of the citations. */
  readonly sections: Readonly<Record<string, string>>;
  /** The units of the facts, by the words of their declarations. */
  readonly units: Readonly<Record<string, string>>;
}

/** What a locale file holds: one message per case and remark, one word per enumerated value, the labels. */
export interface LocaleText<P extends Policy, L extends string> {
  readonly locale: L;
  /** Placeholders: `{rate.name}`, `{decision.name}` and `{group.fact}` for public and internal facts. */
  readonly cases: Readonly<Record<CaseId<P>, string>>;
  readonly remarks: Readonly<Record<RemarkId<P>, string>>;
  readonly values: Readonly<Record<EnumeratedValue<P>, string>>;
  /** Words for a value that reads differently under one fact (`group.fact`) or decision (`decision.name`). */
  readonly valuesOf?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The first locale has the policy's own labels; every other one writes its own. */
export type LabelsIn<P extends Policy, L extends string> = L extends P["locales"][0]
  ? { readonly labels?: never }
  : { readonly labels: Labels<P> };

/** One policy in one language. */
export interface Locale<P extends Policy = Policy> {
  readonly policy: P;
  readonly locale: string;
  readonly cases: Readonly<Record<string, string>>;
  readonly remarks: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, string>>;
  readonly valuesOf: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly labels: Labels;
}

/** How the messages of a policy are typed: by its cases, remarks and values. */
export type DefineLocale = <P extends Policy, const L extends P["locales"][number]>(
  policy: P,
  text: LocaleText<P, L> & LabelsIn<P, L>,
) => Locale<P>;

/**
 * Writes a policy's messages in one locale. A message, value or label that is missing, or one too many, does
 * not compile.
 *
 * Errors: `locale-refused`, with every problem at once (a placeholder that names nothing, or a personal fact).
 *
 * @example
 * const parkingEn = defineLocale(parking, {
 *   locale: "en",
 *   cases: { "P-1": "Visitors may park for an hour." },
 *   remarks: {},
 *   values: {},
 * });
 */
export const defineLocale: DefineLocale = acceptLocale;
