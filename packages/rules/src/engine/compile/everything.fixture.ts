import { policyFromJson } from "../../language/policy.js";

const about = { label: "a fact", holder: "desk", privacy: "internal" };
const cites = [{ document: "page", section: "1", confidence: "certain" }];
const sides = ["north", "south", "east"];
const marks = Array.from({ length: 33 }, (_, at) => `m${at}`);
const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

function is(fact: string, operator: string, value: unknown) {
  return { fact, operator, value };
}

function named(fact: string) {
  return { fact };
}

/** An invented policy with one of everything that can be compiled. It makes no sense, and is read in its printed form. */
export const everything = policyFromJson(
  JSON.stringify({
    id: "everything",
    title: "Everything",
    question: "What is printed?",
    jurisdiction: "FR",
    datedBy: "visit.on",
    locales: ["en"],
    sources: {
      page: { title: "A page", kind: "house-rule", dated: true, checkedOn: "2026-01-31" },
      poster: { title: "A poster", kind: "guidance", dated: false, checkedOn: "2025-12-31" },
    },
    facts: {
      urgent: { kind: "boolean", ...about },
      known: { kind: "boolean", ...about },
      visit: {
        on: { kind: "date", ...about },
        endsOn: { kind: "date", ...about },
        at: { kind: "time", ...about },
        acts: { kind: "integer", min: 0, max: 12, ...about },
        cap: { kind: "integer", ...about },
      },
      side: { kind: "one-of", values: sides, ...about },
      corner: { kind: "one-of", values: ["east", "north"], ...about },
      unit: { kind: "text", ...about },
      team: { kind: "text", ...about },
      held: { kind: "set-of", values: ["a", "b", "c"], ...about },
      marks: { kind: "set-of", values: marks, ...about },
      mark: { kind: "one-of", values: ["m1", "m32"], ...about },
    },
    given: [
      { id: "ends-later", label: "later", holds: is("visit.on", "lessThanInclusive", named("visit.endsOn")) },
      { id: "known-or-not", label: "known", holds: { not: is("known", "equal", named("urgent")) } },
    ],
    decisions: {
      open: { kind: "boolean", label: "open", internal: true, default: false },
      late: { kind: "boolean", label: "late", default: true },
      where: { kind: "one-of", values: [...sides, "west"], label: "where" },
      weekday: { kind: "one-of", values: weekdays, label: "weekday" },
      lacking: { kind: "set-of", values: ["a", "b", "c", "d"], label: "lacking" },
      collected: { kind: "set-of", values: marks, label: "collected", default: ["m0", "m31"] },
      count: { kind: "integer", orNone: true, label: "count" },
      feeCents: { kind: "amount", currency: "EUR", label: "fee", default: 0 },
      dueOn: { kind: "date", orNone: true, label: "due" },
      remindOn: { kind: "date", orNone: true, label: "reminder" },
      opensAt: { kind: "time", label: "opens" },
      moved: { kind: "boolean", label: "moved", internal: true },
    },
    rates: {
      base: { kind: "amount", currency: "EUR", label: "base", rows: [{ from: "open", value: 700, cites }] },
      fee: {
        kind: "amount",
        currency: "EUR",
        label: "fee",
        by: ["side"],
        rows: [
          { from: "open", value: 100, cites },
          { for: ["south"], from: "2027-01-01", value: 250, cites },
        ],
      },
      price: {
        kind: "integer",
        orNone: true,
        label: "price",
        by: ["side", "corner"],
        rows: [
          { from: "open", value: 5, cites },
          { for: ["north"], from: "open", value: 6, cites },
          { for: ["north", "east"], from: "open", value: "none", cites },
        ],
      },
      allowed: {
        kind: "set-of",
        values: sides,
        label: "allowed",
        rows: [{ from: "open", value: ["east"], cites }],
      },
      papers: {
        kind: "set-of",
        values: ["a", "b", "c"],
        label: "papers",
        by: ["side"],
        rows: [
          { from: "open", value: ["a", "c"], cites },
          { for: ["east"], from: "open", value: ["b"], cites },
        ],
      },
      closing: { kind: "date", label: "closing", rows: [{ from: "open", value: "2026-12-24", cites }] },
    },
    editions: [
      {
        inForceFrom: "2026-01-01",
        source: { document: "page", section: "2", confidence: "certain" },
        tables: [
          {
            decides: "open",
            onlyWhen: { any: [is("urgent", "equal", true), is("visit.at", "greaterThanInclusive", "08:30")] },
            is: { all: [is("visit.at", "lessThan", "18:00"), is("known", "notEqual", false)] },
          },
          {
            decides: ["where", "opensAt"],
            hitPolicy: "first",
            cases: [
              {
                id: "E-1",
                when: {
                  all: [
                    is("decision.open", "equal", true),
                    {
                      any: [
                        is("unit", "equal", "Zoé"),
                        is("unit", "in", ["x", "y"]),
                        is("unit", "equal", named("team")),
                      ],
                    },
                    is("visit.on", "greaterThan", "2026-06-30"),
                  ],
                },
                then: { where: "west", opensAt: "07:00" },
                cites: [{ document: "poster", section: "3", confidence: "likely" }],
              },
              {
                id: "E-2",
                when: { not: { all: [is("side", "equal", "north"), is("corner", "notEqual", "north")] } },
                then: { where: named("side"), opensAt: named("visit.at") },
                gap: true,
              },
              {
                id: "E-3",
                when: is("side", "equal", named("corner")),
                then: { where: named("corner"), opensAt: "23:59" },
              },
            ],
            otherwise: { id: "E-4", then: { where: "south", opensAt: "00:00" } },
          },
          { decides: "late", id: "E-5", is: is("visit.on", "greaterThan", named("rate.closing")) },
          { decides: "weekday", id: "E-6", is: { weekdayOf: { plus: [named("visit.on"), "P1M2D"] } } },
          {
            decides: "lacking",
            id: "E-7",
            is: { minus: [{ minus: [["a", "b", "c", "d"], named("held")] }, named("rate.papers")] },
          },
          {
            decides: "collected",
            hitPolicy: "collect",
            onlyWhen: is("visit.acts", "notEqual", 3),
            cases: [
              { id: "E-8", when: is("marks", "contains", "m32"), then: ["m1", "m30", "m31", "m32"] },
              { id: "E-9", when: is("marks", "doesNotContain", "m0"), then: named("marks") },
              { id: "E-10", when: is("marks", "contains", named("mark")), then: ["m2"] },
              {
                id: "E-11",
                when: is("held", "isEmpty", true),
                then: { minus: [named("marks"), ["m1", "m32"]] },
              },
              { id: "E-12", when: is("rate.base", "equal", 700), then: ["m3"] },
              { id: "E-13", when: is("rate.base", "lessThan", 700), then: ["m4"] },
            ],
          },
          {
            decides: "count",
            hitPolicy: "unique",
            cases: [
              { id: "E-14", when: is("visit.acts", "in", [7, 8]), then: named("rate.price") },
              {
                id: "E-15",
                when: {
                  any: [
                    is("visit.acts", "lessThanInclusive", named("visit.cap")),
                    is("team", "notEqual", "y"),
                    {
                      all: [
                        is("visit.cap", "lessThan", -3),
                        is("visit.cap", "greaterThan", named("visit.acts")),
                      ],
                    },
                  ],
                },
                then: named("visit.cap"),
              },
              { id: "E-16", when: is("rate.price", "equal", "none"), then: "none" },
              { id: "E-17", when: is("side", "notIn", ["north", "east"]), then: -4 },
            ],
            otherwise: { id: "E-18", then: named("visit.acts") },
          },
          {
            decides: "feeCents",
            id: "E-19",
            onlyWhen: {
              any: [is("decision.open", "equal", true), is("side", "notIn", named("rate.allowed"))],
            },
            is: named("rate.fee"),
          },
          {
            decides: "dueOn",
            hitPolicy: "first",
            cases: [
              {
                id: "E-20",
                when: is("decision.count", "notEqual", "none"),
                then: { plus: [named("visit.endsOn"), "P10D"] },
              },
              { id: "E-21", when: is("held", "contains", "b"), then: { plus: ["2026-01-31", "P1M"] } },
            ],
            otherwise: { id: "E-22", then: "none" },
          },
          { decides: "remindOn", id: "E-23", is: { plus: [named("decision.dueOn"), "P1W"] } },
          { decides: "moved", is: { not: is("decision.dueOn", "equal", named("decision.remindOn")) } },
        ],
      },
      {
        inForceFrom: "2027-01-01",
        source: { document: "poster", section: "4", confidence: "interpretation" },
        tables: [
          { decides: "where", id: "E-24", is: named("side") },
          { decides: "weekday", id: "E-25", is: { weekdayOf: "2027-01-01" } },
          { decides: "lacking", id: "E-26", is: { minus: [["a", "b"], ["b"]] } },
          { decides: "collected", id: "E-37", is: named("marks") },
          { decides: "count", id: "E-27", is: "none" },
          {
            decides: "dueOn",
            hitPolicy: "first",
            cases: [
              { id: "E-28", when: is("decision.late", "equal", false), then: "2027-01-02" },
              { id: "E-29", when: is("decision.open", "equal", false), then: "2027-01-03" },
              { id: "E-30", when: is("urgent", "equal", true), then: "2027-01-04" },
            ],
            otherwise: { id: "E-31", then: "none" },
          },
          { decides: "remindOn", id: "E-32", is: named("decision.dueOn") },
          {
            decides: "opensAt",
            hitPolicy: "first",
            cases: [
              { id: "E-33", when: is("urgent", "equal", true), then: "08:00" },
              { id: "E-34", when: is("decision.late", "equal", false), then: "09:00" },
              { id: "E-35", when: is("known", "notEqual", true), then: "10:00" },
            ],
            otherwise: { id: "E-36", then: "12:05" },
          },
          { decides: "moved", is: named("known") },
        ],
      },
    ],
  }),
);
