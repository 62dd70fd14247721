import { millisFromInstant } from "../../calendar/zones.js";
import { factLookup, type DeclaredFact } from "../../engine/fact-lookup.js";
import { waitlistOffer } from "../../policies/waitlist-offer/policy.js";
import { isName } from "../input-fields.js";
import { FactColumn } from "./fact-column.js";

/** The items of a list by their numbers, from 0 in the order in which they are given. */
export interface ListedItems {
  readonly ids: readonly string[];
  /** Whether each id comes after the one before it: then no two are alike. */
  readonly idsAscend: boolean;
  /** What the policy reads of them, by path. */
  readonly columns: ReadonlyMap<string, FactColumn>;
}

/** The entries of a waitlist. */
export interface ListedEntries extends ListedItems {
  readonly priorities: Float64Array;
  /** When each was made, in milliseconds since 1970. */
  readonly madeAt: Float64Array;
  /** The slot that an entry names, proposed to it or booked. */
  readonly slots: ReadonlyMap<number, string>;
  /** The slots a person turned down. */
  readonly refusedSlots: ReadonlyMap<number, ReadonlySet<string>>;
}

/** Both lists of a waitlist. */
export interface ListedWaitlist {
  readonly entries: ListedEntries;
  readonly slots: ListedItems;
}

/** The lists as they are given: anything. */
interface GivenLists {
  readonly entries?: unknown;
  readonly slots?: unknown;
}

/**
 * Reads the lists of an input that is plain and right in all its values, in one pass and without a copy of each
 * object; nothing where there is any doubt. Then the schema reads the input: it alone says what is wrong, and it
 * accepts whatever is accepted here.
 */
export function readLists({ entries, slots }: GivenLists): ListedWaitlist | undefined {
  const listedEntries = Array.isArray(entries) ? readEntries(entries) : undefined;
  const listedSlots = listedEntries && Array.isArray(slots) ? readItems("slot", [], slots) : undefined;
  return listedEntries && listedSlots && { entries: listedEntries, slots: listedSlots };
}

/** Whether it is an object as JSON gives it. */
export function isPlain(item: unknown): item is Plain {
  return typeof item === "object" && item !== null && Object.getPrototypeOf(item) === Object.prototype;
}

/** What an item of the list has for an item number, for the properties that are no facts; false where it is wrong. */
type ReadOthers = (item: Plain, number: number) => boolean;

type Plain = Readonly<Record<string, unknown>>;

function readEntries(list: readonly unknown[]): ListedEntries | undefined {
  const priorities = new Float64Array(list.length);
  const madeAt = new Float64Array(list.length);
  const slots = new Map<number, string>();
  const refusedSlots = new Map<number, ReadonlySet<string>>();
  const readOthers: ReadOthers = ({ priority, madeAt: made, slot, refusedSlots: refused }, number) => {
    const millis = typeof made === "string" ? millisFromInstant(made) : undefined;
    if (millis === undefined || !Number.isSafeInteger(priority)) return false;
    madeAt[number] = millis;
    priorities[number] = priority as number;
    if (slot !== undefined) {
      if (!isName(slot)) return false;
      slots.set(number, slot);
    }
    if (refused !== undefined) {
      if (!Array.isArray(refused) || ![...(refused as unknown[])].every(isName)) return false;
      refusedSlots.set(number, new Set(refused as string[]));
    }
    return true;
  };
  const others = ["priority", "madeAt", "slot", "refusedSlots"];
  const items = readItems("entry", others, list, readOthers);
  return items && { ...items, priorities, madeAt, slots, refusedSlots };
}

function readItems(
  group: "entry" | "slot",
  others: readonly string[],
  list: readonly unknown[],
  readOthers: ReadOthers = () => true,
): ListedItems | undefined {
  const members = factLookup(waitlistOffer).byName.get(group);
  const facts: readonly (readonly [string, DeclaredFact])[] = members instanceof Map ? [...members] : [];
  const names = facts.map(([name]) => name);
  const columns = facts.map(([, fact]) => new FactColumn(fact, list.length));
  const hasOnly = onlyNames(["id", ...others, ...names]);
  const ids: string[] = [];
  let idsAscend = true;
  for (let number = 0; number < list.length; number += 1) {
    const item = list[number];
    if (!isPlain(item) || !hasOnly(item)) return undefined;
    const { id } = item;
    if (!isName(id) || !readOthers(item, number)) return undefined;
    idsAscend &&= number === 0 || (ids[number - 1] ?? "") < id;
    ids.push(id);
    for (let place = 0; place < columns.length; place += 1) {
      if (!columns[place]?.read(number, item[names[place] ?? ""])) return undefined;
    }
  }
  return {
    ids,
    idsAscend,
    columns: new Map(facts.map(([, { path }], place) => [path, columns[place] as FactColumn])),
  };
}

/** Whether an object has no property but these. Most objects of a list have the same ones in the same order. */
function onlyNames(names: readonly string[]): (item: object) => boolean {
  const known = new Set(names);
  const expected: string[] = [];
  return (item) => {
    let place = 0;
    for (const name in item) {
      if (name !== expected[place]) {
        if (!known.has(name)) return false;
        expected[place] = name;
      }
      place += 1;
    }
    return true;
  };
}
