import type { Frame } from "../compiled/frame.js";
import type { ReadFacts } from "../compiled/compiled-policy.js";
import { isObjectOfFacts, type FactNames } from "../compiled/fact-names.js";
import type { FactPlan, FactsPlan } from "./facts-plan.js";
import { isWhole, readBits, readDay, readText, readTime, readWords, wrong } from "../compiled/read-values.js";

/** Reads facts into a frame with closures: for where generating code is not allowed. */
export function closeReader({ names, entries, blank, partial, day }: FactsPlan): ReadFacts {
  const readers = entries.map((entry): Reader => {
    if ("place" in entry) return factReader(entry, partial, day);
    const inner = entry.facts.map((fact) => factReader(fact, partial, day));
    return objectReader(
      entry.names,
      entry.facts.map(({ name }) => name),
      inner,
      partial,
    );
  });
  const read = objectReader(
    names,
    entries.map(({ name }) => name),
    readers,
    partial,
  );
  return (facts) => {
    const frame = blank.slice();
    return read(frame, facts) ? frame : undefined;
  };
}

/** Puts what was supplied in its slots; false when something is wrong with it. */
type Reader = (frame: Frame, raw: unknown) => boolean;

function objectReader(
  known: FactNames,
  names: readonly string[],
  readers: readonly Reader[],
  partial: number,
): Reader {
  const properties = names.map((name, index) => ({ name, index, read: readers[index] ?? (() => false) }));
  return (frame, raw) => {
    if (raw === undefined) return unknown(frame, partial);
    if (!isObjectOfFacts(raw)) return false;
    if (known.areAllOf(raw)) {
      for (const { name, read } of properties) {
        if (!read(frame, (raw as Readonly<Record<string, unknown>>)[name])) return false;
      }
      return true;
    }
    const values = known.pick(raw);
    return values !== undefined && properties.every(({ index, read }) => read(frame, values[index]));
  };
}

function unknown(frame: Frame, partial: number): true {
  frame[partial] = true;
  return true;
}

function factReader(fact: FactPlan, partial: number, day: number): Reader {
  const read = fact.place.slot === day ? governingReader(knownReader(fact), partial) : knownReader(fact);
  return (frame, raw) => (raw === undefined ? unknown(frame, partial) : read(frame, raw));
}

/** Keeps the governing date as it was written, too. */
function governingReader(read: Reader, partial: number): Reader {
  return (frame, raw) => {
    frame[partial + 1] = raw as string;
    return read(frame, raw);
  };
}

function knownReader({ place, ids, min, max }: FactPlan): Reader {
  const { slot, shape } = place;
  const numbered =
    (read: (raw: unknown) => number): Reader =>
    (frame, raw) => {
      const value = read(raw);
      frame[slot] = value;
      return value !== wrong;
    };
  switch (shape.is) {
    case "boolean":
      return (frame, raw) => {
        if (typeof raw !== "boolean") return false;
        frame[slot] = raw;
        return true;
      };
    case "number":
      return (frame, raw) => {
        if (!isWhole(raw, min, max)) return false;
        // Negative zero and zero are one number.
        frame[slot] = raw + 0;
        return true;
      };
    case "choice":
      return (frame, raw) => {
        const id = (ids as ReadonlyMap<unknown, number>).get(raw);
        frame[slot] = id;
        return id !== undefined;
      };
    case "day":
      return numbered(readDay);
    case "time":
      return numbered(readTime);
    case "text":
      return (frame, raw) => {
        const text = readText(raw);
        frame[slot] = text;
        return text !== undefined;
      };
    case "set": {
      const { words } = shape.enumeration;
      if (words === 1) return numbered((raw) => readBits(raw, ids));
      return (frame, raw) => {
        const read = readWords(raw, ids, words);
        if (read === undefined) return false;
        read.forEach((word, index) => (frame[slot + index] = word));
        return true;
      };
    }
  }
}
