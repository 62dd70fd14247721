import { isAscii, isUtf8 } from "node:buffer";
import type { GuichetError } from "@guichet/rules";
import { inputRefusal } from "../refusal.js";
import type { LineChunk } from "./read-chunks.js";

/** A line of a file: its text, or why it has none. */
export type Line =
  { readonly number: number; readonly text: string } | { readonly number: number; readonly fault: LineFault };

/** Why the text of a line cannot be had. */
export type LineFault = "line-too-long" | "not-utf-8";

const byteOrderMark = 0xfeff;

/** The lines of a chunk, without their line feeds and without a byte order mark. */
export function linesOf({ first, bytes }: LineChunk): readonly Line[] {
  if (bytes === undefined) return [{ number: first, fault: "line-too-long" }];
  return isUtf8(bytes) ? linesIn(textOf(bytes), first) : eachAlone(bytes, first);
}

/** The refusal of a line without a text, in an input of `what` a line. */
export function lineRefusal(fault: LineFault, where: string, what: string): GuichetError {
  return fault === "not-utf-8"
    ? inputRefusal(fault, where, "the text is not UTF-8", "save it as UTF-8")
    : inputRefusal(fault, where, "more than 10 MB of text", `write one ${what} a line`);
}

function linesIn(text: string, first: number): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (let number = first; start < text.length; number += 1) {
    const end = text.indexOf("\n", start);
    const stop = end < 0 ? text.length : end;
    const begin = text.charCodeAt(start) === byteOrderMark ? start + 1 : start;
    lines.push({ number, text: text.slice(begin, stop) });
    start = stop + 1;
  }
  return lines;
}

/** Where some line is not UTF-8, each is looked at by itself. */
function eachAlone(bytes: Uint8Array, first: number): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (let number = first; start < bytes.length; number += 1) {
    const end = bytes.indexOf(0x0a, start);
    const stop = end < 0 ? bytes.length : end;
    const line = bytes.subarray(start, stop);
    if (line.length === 0) lines.push({ number, text: "" });
    else if (isUtf8(line)) lines.push(...linesIn(textOf(line), number));
    else lines.push({ number, fault: "not-utf-8" });
    start = stop + 1;
  }
  return lines;
}

function textOf(bytes: Uint8Array): string {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return view.toString(isAscii(bytes) ? "latin1" : "utf8");
}
