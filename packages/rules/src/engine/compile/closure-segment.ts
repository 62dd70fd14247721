import {
  bitsPerWord,
  caseWords,
  type Frame,
  groundOf,
  noCase,
  type Place,
  wordsOf,
} from "../compiled/frame.js";
import type { Value } from "../evaluate.js";
import { checkOf, readOf, type Check, type Read } from "./closures.js";
import type { Grounds, RunSegment } from "../compiled/common.js";
import { isTest, type RowPlan, type SegmentPlan, type TablePlan, type Term } from "./plan.js";
import { showerOf } from "../compiled/show.js";

/** One segment as closures over a frame: for where generating code is not allowed. */
export function closeSegment(plan: SegmentPlan): RunSegment {
  const given = plan.given.map(checkOf);
  const before = plan.before.flatMap(({ place, held }) =>
    held.map((value, word) => ({ slot: place.slot + word, value })),
  );
  const tables = plan.tables.map(closeTable);
  const outcome = plan.outcome.map((place) => ({ name: place.name, show: showerOf(place) }));
  const { keyed, keyedAt, sets, setsAt } = plan.grounds;
  return (facts, grounds) => {
    for (const check of given) if (!check(facts)) return undefined;
    for (const { slot, value } of before) facts[slot] = value;
    for (const run of tables) run(facts, grounds);
    keyed.forEach(({ slot }, index) => (grounds[keyedAt + index] = groundOf(facts[slot])));
    sets.forEach((places, index) => (grounds[setsAt + index] = emptyAmong(places, facts)));
    const shown: Record<string, Value> = {};
    for (const { name, show } of outcome) shown[name] = show(facts);
    return shown;
  };
}

/** A bit for each set that is empty. */
function emptyAmong(places: readonly Place[], facts: Frame): number {
  let bits = 0;
  places.forEach(({ slot, shape }, index) => {
    for (let word = 0; word < wordsOf(shape); word += 1) if (facts[slot + word] !== 0) return;
    bits |= 1 << index;
  });
  return bits;
}

type RunTable = (frame: Frame, grounds: Grounds) => void;

function closeTable(table: TablePlan): RunTable {
  const run = table.collects ? collect(table) : first(table);
  const guard = checkOf(table.guard);
  const { casesAt, collects } = table;
  const count = caseWords(table.rows.length, table.collects);
  return (frame, grounds) => {
    if (guard(frame)) run(frame, grounds);
    else for (let word = 0; word < count; word += 1) grounds[casesAt + word] = collects ? 0 : noCase;
  };
}

function first({ rows, decides, casesAt }: TablePlan): RunTable {
  const conditions = rows.map(({ when }) => checkOf(when));
  const results = rows.map((row) => settersOf(row, decides));
  return (frame, grounds) => {
    let row = 0;
    // The last one always holds.
    while (conditions[row]?.(frame) === false) row += 1;
    grounds[casesAt] = row;
    for (const set of results[row] ?? []) set(frame);
  };
}

function collect(table: TablePlan): RunTable {
  const { casesAt, decides } = table;
  const slots = decides.flatMap(({ slot, shape }) =>
    Array.from({ length: wordsOf(shape) }, (_, word) => slot + word),
  );
  const count = caseWords(table.rows.length, table.collects);
  const rows = table.rows.map(({ when, gives }) => ({
    check: checkOf(when),
    words: (gives.flat() as readonly Term[]).map(readOf),
  }));
  return (frame, grounds) => {
    for (const slot of slots) frame[slot] = 0;
    for (let word = 0; word < count; word += 1) grounds[casesAt + word] = 0;
    rows.forEach(({ check, words }, index) => {
      if (!check(frame)) return;
      const at = casesAt + Math.floor(index / bitsPerWord);
      grounds[at] = (grounds[at] ?? 0) | (1 << (index % bitsPerWord));
      slots.forEach((slot, word) => {
        frame[slot] = (frame[slot] as number) | (words[word]?.(frame) as number);
      });
    });
  };
}

type Set = (frame: Frame) => void;

function settersOf({ gives }: RowPlan, decides: TablePlan["decides"]): readonly Set[] {
  return gives.flatMap((result, index) => {
    const slot = decides[index]?.slot ?? 0;
    if (isTest(result)) return [setting(slot, checkOf(result))];
    return result.map((term, word) => setting(slot + word, readOf(term)));
  });
}

function setting(slot: number, read: Read | Check): Set {
  return (frame) => {
    frame[slot] = read(frame);
  };
}
