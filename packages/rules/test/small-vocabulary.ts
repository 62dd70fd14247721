import { dayFromIso, isoFromDay } from "../src/calendar/civil-day.js";
import type { Value } from "../src/engine/evaluate.js";
import type { Random } from "../src/testing/random.js";

export type Json = Readonly<Record<string, unknown>>;

/** A name conditions and expressions may use, as it is declared. */
export interface Name {
  readonly name: string;
  readonly kind: string;
  readonly values?: readonly string[];
  readonly orNone?: boolean;
  /** The facts that may select a rate's row here, in its place of the declared ones. */
  readonly by?: readonly (readonly string[])[];
}

/** The words of a small policy, and every value each fact can have. */
export interface SmallVocabulary {
  readonly facts: Json;
  readonly rates: Json;
  readonly names: readonly Name[];
  readonly rateNames: readonly Name[];
  readonly given: readonly Json[];
  readonly domains: ReadonlyMap<string, readonly Value[]>;
  /** Values that are picked where a fact is known: of an open fact those near everything that is compared. */
  readonly likely: ReadonlyMap<string, readonly Value[]>;
  /** Days on which editions and rates begin. */
  readonly days: readonly string[];
  /** Days that cases name. */
  readonly named: readonly string[];
  readonly edges: Edges;
  readonly hasOpenDays: boolean;
}

/** Bounds outside of these are not made by anything a policy says: the fact behind them has none. */
export interface Edges {
  readonly date: readonly [number, number];
  readonly number: readonly [number, number];
}

export const choices = ["north", "south", "east"];
export const codes = ["a", "b", "c"];
export const cites = [{ document: "page", section: "1", confidence: "certain" }];

/** Around a month's end, a leap day, a year's end. */
const starts = ["2024-02-27", "2023-02-26", "2024-01-29", "2024-12-30", "2023-04-28"];

/**
 * What is tried of days without bounds. Terms lead from the days a policy names to less than `edge` days away; a
 * year beyond has every weekday at every place in a month, so that what holds farther out holds there too.
 */
const openDays = { edge: 250, end: 620 };

/** Facts of one kind say more about each other the fewer others there are. */
const themes = [undefined, ["date"], ["date"], ["integer", "time"], ["text"], ["set-of", "one-of"]];

/** A random vocabulary. A window is held by `given`, so that "every value" is a short list. */
export function smallVocabulary(random: Random): SmallVocabulary {
  const start = dayFromIso(random.pick(starts)) ?? 0;
  const stretch = (length: number, from: number): string[] =>
    Array.from({ length }, (_, index) => isoFromDay(from + index));
  const days = stretch(random.pick([3, 5, 9]), start);
  const farther = stretch(random.pick([4, 7]), start + random.pick([0, 1, 28, 29, 31]));
  const open = stretch(2 * openDays.end, start - openDays.end);
  const theme = random.pick(themes);
  const facts: Record<string, Record<string, unknown>> = {};
  const domains = new Map<string, readonly Value[]>();
  const likely = new Map<string, readonly Value[]>();
  const names: Name[] = [];
  const given: Json[] = [];
  const add = (name: string, declared: Json, domain: readonly Value[], share = 0.5, near = domain): void => {
    if (
      !random.chance(
        share === 1 || theme === undefined
          ? share
          : theme.includes(String(declared["kind"]))
            ? 0.9
            : 0.3 * share,
      )
    )
      return;
    const [group = "", inner] = name.split(".");
    const fact = { ...declared, label: "a fact", holder: "desk", privacy: "internal" };
    facts[group] = inner === undefined ? fact : { ...facts[group], [inner]: fact };
    domains.set(name, domain);
    likely.set(name, near);
    names.push({ name, ...declared } as Name);
  };
  /** An ordered fact that is held in its window, or open: then its domain stands for all other values too. */
  const addWindow = (
    name: string,
    kind: string,
    window: readonly string[],
    all: readonly string[],
    share = 0.5,
  ): void => {
    const held = random.chance(0.85);
    add(name, { kind }, held ? window : all, share, window);
    if (held && domains.has(name)) given.push(heldIn(name, window));
  };
  addWindow("visit.on", "date", days, open, 1);
  add("urgent", { kind: "boolean" }, [false, true]);
  add("known", { kind: "boolean" }, [false, true], 0.3);
  add("side", { kind: "one-of", values: choices }, choices);
  add("corner", { kind: "one-of", values: ["north", "south"] }, ["north", "south"], 0.4);
  add("place", { kind: "one-of", values: ["south", "west"] }, ["south", "west"], 0.4);
  add("held", { kind: "set-of", values: codes }, subsets(codes));
  add("made", { kind: "set-of", values: ["b", "c"] }, subsets(["b", "c"]));
  add("sides", { kind: "set-of", values: choices }, subsets(choices), 0.3);
  add("acts", { kind: "integer", min: 0, max: 3 }, [0, 1, 2, 3]);
  add("cap", { kind: "integer", min: 1, max: 3 }, [1, 2, 3]);
  add("count", { kind: "integer" }, numbers(-6, 9), 0.25, numbers(-2, 4));
  add("total", { kind: "integer", min: 0 }, numbers(0, 9), 0.25, numbers(0, 4));
  addWindow("visit.later", "date", farther, open);
  addWindow("visit.third", "date", days, open);
  addWindow("startsAt", "time", ["09:59", "10:00", "10:01"], everyMinute);
  addWindow("endsAt", "time", ["10:00", "10:01"], everyMinute, 0.3);
  add("unit", { kind: "text" }, texts);
  add("team", { kind: "text" }, texts);
  add("room", { kind: "text" }, texts, 0.2);
  const { rates, rateNames } = smallRates(random, names, days);
  const hasOpenDays = [...domains.values()].includes(open);
  const edge = hasOpenDays ? openDays.edge : Infinity;
  const edges = { date: [start - edge, start + edge], number: [-3, 6] } as const;
  const named = [...days, ...farther];
  return { facts, rates, names, rateNames, given, domains, likely, days, named, edges, hasOpenDays };
}

function numbers(least: number, most: number): readonly number[] {
  return Array.from({ length: most - least + 1 }, (_, index) => least + index);
}

/** Two words of the conditions, and as many others as there are texts to differ from each other. */
const texts = ["x", "y", "other", "else", "elsewhere"];

const everyMinute = Array.from(
  { length: 1440 },
  (_, minute) =>
    `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`,
);

function subsets(values: readonly string[]): readonly Value[] {
  return Array.from({ length: 2 ** values.length }, (_, bits) =>
    values.filter((__, index) => (bits >> index) & 1),
  );
}

function heldIn(name: string, window: readonly string[]): Json {
  return {
    id: `window-${name.replace(".", "-")}`.toLowerCase(),
    label: "inside its window",
    holds: {
      all: [
        { fact: name, operator: "greaterThanInclusive", value: window[0] },
        { fact: name, operator: "lessThanInclusive", value: window.at(-1) },
      ],
    },
  };
}

/** Rates of every kind: for all, by one fact and by two, dated, with rows for others and rows without a value. */
function smallRates(random: Random, names: readonly Name[], days: readonly string[]) {
  const rates: Record<string, Json> = {};
  const rateNames: Name[] = [];
  const has = (name: string): boolean => names.some((one) => one.name === name);
  const add = (
    name: string,
    declared: Json,
    rows: readonly Json[],
    by?: readonly (readonly string[])[],
  ): void => {
    const key = by === undefined ? {} : { by: by[0] };
    rates[name] = { ...declared, ...key, label: "a rate", rows: rows.map((row) => ({ ...row, cites })) };
    rateNames.push({
      ...(declared as unknown as Name),
      name: `rate.${name}`,
      ...(by === undefined ? {} : { by }),
    });
  };
  const sideKeys = has("corner") ? [["side"], ["corner"]] : [["side"]];
  if (has("side") && random.chance(0.6)) {
    add(
      "fee",
      { kind: "integer", orNone: true },
      [
        { from: "open", value: random.pick([1, "none"]) },
        { for: ["north"], from: "open", value: 2 },
        { for: ["south"], from: random.pick(days), value: random.pick([1, 3]) },
      ],
      sideKeys,
    );
  }
  if (has("side") && has("place") && random.chance(0.6)) {
    const second = has("corner")
      ? [
          ["side", "place"],
          ["corner", "place"],
        ]
      : [["side", "place"]];
    add(
      "price",
      { kind: "amount", currency: "EUR", ...(random.chance(0.5) ? { orNone: true } : {}) },
      [
        { from: "open", value: 1 },
        { for: ["north"], from: random.pick(["open", ...days]), value: 2 },
        { for: ["north", "west"], from: random.pick(days), value: 3 },
        { for: ["south", "west"], from: "open", value: 0 },
      ],
      second,
    );
  }
  if (random.chance(0.4)) {
    add("allowed", { kind: "set-of", values: choices }, [
      { from: "open", value: ["north"] },
      { from: random.pick(days), value: random.pick([[], ["north", "south"]]) },
    ]);
  }
  if (has("side") && random.chance(0.3)) {
    add(
      "papers",
      { kind: "set-of", values: codes },
      [
        { from: "open", value: ["a"] },
        { for: ["east"], from: "open", value: ["b", "c"] },
      ],
      sideKeys,
    );
  }
  if (random.chance(0.4)) {
    add("due", { kind: "date", ...(random.chance(0.3) ? { orNone: true } : {}) }, [
      { from: "open", value: random.pick(days) },
      { from: random.pick(days.slice(1)), value: random.pick(days) },
    ]);
    const none = rates["due"]?.["orNone"] === true && random.chance(0.5);
    if (none) rates["due"] = { ...rates["due"], rows: [{ from: "open", value: "none", cites }] };
  }
  return { rates, rateNames };
}
