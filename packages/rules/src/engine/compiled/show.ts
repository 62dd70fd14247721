import { isoFromDay } from "../../calendar/civil-day.js";
import { timeFromMinutes } from "../../calendar/time-of-day.js";
import type { Value } from "../evaluate.js";
import { bitsPerWord, type Frame, type Held, type Place, type Shape } from "./frame.js";

/** Writes out what stands at a place of a frame, the inverse of `hold`. */
export type Show = (frame: Frame) => Value;

/** Writes out a fact; nothing where it is unknown. */
export type ShowFact = (frame: Frame) => Value | undefined;

/** How the value of a fact or decision is written out. */
export function showerOf({ shape, slot }: Place): Show {
  switch (shape.is) {
    case "boolean":
    case "text":
      return (frame) => frame[slot] as Value;
    case "number":
      return (frame) => numberOrNone(frame[slot] as number);
    case "day":
      return (frame) => dayOrNone(frame[slot] as number);
    case "time":
      return (frame) => timeOrNone(frame[slot] as number);
    case "choice": {
      const values = valuesByNumber(shape);
      return (frame) => values[frame[slot] as number] ?? "none";
    }
    case "set": {
      const { words } = shape.enumeration;
      const list = listerOf(shape.values, shape.enumeration.ids);
      if (words === 1) return (frame) => list(frame[slot] as number);
      const lists = manyListerOf(shape.values, shape.enumeration.ids);
      return (frame) => lists(frame.slice(slot, slot + words));
    }
  }
}

/** The values of a choice by their numbers. */
export function valuesByNumber({ values, enumeration }: Extract<Shape, { readonly is: "choice" | "set" }>) {
  const byNumber: string[] = [];
  for (const value of values) byNumber[enumeration.ids.get(value) ?? 0] = value;
  return byNumber;
}

export function numberOrNone(held: number): number | "none" {
  return Number.isNaN(held) ? "none" : held;
}

export function dayOrNone(held: number): string {
  return Number.isNaN(held) ? "none" : isoFromDay(held);
}

export function timeOrNone(held: number): string {
  return Number.isNaN(held) ? "none" : timeFromMinutes(held);
}

/** Lists are kept by their bits, and shared: nobody may change one. */
const mostKept = 1024;

/** Lists the values whose bits are set, in declared order. */
export function listerOf(
  values: readonly string[],
  ids: ReadonlyMap<string, number>,
): (bits: number) => readonly string[] {
  const bitOf = values.map((value) => 1 << (ids.get(value) ?? 0));
  // Of a small set every list has a place of its own: an array is several times faster than a map.
  const small: (readonly string[] | undefined)[] = [];
  const large = new Map<number, readonly string[]>();
  return (bits) => {
    let list = bits < mostKept ? small[bits] : large.get(bits);
    if (list === undefined) {
      list = Object.freeze(values.filter((_, index) => (bits & (bitOf[index] ?? 0)) !== 0));
      if (bits < mostKept) small[bits] = list;
      else if (large.size < mostKept) large.set(bits, list);
    }
    return list;
  };
}

/** The same for values that take several words. */
export function manyListerOf(
  values: readonly string[],
  ids: ReadonlyMap<string, number>,
): (words: readonly Held[]) => readonly string[] {
  return (words) =>
    Object.freeze(
      values.filter((value) => {
        const id = ids.get(value) ?? 0;
        return (Number(words[Math.floor(id / bitsPerWord)]) & (1 << (id % bitsPerWord))) !== 0;
      }),
    );
}
