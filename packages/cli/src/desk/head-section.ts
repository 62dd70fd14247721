import { paragraphLines } from "../render/layout.js";
import type { Look } from "../render/look.js";
import type { Section } from "./desk-task.js";
import type { DeskTaskName } from "./desk-task-names.js";
import type { DeskWords } from "./desk-words.js";

/** How far a result got: nothing is left to do about it, something is, or the rules do not reach it. */
export type Standing = "done" | "open" | "void";

/** What a task is, and in one line what came of it. */
export function headSection(
  { desk, look }: DeskWords & { readonly look: Look },
  task: DeskTaskName,
  standing: Standing,
  status: string,
): Section {
  const { bold, cyan, green, yellow } = look.paint;
  const paint = { done: green, open: yellow, void: cyan }[standing];
  return [
    bold(desk.tasks[task].title),
    "",
    ...paragraphLines({ text: status, paint: (line) => bold(paint(line)) }, 0, look),
  ];
}
