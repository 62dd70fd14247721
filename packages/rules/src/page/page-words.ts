import type { Value } from "../engine/evaluate.js";
import { intlLocale } from "../engine/intl-locale.js";
import { dayInWords, valueInWords } from "../engine/value-in-words.js";
import { wordingOf, type Wording } from "../engine/wording.js";
import type { Citation } from "../language/citation.js";
import { declaredFacts } from "../language/declared-facts.js";
import type { Reference } from "../language/expression.js";
import type { Locale } from "../language/locale.js";
import type { Policy } from "../language/policy.js";
import { emphasised, plain } from "./markdown.js";
import { pageWordingOf } from "./page-wording-of.js";
import type { PageWording } from "./page-wording.js";

interface Declared {
  readonly kind: string;
  readonly currency?: string;
}

/** What one page is written with: the policy's words, the page's own, and the numbers of the sources cited so far. */
export class PageWords {
  readonly policy: Policy;
  readonly locale: Locale;
  readonly say: PageWording;
  readonly wording: Wording;
  readonly #numbers = new Map<string, number>();

  constructor(policy: Policy, locale: Locale) {
    this.policy = policy;
    this.locale = locale;
    this.say = pageWordingOf(locale.locale);
    this.wording = wordingOf(locale.locale);
  }

  /** The label of a fact, a rate or a decision, set off from the words around it. */
  name(reference: Reference): string {
    const label = emphasised(plain(this.#label(reference.fact)));
    const by = reference.params?.by ?? [];
    const keys = by.map((path) => emphasised(plain(this.#label(path))));
    return keys.length === 0 ? label : this.say.keyedBy(label, keys.join(", "));
  }

  /** A message without a decision behind it: its placeholders are named, not filled in. */
  message(text: string): string {
    const parts = text.split(/\{([^{}]+)\}/);
    return parts.map((part, index) => (index % 2 === 0 ? plain(part) : this.name({ fact: part }))).join("");
  }

  /** The country a policy holds in; what is no country stands as it is. */
  jurisdiction(): string {
    const { jurisdiction } = this.policy;
    const names = new Intl.DisplayNames(intlLocale(this.locale.locale), { type: "region" });
    return plain(/^[A-Z]{2}$/.test(jurisdiction) ? (names.of(jurisdiction) ?? jurisdiction) : jurisdiction);
  }

  decisionLabel(name: string): string {
    return plain(this.locale.labels.decisions[name] ?? name);
  }

  /** A value as it reads under a name: `group.fact`, `decision.name` or `rate.name`. */
  value(name: string, value: Value): string {
    return plain(valueInWords(this.locale, name, this.declared(name), value));
  }

  day(day: string): string {
    return plain(dayInWords(this.locale.locale, day) ?? day);
  }

  /** What a name is declared as. */
  declared(name: string): Declared {
    const { facts, decisions, rates } = this.policy;
    const text: Declared = { kind: "text" };
    if (name.startsWith("decision.")) return decisions[name.slice("decision.".length)] ?? text;
    if (name.startsWith("rate.")) return rates[name.slice("rate.".length)] ?? text;
    return declaredFacts(facts).get(name) ?? text;
  }

  /** Where to look it up: the number of the source, the section, and how sure the reading is. */
  citations(cites: readonly Citation[]): readonly string[] {
    return cites.map(({ document, section, confidence }) => {
      const mark = confidence === "certain" ? "" : ` (${emphasised(plain(this.say.confidence[confidence]))})`;
      return `${this.#number(document)} ${plain(this.locale.labels.sections[section] ?? section)}${mark}`;
    });
  }

  /** The sources cited on the page, each under its number. */
  sources(): readonly string[] {
    return [...this.#numbers.keys()].map((id) => {
      const source = this.policy.sources[id];
      if (source === undefined) return `${this.#number(id)} ${plain(id)}`;
      const about = [
        this.say.sourceKinds[source.kind],
        ...(source.dated ? [] : [this.say.undated]),
        this.say.comparedOn(this.day(source.checkedOn)),
      ];
      const address = source.address === undefined ? "" : ` <${encodeURI(source.address)}>`;
      const titles: Readonly<Record<string, string>> = this.locale.labels.sources;
      return `${this.#number(id)} ${plain(titles[id] ?? source.title)} (${about.join(this.say.semicolon)})${address}`;
    });
  }

  #number(document: string): string {
    const number = this.#numbers.get(document) ?? this.#numbers.size + 1;
    this.#numbers.set(document, number);
    return `[${number}]`;
  }

  #label(name: string): string {
    const { labels } = this.locale;
    if (name.startsWith("decision.")) return labels.decisions[name.slice("decision.".length)] ?? name;
    if (name.startsWith("rate.")) return labels.rates[name.slice("rate.".length)] ?? name;
    return (labels.facts as Readonly<Record<string, string>>)[name] ?? name;
  }
}
