import { bitsPerWord, caseWords, noCase, type Place, wordsOf } from "../compiled/frame.js";
import type { Layout } from "./layout.js";
import { Lines } from "./lines.js";
import { isTest, type Result, type SegmentPlan, type TablePlan, type Term, type Test } from "./plan.js";
import { programOf, type Program } from "./program.js";
import { inComment, Written } from "./written.js";

/** A program, and the texts it compares facts with: they are data. */
export interface GeneratedSegment {
  readonly program: Program;
  readonly texts: readonly string[];
}

/** Writes one segment of a policy as a program that answers for facts that were read. */
export function generateSegment(layout: Layout, plan: SegmentPlan): GeneratedSegment {
  const decisions = [...layout.decisions.values()];
  const written = new Written([
    ...[...layout.facts.values()].map((place) => ({ place, prefix: "fact" as const })),
    ...decisions.map((place) => ({ place, prefix: "decision" as const })),
  ]);
  const body = new Lines();
  body.block("return function decide(facts, grounds) {", "};", () => {
    for (const slot of plan.reads) body.add(`const ${written.name(slot)} = facts[${slot}];`);
    for (const given of plan.given) {
      body.add(`if (${written.test({ is: "not", part: given })}) return undefined; // given`);
    }
    declare(body, written, plan, decisions);
    for (const table of plan.tables) writeTable(body, written, table);
    writeGrounds(body, written, plan);
    body.block("return {", "};", () => {
      for (const place of plan.outcome) {
        body.add(`${place.name}: ${shown(place, written, decisions.indexOf(place))},`);
      }
    });
  });
  const { from, to } = plan.segment;
  const title = `// ${inComment(layout.policy.id)}, from ${from ?? "the beginning"} to ${to ?? "further notice"}\n`;
  const rates = written.rates().map((line) => `${line}\n`);
  const program = programOf(title, rates.join("") + body.text(), ["texts", "lists", "values"]);
  return { program, texts: written.texts };
}

function declare(body: Lines, written: Written, plan: SegmentPlan, decisions: readonly Place[]): void {
  const before = new Map(plan.before.map(({ place, held }) => [place, held]));
  const read = decisions.filter(
    (place) => plan.outcome.includes(place) || plan.tables.some(({ decides }) => decides.includes(place)),
  );
  for (const place of read) {
    const changes = plan.tables.some(({ decides }) => decides.includes(place));
    for (let word = 0; word < wordsOf(place.shape); word += 1) {
      const held = before.get(place)?.[word];
      const value = held === undefined ? "" : ` = ${held}`;
      body.add(`${changes ? "let" : "const"} ${written.name(place.slot + word)}${value};`);
    }
  }
}

function writeTable(body: Lines, written: Written, table: TablePlan): void {
  body.add("", `// ${inComment(table.decides.map(({ name }) => name).join(", "))}`);
  const names = caseNamesOf(table);
  const isGuarded = !(table.guard.is === "truth" && table.guard.truth);
  for (const name of names) body.add(`let ${name} = ${table.collects || !isGuarded ? 0 : noCase};`);
  const write = table.collects ? writeCollect : writeFirst;
  if (!isGuarded) {
    write(body, written, table);
    return;
  }
  openIf(body, written, "", table.guard, "");
  body.inside(() => {
    write(body, written, table);
  });
  body.add("}");
}

function writeFirst(body: Lines, written: Written, table: TablePlan): void {
  const [name = ""] = caseNamesOf(table);
  const settled = table.rows.findIndex(({ when }) => when.is === "truth" && when.truth);
  const last = settled < 0 ? table.rows.length - 1 : settled;
  const reached = table.rows
    .map((row, index) => ({ ...row, index }))
    .filter(({ when, index }) => index <= last && !(when.is === "truth" && !when.truth && index < last));
  reached.forEach(({ id, when, gives, index }, order) => {
    const isLast = index === last;
    const otherwise = order === 0 ? "" : "} else ";
    if (isLast && order === 0) {
      writeRow(body, written, table, name, index, id, gives);
      return;
    }
    if (isLast) body.add(`${otherwise}{${comment(id)}`);
    else openIf(body, written, otherwise, when, id);
    body.inside(() => {
      writeRow(body, written, table, name, index, "", gives);
    });
  });
  if (reached.length > 1) body.add("}");
}

function writeRow(
  body: Lines,
  written: Written,
  { decides }: TablePlan,
  name: string,
  index: number,
  id: string,
  gives: readonly Result[],
): void {
  body.add(`${name} = ${index};${comment(id)}`);
  gives.forEach((result, at) => {
    const slot = decides[at]?.slot ?? 0;
    if (isTest(result)) body.add(`${written.name(slot)} = ${written.test(result)};`);
    else {
      result.forEach((term, word) =>
        body.add(`${written.name(slot + word)} = ${written.term(term)};${hint(decides[at], term, word)}`),
      );
    }
  });
}

function writeCollect(body: Lines, written: Written, table: TablePlan): void {
  const [place] = table.decides;
  if (!place) return;
  const names = caseNamesOf(table);
  for (let word = 0; word < wordsOf(place.shape); word += 1)
    body.add(`${written.name(place.slot + word)} = 0;`);
  table.rows.forEach(({ id, when, gives }, index) => {
    if (when.is === "truth" && !when.truth) return;
    openIf(body, written, "", when, id);
    body.inside(() => {
      body.add(`${names[Math.floor(index / bitsPerWord)] ?? ""} |= ${1 << (index % bitsPerWord)};`);
      const words = gives[0] as Exclude<Result, Test>;
      words.forEach((term, word) => {
        if (term.is === "constant" && term.value === 0) return;
        body.add(`${written.name(place.slot + word)} |= ${written.term(term)};${hint(place, term, word)}`);
      });
    });
    body.add("}");
  });
}

function shown(place: Place, written: Written, index: number): string {
  const { shape, slot, mayBeNone } = place;
  const name = written.name(slot);
  switch (shape.is) {
    case "boolean":
    case "text":
      return name;
    case "number":
      return mayBeNone ? `numberOrNone(${name})` : name;
    case "day":
      return `dayOrNone(${name})`;
    case "time":
      return `timeOrNone(${name})`;
    case "choice":
      return `values[${index}][${name}]`;
    case "set": {
      const words = wordsIn(place, written);
      return `lists[${index}](${words.length === 1 ? name : `[${words.join(", ")}]`})`;
    }
  }
}

function wordsIn({ slot, shape }: Place, written: Written): readonly string[] {
  return Array.from({ length: wordsOf(shape) }, (_, word) => written.name(slot + word));
}

/** The words of a set as one number: 0 when it is empty. */
function held(place: Place, written: Written): string {
  const words = wordsIn(place, written);
  return words.length === 1 ? words.join() : `(${words.join(" | ")})`;
}

/** Writes down what the reasons depend on, in the order of `Grounds`. */
function writeGrounds(body: Lines, written: Written, { tables, grounds }: SegmentPlan): void {
  body.add("", ...tables.flatMap(caseNamesOf).map((name, at) => `grounds[${at}] = ${name};`));
  grounds.keyed.forEach(({ name, slot }, index) => {
    body.add(`grounds[${grounds.keyedAt + index}] = groundOf(facts[${slot}]);${comment(name)}`);
  });
  grounds.sets.forEach((places, index) => {
    const bits = places.map((place, at) => `(${held(place, written)} === 0 ? ${1 << at} : 0)`);
    const names = places.map(({ name }) => name).join(", ");
    body.add(`// which are empty: ${inComment(names)}`);
    body.add(`grounds[${grounds.setsAt + index}] = ${bits.join(" | ")};`);
  });
}

function caseNamesOf(table: TablePlan): readonly string[] {
  const count = caseWords(table.rows.length, table.collects);
  return Array.from({ length: count }, (_, word) => `case_${table.casesAt + word}`);
}

/** Opens a block under a condition, on several lines where it is long. */
function openIf(body: Lines, written: Written, before: string, test: Test, id: string): void {
  const whole = `${before}if (${written.test(test)}) {${comment(id)}`;
  if (whole.length <= widest || (test.is !== "all" && test.is !== "any")) {
    body.add(whole);
    return;
  }
  const joint = test.is === "all" ? " &&" : " ||";
  body.add(`${before}if (`);
  body.inside(() => {
    test.parts.forEach((part, index) =>
      body.add(written.part(part) + (index === test.parts.length - 1 ? "" : joint)),
    );
  });
  body.add(`) {${comment(id)}`);
}

const widest = 100;

function comment(text: string): string {
  return text === "" ? "" : ` // ${inComment(text)}`;
}

/** The values that a number of a choice, or the bits of a set, stand for. */
function hint(place: Place | undefined, term: Term, word = 0): string {
  if (!place || !("enumeration" in place.shape) || term.is !== "constant") return "";
  const { is, enumeration } = place.shape;
  const held = Number(term.value);
  const named = [...enumeration.ids].filter(([, id]) => {
    if (is === "choice") return id === held;
    return Math.floor(id / bitsPerWord) === word && (held & (1 << (id % bitsPerWord))) !== 0;
  });
  return comment(named.map(([value]) => value).join(", "));
}
