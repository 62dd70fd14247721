import { problemAt, GuichetError, scanJson } from "@guichet/rules";
import { inputRefusal } from "../refusal.js";
import { keepsEveryKey } from "./keeps-every-key.js";

/**
 * Parses JSON somebody supplied. What is wrong is said by its place alone: the text may hold a patient's data.
 *
 * Errors: `input-refused` with `input-empty`, `not-json` or `key-twice`.
 */
export function parseJsonText(text: string, where: string): unknown {
  const whole = parseWholeJson(text);
  if (whole !== undefined) return whole;
  if (text.trim() === "")
    throw inputRefusal("input-empty", where, "the text is empty", "supply a JSON object");
  const { fault, repeated } = scanJson(text);
  if (fault !== undefined) {
    throw inputRefusal("not-json", placeIn(text, fault, where), "the text is not JSON here", "correct it");
  }
  if (repeated.length > 0) {
    throw new GuichetError(
      "input-refused",
      repeated
        .slice(0, mostReported)
        .map(({ position }) =>
          problemAt(
            "key-twice",
            placeIn(text, position, where),
            "a name stands twice in one object",
            "keep one",
          ),
        ),
    );
  }
  return parsed(text);
}

const mostReported = 100;

/** What a JSON text says, where a glance shows that nothing is wrong with it; otherwise `parseJsonText` can tell. */
export function parseWholeJson(text: string): unknown {
  const value = parsed(text);
  return value !== undefined && keepsEveryKey(text, value) ? value : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function placeIn(text: string, position: number, where: string): string {
  const lineStart = text.lastIndexOf("\n", position - 1) + 1;
  const column = position - lineStart + 1;
  const line = text.slice(0, lineStart).split("\n").length;
  return line === 1 && !text.includes("\n")
    ? `${where}, column ${column}`
    : `${where}, line ${line}, column ${column}`;
}
