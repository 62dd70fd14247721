import type { Look } from "./look.js";

/** A paragraph, and how it is painted. */
export interface Paragraph {
  readonly text: string;
  readonly paint?: (line: string) => string;
}

export interface LabelledRow {
  readonly label: string;
  readonly value: readonly Paragraph[];
}

const between = 2;
const asIs = (line: string): string => line;

/** Sections as one text, an empty line between two; those without lines are left out. */
export function pageOf(sections: readonly (readonly string[])[]): string {
  const filled = sections.filter((lines) => lines.length > 0);
  return `${filled.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

/** A paragraph in lines of the look's width, set in by `indent`. */
export function paragraphLines(
  { text, paint = asIs }: Paragraph,
  indent: number,
  look: Look,
): readonly string[] {
  return wrapped(text, look.width - indent).map((line) => " ".repeat(indent) + paint(line));
}

/** Labels on the left, values on the right, aligned; one below the other where the terminal is too narrow. */
export function labelledLines(rows: readonly LabelledRow[], indent: number, look: Look): readonly string[] {
  const longest = Math.max(0, ...rows.map(({ label }) => displayWidth(visible(label))));
  const labelWidth = Math.min(longest, Math.floor(look.width * 0.4) - indent);
  const valueWidth = look.width - indent - labelWidth - between;
  if (valueWidth < 24) return rows.flatMap((row) => stackedLines(row, indent, look));
  return rows.flatMap(({ label, value }) => {
    const left = wrapped(label, labelWidth);
    const right = value.flatMap(({ text, paint = asIs }) => wrapped(text, valueWidth).map(paint));
    return Array.from({ length: Math.max(left.length, right.length) }, (_, index) => {
      const cell = left[index] ?? "";
      const gap = " ".repeat(labelWidth - displayWidth(cell) + between);
      return (" ".repeat(indent) + cell + gap + (right[index] ?? "")).trimEnd();
    });
  });
}

function stackedLines({ label, value }: LabelledRow, indent: number, look: Look): readonly string[] {
  const title = paragraphLines({ text: `${label}:`, paint: look.paint.bold }, indent, look);
  return [...title, ...value.flatMap((one) => paragraphLines(one, indent + between, look))];
}

/** Text in lines of at most a width; only a word that is longer is cut. */
export function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of visible(text)
    .split(/[ \t\n\r]+/)
    .filter((part) => part !== "")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (displayWidth(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    const pieces = cut(word, width);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? "";
  }
  return [...lines, line];
}

function cut(word: string, width: number): readonly string[] {
  const pieces: string[] = [];
  let piece = "";
  for (const { segment } of graphemes.segment(word)) {
    if (piece !== "" && displayWidth(piece + segment) > width) {
      pieces.push(piece);
      piece = "";
    }
    piece += segment;
  }
  return [...pieces, piece];
}

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
const wide =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;

/** The columns a text takes on a terminal. */
export function displayWidth(text: string): number {
  if (/^[\x20-\u02ff\u0400-\u052f\u2010-\u2027]*$/.test(text)) return text.length;
  let columns = 0;
  for (const { segment } of graphemes.segment(text)) columns += wide.test(segment) ? 2 : 1;
  return columns;
}

/** Text without what would move the cursor, change colours or turn its direction: values may come from anywhere. */
export function visible(text: string): string {
  return text.replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, " ");
}
