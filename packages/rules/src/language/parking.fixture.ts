import { policyProblems } from "./check-policy.js";

/** A made-up policy with one of everything, as JSON: the tests change one thing in it and look at the problems. */
export const parking = {
  id: "visitor-parking",
  title: "Visitor parking",
  question: "How long may this visitor park, and what does it cost?",
  jurisdiction: "FR",
  datedBy: "visit.on",
  locales: ["en", "fr"],
  sources: { poster: { title: "Poster", kind: "house-rule", dated: true, checkedOn: "2026-11-21" } },
  facts: {
    visit: {
      on: { kind: "date", label: "day of the visit", holder: "desk", privacy: "internal" },
      bookedOn: { kind: "date", label: "day of the booking", holder: "MIS", privacy: "internal" },
      at: { kind: "time", label: "time of the visit", holder: "desk", privacy: "public" },
      by: fact({ kind: "one-of", values: ["car", "bike", "van"] }),
      backBy: fact({ kind: "one-of", values: ["car", "bike"] }),
      area: fact({ kind: "one-of", values: ["north", "south"] }),
      asks: fact({ kind: "set-of", values: ["ramp", "charger"] }),
      earlierVisits: fact({ kind: "integer", min: 0, max: 99 }),
      plate: { kind: "text", label: "number plate", holder: "patient", privacy: "personal" },
    },
    minor: { kind: "boolean", label: "minor", holder: "desk", privacy: "health" },
  },
  given: [
    {
      id: "booked-first",
      label: "Booked before",
      holds: compare("visit.bookedOn", "lessThanInclusive", { fact: "visit.on" }),
    },
  ],
  decisions: {
    welcome: { kind: "boolean", label: "welcome", internal: true },
    minutes: { kind: "integer", label: "minutes", min: 0, max: 600, default: 0 },
    feeCents: { kind: "amount", currency: "EUR", label: "fee" },
    until: { kind: "date", label: "until", orNone: true },
    zone: { kind: "one-of", values: ["north", "south", "street"], label: "zone" },
    extras: { kind: "set-of", values: ["ramp", "charger", "permit"], label: "extras" },
    missing: { kind: "set-of", values: ["ramp", "charger", "permit"], label: "missing" },
    weekday: {
      kind: "one-of",
      values: ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
      label: "weekday",
    },
    opensAt: { kind: "time", label: "opens", default: "08:00" },
  },
  rates: {
    hour: {
      kind: "amount",
      currency: "EUR",
      label: "price of an hour",
      by: ["visit.by", "visit.area"],
      rows: [
        row({ from: "open", value: 200 }),
        row({ for: ["bike"], from: "open", value: 0 }),
        row({ for: ["bike", "north"], from: "2026-01-01", value: 50 }),
      ],
    },
    limit: { kind: "integer", label: "limit", orNone: true, rows: [row({ from: "open", value: "none" })] },
    quiet: {
      kind: "set-of",
      values: ["bike", "car"],
      label: "quiet",
      rows: [row({ from: "open", value: ["bike"] })],
    },
  },
  editions: [
    {
      inForceFrom: "2026-01-01",
      source: cite("1"),
      tables: [
        {
          decides: "welcome",
          is: { any: [compare("visit.by", "in", ["car", "bike"]), { not: compare("minor", "equal", true) }] },
        },
        {
          decides: "minutes",
          hitPolicy: "first",
          onlyWhen: compare("decision.welcome", "equal", true),
          cases: [
            {
              id: "P-1",
              when: {
                all: [
                  compare("visit.earlierVisits", "lessThan", 3),
                  compare("rate.limit", "notEqual", "none"),
                ],
              },
              then: 60,
            },
          ],
          otherwise: { id: "P-2", then: { fact: "visit.earlierVisits" }, gap: true, cites: [cite("2")] },
        },
        {
          decides: "feeCents",
          id: "P-3",
          is: { fact: "rate.hour", params: { by: ["visit.backBy", "visit.area"] } },
        },
        {
          decides: ["until", "zone"],
          hitPolicy: "first",
          cases: [
            {
              id: "P-4",
              when: compare("decision.feeCents", "equal", 0),
              then: { until: "none", zone: "street" },
            },
          ],
          otherwise: {
            id: "P-5",
            then: { until: { plus: [{ fact: "visit.on" }, "P2M"] }, zone: { fact: "visit.area" } },
          },
        },
        {
          decides: "extras",
          hitPolicy: "collect",
          cases: [
            { id: "P-6", then: { fact: "visit.asks" } },
            { id: "P-7", when: compare("visit.by", "in", { fact: "rate.quiet" }), then: ["permit"] },
          ],
        },
        {
          decides: "missing",
          id: "P-8",
          is: { minus: [{ fact: "decision.extras" }, { minus: [["ramp", "permit"], ["ramp"]] }] },
        },
        { decides: "weekday", id: "P-9", is: { weekdayOf: { fact: "visit.on" } } },
      ],
      remarks: [{ id: "R-1", cites: [cite("9")] }],
    },
  ],
  laws: [
    {
      id: "bikes-are-cheap",
      label: "Bikes are cheap",
      never: {
        all: [compare("visit.by", "equal", "bike"), compare("decision.feeCents", "greaterThan", 100)],
      },
    },
    {
      id: "longer-known",
      label: "Who comes often never waits",
      monotone: { moreOf: "visit.earlierVisits", neverMeans: "less", of: "minutes" },
    },
  ],
  accepts: [{ finding: "fact-unused", at: "visit.plate", reason: "Reception reads the number plate." }],
};

export type Path = readonly (string | number)[];

/** The policy with the value at a path replaced or added. */
export function changed(path: Path, value: unknown): unknown {
  return edited(path, (holder, last) => void Reflect.set(holder, last, value));
}

/** The policy without what stands at a path. */
export function without(path: Path): unknown {
  return edited(path, (holder, last) => void Reflect.deleteProperty(holder, last));
}

/** The codes of the problems the policy has after one change. */
export function codesWith(path: Path, value: unknown): readonly string[] {
  return policyProblems(changed(path, value)).map(({ code }) => code);
}

/** The messages of the problems the policy has after one change. */
export function messagesWith(path: Path, value: unknown): readonly string[] {
  return policyProblems(changed(path, value)).map(({ message }) => message);
}

/** Where tables and results of the first edition stand. */
export const tables = ["editions", 0, "tables"] as const;

export function compare(fact: string, operator: string, value: unknown) {
  return { fact, operator, value };
}

export function cite(section: string) {
  return { document: "poster", section, confidence: "certain" };
}

function row(fields: object) {
  return { ...fields, cites: [cite("3")] };
}

function fact(kind: object) {
  return { ...kind, label: "what the visitor says", holder: "desk", privacy: "internal" };
}

function edited(path: Path, edit: (holder: object, last: string | number) => void): unknown {
  const copy: unknown = JSON.parse(JSON.stringify(parking));
  let holder = copy as Record<string | number, object>;
  for (const step of path.slice(0, -1)) holder = holder[step] as Record<string | number, object>;
  edit(holder, path.at(-1) ?? "");
  return copy;
}
