import type { Value } from "./evaluate.js";

/** Captured facts as they are supplied: a fact by its name, or inside its group. */
export function nestFacts(values: ReadonlyMap<string, Value>): Readonly<Record<string, unknown>> {
  const nested = bare<unknown>();
  const groups = new Map<string, Record<string, Value>>();
  for (const [path, value] of values) {
    const [outer = "", inner] = path.split(".");
    if (inner === undefined) nested[outer] = value;
    else {
      let group = groups.get(outer);
      if (!group) groups.set(outer, (nested[outer] = group = bare<Value>()));
      group[inner] = value;
    }
  }
  return nested;
}

// Whoever reads declared keys reads inherited ones too: with a prototype, a polluted one would add facts.
function bare<Item>(): Record<string, Item> {
  return Object.create(null) as Record<string, Item>;
}
