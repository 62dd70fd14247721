import { FactNames } from "./fact-names.js";
import type { Place } from "./frame.js";
import { placeFrom, type PolicyData } from "./policy-data.js";
import { listerOf, manyListerOf, valuesByNumber } from "./show.js";

/** What a program is run with. */
export type ProgramData = Readonly<Record<string, unknown>>;

/** What the program that reads the facts of a policy is run with. */
export function readerData({ names, facts }: Pick<PolicyData, "names" | "facts">): ProgramData {
  const ids = facts.flatMap((fact) => {
    const { shape } = placeFrom(fact);
    return "enumeration" in shape ? [shape.enumeration.ids] : [];
  });
  return { names: names.map((one) => new FactNames(one)), ids };
}

/** What the programs of a policy's segments are run with. */
export function decisionsData({ decisions }: Pick<PolicyData, "decisions">): ProgramData {
  const places = decisions.map(placeFrom);
  return { lists: places.map(listOf), values: places.map(valuesOf) };
}

function listOf({ shape }: Place) {
  if (shape.is !== "set") return undefined;
  const { ids, words } = shape.enumeration;
  return words === 1 ? listerOf(shape.values, ids) : manyListerOf(shape.values, ids);
}

function valuesOf({ shape }: Place): readonly string[] {
  return shape.is === "choice" ? valuesByNumber(shape) : [];
}
