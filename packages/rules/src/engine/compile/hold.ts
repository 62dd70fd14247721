import { bitsPerWord, type Enumeration, type Shape } from "../compiled/frame.js";
import { dayFromIso } from "../../calendar/civil-day.js";
import { minutesFromTime } from "../../calendar/time-of-day.js";
import type { Value } from "../evaluate.js";

/** A value of the policy as compiled code holds it: one entry, or the words of a set. */
export function hold(value: Value, shape: Shape): readonly (boolean | number | string)[] {
  switch (shape.is) {
    case "boolean":
    case "text":
      return [value as boolean | string];
    case "number":
      return [value === "none" ? NaN : (value as number)];
    case "day":
      return [dayFromIso(value as string) ?? NaN];
    case "time":
      return [minutesFromTime(value as string) ?? NaN];
    case "choice":
      return [shape.enumeration.ids.get(value as string) ?? noId];
    case "set":
      return holdSet(value as readonly string[], shape.enumeration);
  }
}

/** The number of a value that is not among those it is compared with. */
export const noId = -1;

/** The words of bits of a set. */
export function holdSet(elements: readonly string[], { ids, words }: Enumeration): readonly number[] {
  const held = new Array<number>(words).fill(0);
  for (const element of elements) {
    const id = ids.get(element);
    if (id === undefined) continue;
    const word = Math.floor(id / bitsPerWord);
    held[word] = (held[word] ?? 0) | (1 << (id % bitsPerWord));
  }
  return held;
}
