import { captureFacts } from "../engine/check-facts.js";
import type { Value } from "../engine/evaluate.js";
import { segmentOn } from "../engine/timeline.js";
import type { Edition } from "../language/edition.js";
import type { Example } from "../language/example.js";
import { blocks, heading, lines, plain, table } from "./markdown.js";
import type { PageWords } from "./page-words.js";

type Known = ReadonlyMap<string, Value>;

/**
 * Worked examples of the editions as a table: the facts of the first one, then each by what is different in it. What an
 * example shows is written in the policy's first language; pages in other languages let facts and answers speak.
 */
export function exampleSection(
  page: PageWords,
  editions: readonly Edition[],
  examples: readonly Example[],
): string {
  const { say, policy } = page;
  const all = examples.map((example) => ({ example, known: captureFacts(policy, example.facts) }));
  const shown = eachRowOnce(
    all.filter(({ known }) => editions.some((one) => one === editionOn(page, known))),
  );
  const [first] = shown;
  if (first === undefined) return "";
  const ordinary = first.known;
  const isFirst = page.locale.locale === policy.locales[0];
  const rows = shown.map(({ example, known }) => [
    ...(isFirst ? [plain(example.shows)] : []),
    differences(page, ordinary, known),
    lines(saidOf(page, "decision.", Object.entries(example.expect))),
    (example.cases ?? []).map(plain).join(", "),
  ]);
  return blocks([
    heading(2, say.examples),
    say.ordinary,
    table(
      [say.fact, say.value],
      [...ordinary].map(([path, value]) => [name(page, path), page.value(path, value)]),
    ),
    say.fromThere,
    table([...(isFirst ? [say.example] : []), say.difference, say.answer, say.rows], rows),
  ]);
}

/** The examples a reader needs: each shows a row that no example before it has shown. */
function eachRowOnce<One extends { readonly example: Example }>(examples: readonly One[]): readonly One[] {
  const shown = new Set<string>();
  return examples.filter(({ example: { cases = [] } }) => {
    const before = shown.size;
    for (const id of cases) shown.add(id);
    return shown.size > before;
  });
}

function editionOn({ policy }: PageWords, known: Known): Edition | undefined {
  return segmentOn(policy, String(known.get(policy.datedBy)))?.edition;
}

function whatDiffers(ordinary: Known, known: Known): readonly (readonly [string, Value])[] {
  return [...known].filter(([path, value]) => JSON.stringify(value) !== JSON.stringify(ordinary.get(path)));
}

function differences(page: PageWords, ordinary: Known, known: Known): string {
  const isComplete = [...ordinary.keys()].every((path) => known.has(path));
  const told = isComplete ? whatDiffers(ordinary, known) : [...known];
  if (told.length === 0) return page.say.noDifference;
  return lines([...(isComplete ? [] : [page.say.onlyKnown]), ...saidOf(page, "", told)]);
}

function saidOf(page: PageWords, group: "" | "decision.", values: readonly (readonly [string, unknown])[]) {
  return values.map(([path, value]) =>
    page.say.stands(name(page, group + path), page.value(group + path, value as Value)),
  );
}

function name(page: PageWords, path: string): string {
  return page.name({ fact: path });
}
