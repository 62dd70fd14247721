import { declaredFacts, GuichetError, problemAt, suggest, type Policy, type Problem } from "@guichet/rules";

/** What the cells of a row are. */
export interface ColumnPlan {
  /** How many cells every row has. */
  readonly width: number;
  readonly columns: readonly PlannedColumn[];
}

interface PlannedColumn {
  /** Its place in the row. */
  readonly at: number;
  /** `id`, `subject`, `at`, or the path of a fact. */
  readonly holds: string;
}

/** What columns hold, by their headings; `null` for one that is of no interest. */
export type ColumnNames = Readonly<Record<string, string | null>>;

/** What a row says besides facts: its id and, where records are kept, whom it is about and when it was. */
export const ownFields = ["id", "subject", "at"];

/**
 * Finds out which cell is what: by the names somebody gives, else by headings that name a fact themselves. A heading is
 * never repeated in a problem: a file without headings begins with a patient.
 *
 * Errors: `usage-refused` with `column-unknown`, `column-twice`, `column-missing` and `fact-unknown`, all at once.
 */
export function planColumns(heading: readonly string[], names: ColumnNames, policy: Policy): ColumnPlan {
  const known = [...ownFields, ...declaredFacts(policy.facts).keys()];
  const problems: Problem[] = [];
  const refuse = (code: string, where: string, what: string, todo: string): void => {
    problems.push(problemAt(code, where, what, todo));
  };
  const headings = heading.map((text) => text.trim());
  for (const [name, holds] of Object.entries(names)) {
    if (!headings.includes(name)) {
      refuse("column-missing", `--columns, "${name}"`, "the file has no such column", "correct the name");
    }
    if (holds !== null && !known.includes(holds)) {
      const todo = suggest(holds, known, "name a fact of the policy, id, subject or at");
      refuse("fact-unknown", `--columns, "${name}"`, `no fact "${holds}"`, todo);
    }
  }
  const columns = headings.flatMap((name, at): readonly PlannedColumn[] => {
    const holds = Object.hasOwn(names, name) ? names[name] : known.find((one) => one === name);
    if (holds === undefined) {
      const near = suggest(name, known, "say what it holds with --columns; null leaves it out");
      refuse("column-unknown", `column ${at + 1}`, "its heading names no fact", near);
    }
    return holds === undefined || holds === null ? [] : [{ at, holds }];
  });
  for (const [index, { at, holds }] of columns.entries()) {
    if (columns.findIndex((other) => other.holds === holds) < index) {
      refuse("column-twice", `column ${at + 1}`, `another column holds "${holds}" too`, "keep one");
    }
  }
  if (!columns.some(({ holds }) => holds === "id")) {
    refuse("column-missing", "the heading", 'no column holds "id"', "give every case one");
  }
  if (problems.length > 0) throw new GuichetError("usage-refused", problems);
  return { width: heading.length, columns };
}
