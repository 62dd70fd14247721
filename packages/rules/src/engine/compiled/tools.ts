import { weekdayOfDay } from "../../calendar/civil-day.js";
import { addTerm } from "../../calendar/term.js";
import { FactNames, isObjectOfFacts } from "./fact-names.js";
import { bitsPerWord, groundOf, type Place } from "./frame.js";
import { placeFrom, type PolicyData } from "./policy-data.js";
import { isWhole, readBits, readDay, readText, readTime, readWords, wrong } from "./read-values.js";
import { dayOrNone, listerOf, manyListerOf, numberOrNone, timeOrNone, valuesByNumber } from "./show.js";

// What generated code is run with: the same functions and tables whether it was made a moment ago or ahead of time.

/** The functions a program that reads facts calls. */
export const readerTools = {
  isObjectOfFacts,
  isWhole,
  readBits,
  readDay,
  readText,
  readTime,
  readWords,
  wrong,
};

/** The functions a program that decides a segment calls. */
export const segmentTools = {
  plus: (day: number, months: number, days: number): number => addTerm(day, { months, days }),
  plusOrNone: (day: number, months: number, days: number): number =>
    Number.isNaN(day) ? NaN : addTerm(day, { months, days }),
  weekdayOf: weekdayOfDay,
  holds: (words: readonly number[], id: number): boolean =>
    (((words[Math.floor(id / bitsPerWord)] ?? 0) >>> (id % bitsPerWord)) & 1) === 1,
  groundOf,
  numberOrNone,
  dayOrNone,
  timeOrNone,
};

/** What a program is run with. */
export type ProgramData = Readonly<Record<string, unknown>>;

/** What the program that reads the facts of a policy is run with. */
export function readerData({ names, facts }: Pick<PolicyData, "names" | "facts">): ProgramData {
  const ids = facts.flatMap((fact) => {
    const { shape } = placeFrom(fact);
    return "enumeration" in shape ? [shape.enumeration.ids] : [];
  });
  return { ...readerTools, names: names.map((one) => new FactNames(one)), ids };
}

/** What the programs of a policy's segments are run with. */
export function decisionsData({ decisions }: Pick<PolicyData, "decisions">): ProgramData {
  const places = decisions.map(placeFrom);
  return { ...segmentTools, lists: places.map(listOf), values: places.map(valuesOf) };
}

function listOf({ shape }: Place) {
  if (shape.is !== "set") return undefined;
  const { ids, words } = shape.enumeration;
  return words === 1 ? listerOf(shape.values, ids) : manyListerOf(shape.values, ids);
}

function valuesOf({ shape }: Place): readonly string[] {
  return shape.is === "choice" ? valuesByNumber(shape) : [];
}
