import { expect, it } from "vitest";
import { policyProblems } from "./check-policy.js";
import { changed, compare, parking, tables, without } from "./parking.fixture.js";
import type { PolicyProblemCode } from "./policy-problem-code.js";

const first = [...tables, 1, "cases", 0] as const;
const when = [...first, "when"] as const;
const is = (index: number) => [...tables, index, "is"] as const;
const together = [...tables, 3, "otherwise", "then"] as const;
const rows = ["rates", "hour", "rows"] as const;
const nested = (depth: number): unknown =>
  depth === 0 ? compare("minor", "equal", true) : { not: nested(depth - 1) };

type FileProblemCode = "empty-file" | "not-json" | "key-twice";

/** For each code one change that is refused with it, and with nothing else. */
const refused: Readonly<Record<Exclude<PolicyProblemCode, FileProblemCode>, unknown>> = {
  "not-plain-data": { ...parking, title: undefined },
  "wrong-type": changed(["title"], 5),
  "property-missing": without(["question"]),
  "property-unknown": changed([...first, "whenn"], nested(0)),
  "choice-unknown": changed(["sources", "poster", "kind"], "law"),
  "list-empty": changed(["facts", "visit", "area", "values"], []),
  repeated: changed(["locales"], ["en", "en"]),
  "text-empty": changed(["title"], " "),
  "text-too-long": changed(["title"], "x".repeat(1001)),
  "text-decomposed": changed([...when, "all", 0], compare("visit.plate", "equal", "cafe\u0301")),
  "text-unsafe": changed(["title"], "Visitor\u202Eparking"),
  "id-malformed": changed(["id"], "Visitor parking"),
  "name-malformed": changed(["facts", "is_minor"], parking.facts.minor),
  "name-reserved": changed(["facts", "rate"], { on: parking.facts.minor }),
  "locale-malformed": changed(["locales"], ["en", "English"]),
  "fact-too-deep": changed(["facts", "visit", "car"], { plate: parking.facts.minor }),
  "dated-by-unknown": changed(["datedBy"], "visit.day"),
  "dated-by-not-a-date": changed(["datedBy"], "minor"),
  "bounds-reversed": changed(["decisions", "minutes", "min"], 601),
  "currency-malformed": changed(["decisions", "feeCents", "currency"], "eur"),
  "none-not-possible": changed(["decisions", "zone", "orNone"], true),
  "no-public-decision": {
    ...parking,
    decisions: { welcome: parking.decisions.welcome },
    rates: {},
    laws: [],
    editions: [{ ...parking.editions[0], tables: parking.editions[0]?.tables.slice(0, 1) }],
  },
  "source-unknown": changed(["editions", 0, "source", "document"], "postre"),
  "value-unknown": changed([...when, "all", 0], compare("visit.by", "equal", "cra")),
  "value-out-of-range": changed([...first, "then"], 601),
  "number-unsafe": changed([...first, "then"], 0.5),
  "day-malformed": changed(["sources", "poster", "checkedOn"], "2026-02-29"),
  "time-malformed": changed(["decisions", "opensAt", "default"], "24:00"),
  "duration-malformed": changed([...together, "until", "plus", 1], "2 months"),
  "none-not-declared": without(["rates", "limit", "orNone"]),
  "rate-key-unfit": changed(["rates", "quiet", "by"], ["visit.on"]),
  "rate-key-too-long": changed(["rates", "quiet", "rows", 0, "for"], ["bike"]),
  "rate-row-twice": changed([...rows, 3], parking.rates.hour.rows[1]),
  "rate-undefined": changed([...rows, 0, "from"], "2026-01-02"),
  "decision-unknown": changed([...when, "all", 0], compare("decision.free", "equal", true)),
  "decision-decided-twice": changed([...tables, 7], { decides: "minutes", id: "P-10", is: 1 }),
  "decision-undecided": changed(tables, parking.editions[0]?.tables.slice(0, 6)),
  "decision-used-before": changed([...when, "all", 0], compare("decision.feeCents", "equal", 0)),
  "default-missing": changed([...tables, 2, "onlyWhen"], nested(0)),
  "collect-not-a-set": changed([...tables, 6], {
    decides: "weekday",
    hitPolicy: "collect",
    cases: [{ id: "P-9", then: "monday" }],
  }),
  "id-missing": without([...tables, 2, "id"]),
  "case-id-twice": changed([...tables, 2, "id"], "P-1"),
  "edition-twice": changed(["editions", 1], parking.editions[0]),
  "name-unknown": changed([...when, "all", 0, "fact"], "visit.earlier"),
  "name-out-of-place": changed(["given", 0, "holds"], compare("decision.minutes", "equal", 1)),
  "condition-unknown": changed([...when, "all", 0], { al: [] }),
  "group-ambiguous": changed(when, { all: [nested(0)], any: [nested(0)] }),
  "group-empty": changed([...when, "all"], []),
  "operator-unknown": changed([...when, "all", 0, "operator"], "lessThen"),
  "operator-unfit": changed([...when, "all", 0], compare("minor", "lessThan", true)),
  "kind-differs": changed([...when, "all", 0, "value"], { fact: "visit.on" }),
  "currency-differs": changed(["decisions", "feeCents", "currency"], "RUB"),
  "values-disjoint": changed([...when, "all", 0], compare("visit.by", "equal", { fact: "visit.area" })),
  "params-out-of-place": changed([...is(6), "weekdayOf", "params"], { by: [] }),
  "params-unfit": changed([...is(2), "params", "by"], ["visit.area", "visit.area"]),
  "expression-unknown": changed(is(6), { weekday: "2026-01-01" }),
  "expression-unfit": changed(is(6), { plus: ["2026-01-01", "P1D"] }),
  "too-deep": changed(when, nested(64)),
  "too-many-nodes": changed(when, { any: Array.from({ length: 10_000 }, () => nested(0)) }),
  "law-ambiguous": without(["laws", 0, "never"]),
  "law-unordered": changed(["laws", 1, "monotone", "moreOf"], "visit.by"),
  "period-reversed": changed(
    ["amendments"],
    [{ id: "poster", title: "Shorter", holds: [{ from: "2026-06-02", to: "2026-06-01" }] }],
  ),
  "edition-unknown": changed(["editions", 0, "repeats"], "2025-01-01"),
  "accepted-unknown": changed(["accepts", 0, "at"], "visit.colour"),
};

it.each(Object.entries(refused))("a policy is refused with %s, and with nothing else", (code, policy) => {
  expect([...new Set(policyProblems(policy).map((problem) => problem.code))]).toEqual([code]);
});
