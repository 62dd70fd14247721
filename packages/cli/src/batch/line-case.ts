import { parseJsonText, parseWholeJson } from "../input/parse-json-text.js";
import { placeOf, type FoundCase } from "./answer-case.js";
import { lineRefusal, linesOf, type Line } from "./lines-of.js";
import type { LineChunk } from "./read-chunks.js";

/** The cases in lines of JSON. */
export function casesInLines(chunk: LineChunk): readonly FoundCase[] {
  return linesOf(chunk).map((line) => new LineCase(line));
}

class LineCase implements FoundCase {
  readonly #line: Line;

  constructor(line: Line) {
    this.#line = line;
  }

  get number(): number {
    return this.#line.number;
  }

  get isBlank(): boolean {
    return "text" in this.#line && this.#line.text.trim() === "";
  }

  read(): unknown {
    const line = this.#line;
    if ("fault" in line) throw lineRefusal(line.fault, placeOf(line), "case");
    return parseWholeJson(line.text) ?? parseJsonText(line.text, placeOf(line));
  }
}
