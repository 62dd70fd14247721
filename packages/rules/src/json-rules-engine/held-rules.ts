import type { ReportingAlmanac } from "./running-engine.js";

interface Read {
  count: number;
  readonly held: Map<string, boolean>;
}

const read = new WeakMap<object, Read>();

/** Whether each rule that has run so far held; when an almanac serves for several runs, its last result. */
export function heldRules(almanac: ReportingAlmanac): ReadonlyMap<string, boolean> {
  const results = almanac.getResults();
  let known = read.get(almanac);
  if (!known) read.set(almanac, (known = { count: 0, held: new Map() }));
  // The list only grows, and is asked for once per rule.
  for (; known.count < results.length; known.count += 1) {
    const result = results[known.count];
    if (result) known.held.set(result.name, result.result === true);
  }
  return known.held;
}
