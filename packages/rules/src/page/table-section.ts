import type { Citation } from "../language/citation.js";
import type { Condition } from "../language/condition.js";
import type { Edition, Table } from "../language/edition.js";
import type { Expression } from "../language/expression.js";
import { conditionInWords } from "./condition-in-words.js";
import { expressionInWords } from "./expression-in-words.js";
import { blocks, emphasised, heading, lines, plain, strong, table as markdownTable } from "./markdown.js";
import type { PageWords } from "./page-words.js";

/** A row as it is printed: a case, an `otherwise`, or a single expression. */
export interface PageRow {
  readonly id: string | undefined;
  readonly when: string;
  readonly then: unknown;
  readonly cites: readonly Citation[];
  readonly gap: boolean;
}

/** One decision of an edition: who it is for, the guard in words, and its rows in order. */
export function tableSection(page: PageWords, edition: Edition, table: Table): string {
  const decided = decidedBy(table);
  const { say } = page;
  const isHelper = decided.every((name) => page.policy.decisions[name]?.internal === true);
  const hitPolicy = "is" in table ? "" : say.hitPolicy[table.hitPolicy];
  const answerHead = "hitPolicy" in table && table.hitPolicy === "collect" ? say.adds : say.answer;
  const head = [
    say.row,
    say.when,
    ...(decided.length === 1
      ? [answerHead]
      : decided.map((name) => capitalised(page, page.decisionLabel(name)))),
    say.source,
  ];
  const rows = rowsOf(page, edition, table).map((row) => [
    row.id === undefined ? "" : plain(row.id),
    row.when,
    ...decided.map((name, index) => answerCell(page, table, name, row, index === 0)),
    lines(page.citations(row.cites)),
  ]);
  return blocks([
    heading(3, decided.map((name) => capitalised(page, page.decisionLabel(name))).join(say.semicolon)),
    isHelper ? emphasised(say.helper) : "",
    table.onlyWhen === undefined ? "" : guard(page, decided, table.onlyWhen),
    hitPolicy,
    markdownTable(head, rows),
  ]);
}

/** The rows of a table in the order they are printed; the row for everything else comes last. */
export function rowsOf(page: PageWords, edition: Edition, table: Table): readonly PageRow[] {
  const { say } = page;
  const row = (
    one: { readonly id?: string; readonly cites?: readonly Citation[]; readonly gap?: true },
    when: string,
    then: unknown,
  ): PageRow => ({
    id: one.id,
    when,
    then,
    cites: one.cites ?? (one.id === undefined ? [] : [edition.source]),
    gap: one.gap === true,
  });
  if ("is" in table) return [row(table, say.always, table.is)];
  const cases = table.cases.map((one) =>
    row(one, one.when === undefined ? say.always : conditionInWords(page, one.when), one.then),
  );
  return table.hitPolicy === "collect"
    ? cases
    : [...cases, row(table.otherwise, say.otherwise, table.otherwise.then)];
}

export function decidedBy(table: Table): readonly string[] {
  return typeof table.decides === "string" ? [table.decides] : table.decides;
}

export function capitalised(page: PageWords, text: string): string {
  const [first = ""] = text;
  return first.toLocaleUpperCase(page.locale.locale) + text.slice(first.length);
}

function answerCell(page: PageWords, table: Table, name: string, row: PageRow, isFirst: boolean): string {
  const then =
    typeof table.decides === "string" ? row.then : (row.then as Readonly<Record<string, unknown>>)[name];
  const answer = then === undefined ? "" : expressionInWords(page, `decision.${name}`, then as Expression);
  return row.gap && isFirst ? lines([answer, strong(plain(page.say.gap))]) : answer;
}

function guard(page: PageWords, decided: readonly string[], onlyWhen: Condition): string {
  const { say } = page;
  const defaults = decided.flatMap((name) => {
    const value = page.policy.decisions[name]?.default;
    return value === undefined ? [] : [page.value(`decision.${name}`, value)];
  });
  return lines([
    `${say.onlyWhere} ${conditionInWords(page, onlyWhen)}.`,
    ...(defaults.length === 0 ? [] : [`${say.stands(say.elsewhere, defaults.join(say.semicolon))}.`]),
  ]);
}
