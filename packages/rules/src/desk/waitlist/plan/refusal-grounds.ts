import type { Condition } from "../../../language/condition.js";
import { resultFor, rowsOf, type TableRow } from "../../../language/table-rows.js";
import type { SegmentWords } from "./segment-words.js";

/** Something that rules a slot out for an entry, or may. */
export interface RefusalGround {
  /** The case of the policy that says so. */
  readonly case: string;
  /** Its condition; absent: always. */
  readonly condition?: Condition;
  /**
   * Whether a slot is never offered where the condition holds. Otherwise only the whole policy can tell what
   * follows from it.
   */
  readonly refuses: boolean;
}

/**
 * Why a slot is not offered, as a list: when every ground refuses, a slot is offered exactly where none holds. It
 * follows the cases of `offerable` that come first and say no, and through a test of the reasons the cases behind
 * them. What it cannot follow is a ground that does not refuse by itself.
 */
export function refusalGrounds(words: SegmentWords): readonly RefusalGround[] {
  const table = words.tableOf("offerable");
  if (!table) return [{ case: "offerable", refuses: false }];
  const rows = rowsOf(table);
  const answerOf = (row: TableRow) => resultFor(table, row, "offerable");
  const found = rows.findIndex((row) => answerOf(row) !== false);
  const saysNo = found === -1 ? rows.length : found;
  const grounds = rows.slice(0, saysNo).flatMap((row) => groundsOf(words, row));
  const others = rows.slice(saysNo);
  // Nothing but a yes for everything else: what comes first has said all.
  const [last] = others;
  if (others.length === 1 && last && last.when === undefined && answerOf(last) === true) return grounds;
  return [...grounds, ...others.map((row) => ({ ...asGround(row), refuses: false }))];
}

function groundsOf(words: SegmentWords, row: TableRow): readonly RefusalGround[] {
  const { when } = row;
  if (when && "any" in when) return when.any.flatMap((part) => groundsOf(words, { ...row, when: part }));
  const behind = when && casesBehind(words, when);
  return behind?.flatMap((one) => groundsOf(words, one)) ?? [{ ...asGround(row), refuses: true }];
}

function asGround({ id = "offerable", when }: TableRow): Omit<RefusalGround, "refuses"> {
  return when === undefined ? { case: id } : { case: id, condition: when };
}

/** The cases of a set of which one must hold for a test of that set; nothing where that cannot be told. */
function casesBehind(words: SegmentWords, test: Condition): readonly TableRow[] | undefined {
  if (!("operator" in test)) return undefined;
  const decision = /^decision\.(.*)$/u.exec(test.fact)?.[1];
  const table = decision === undefined ? undefined : words.tableOf(decision);
  if (!table || "is" in table || table.hitPolicy !== "collect") return undefined;
  if (!table.cases.every((one) => Array.isArray(one.then))) return undefined;
  const { operator, value } = test;
  const isMeant = (elements: readonly unknown[]): boolean | undefined => {
    if (operator === "isEmpty" && value === false) return elements.length > 0;
    if (operator === "contains" && typeof value === "string") return elements.includes(value);
    return undefined;
  };
  const meant = table.cases.filter((one) => isMeant(one.then as readonly unknown[]) === true);
  return isMeant([]) === undefined ? undefined : meant;
}
