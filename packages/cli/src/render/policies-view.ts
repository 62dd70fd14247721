import Table from "cli-table3";
import { dayInWords } from "../day-in-words.js";
import { uiWordingOf } from "../ui-wording-of.js";
import type { Look } from "./look.js";
import { paragraphLines, visible, wrapped } from "./layout.js";
import { tableStyle } from "./table-style.js";

/** A policy in the list. */
export interface PolicyListed {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  readonly jurisdiction: string;
  /** The first day in force, or `"open"`. */
  readonly inForceFrom: string;
  readonly locales: readonly string[];
}

/** The list of policies as a table that fits the width. */
export function policiesView(policies: readonly PolicyListed[], locale: string, look: Look): string {
  const { policyColumns, anyDay } = uiWordingOf(locale);
  const cells = policies.map((policy) => [
    policy.id,
    policy.question,
    policy.inForceFrom === "open" ? anyDay : dayInWords(locale, policy.inForceFrom),
    policy.locales.join(", "),
  ]);
  const widthOf = (column: number): number =>
    Math.max(policyColumns[column]?.length ?? 0, ...cells.map((row) => row[column]?.length ?? 0));
  const rest = look.width - widthOf(0) - widthOf(2) - widthOf(3) - 6;
  if (rest < 28) return stackedView(cells, look);
  const table = new Table({
    head: policyColumns.map((word) => look.paint.bold(word)),
    ...tableStyle,
  });
  table.push(
    ...cells.map(([id = "", question = "", from = "", locales = ""]) => [
      look.paint.cyan(visible(id)),
      `${wrapped(question, rest).join("\n")}\n`,
      from,
      locales,
    ]),
  );
  return `${table
    .toString()
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")
    .trimEnd()}\n`;
}

/** One below the other, where four columns do not fit. */
function stackedView(cells: readonly (readonly string[])[], look: Look): string {
  const paragraphs = cells.map(([id = "", ...rest]) => [
    ...paragraphLines({ text: id, paint: look.paint.cyan }, 0, look),
    ...rest.flatMap((text) => paragraphLines({ text }, 2, look)),
  ]);
  return `${paragraphs.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}
