import { existsSync } from "node:fs";
import { table } from "../page/markdown.mjs";
import { here, note, run, runFile } from "../run.mjs";

/**
 * A part that a script of its own measures, `<name>.mjs` or `<name>.ts` beside this folder. It prints JSON:
 * { goals: [{ what, bound, measured, met }], title, notes: [text], rows: [{ column: text }] }.
 */
export function scriptPart(name, { only }) {
  if (!only.test(name)) return undefined;
  const found = existsSync(here(`${name}.mjs`))
    ? runFile(here(`${name}.mjs`))
    : existsSync(here(`../dist/${name}.mjs`))
      ? run(name)
      : undefined;
  if (found === undefined) return undefined;
  note(`${name}: done`);
  const head = Object.keys(found.rows[0]);
  const rows = found.rows.map((row) => head.map((column) => String(row[column] ?? "")));
  return {
    goals: found.goals,
    sections: [[`## ${found.title}`, table(head, rows), ...(found.notes ?? [])].join("\n\n")],
  };
}
