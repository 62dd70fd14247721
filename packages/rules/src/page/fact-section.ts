import { declaredFacts } from "../language/declared-facts.js";
import type { FactDeclaration } from "../language/fact.js";
import { blocks, heading, plain, table } from "./markdown.js";
import type { PageWords } from "./page-words.js";
import { capitalised } from "./table-section.js";

/** Every fact of the policy in its declared order: what it means, what it can be, and who can tell. */
export function factSection(page: PageWords): string {
  const { say, locale, wording } = page;
  const labels: Readonly<Record<string, string>> = locale.labels.facts;
  const rows = [...declaredFacts(page.policy.facts)].map(([path, declared]) => [
    capitalised(page, plain(labels[path] ?? path)),
    possibleValues(page, path, declared),
    plain(wording.holder[declared.holder]),
  ]);
  return blocks([heading(2, say.facts), table([say.fact, say.possibleValues, say.knownBy], rows)]);
}

function possibleValues(page: PageWords, path: string, declared: FactDeclaration): string {
  const { say, wording } = page;
  switch (declared.kind) {
    case "boolean":
      return wording.or([wording.yes, wording.no]);
    case "one-of":
      return wording.or(declared.values.map((value) => page.value(path, value)));
    case "set-of":
      return say.anySelection(declared.values.map((value) => page.value(path, value)).join(", "));
    case "integer":
      return numberInWords(page, path, declared);
    default:
      return say.anyOfKind[declared.kind];
  }
}

interface Bounds {
  readonly min?: number;
  readonly max?: number;
}

function numberInWords(page: PageWords, path: string, declared: Bounds & { readonly unit?: string }): string {
  const range = rangeInWords(page, path, declared);
  const { unit } = declared;
  return unit === undefined ? range : `${range} (${plain(page.locale.labels.units[unit] ?? unit)})`;
}

function rangeInWords(page: PageWords, path: string, { min, max }: Bounds): string {
  const { numbers } = page.wording;
  const say = (value: number): string => page.value(path, value);
  if (max !== undefined)
    return min === undefined ? numbers.upTo(say(max)) : numbers.between(say(min), say(max));
  // That a count begins at zero goes without saying.
  return min === undefined || min === 0 ? page.say.anyOfKind.integer : numbers.from(say(min));
}
