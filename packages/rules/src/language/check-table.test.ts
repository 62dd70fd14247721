import { describe, expect, it } from "vitest";
import { policyProblems } from "./check-policy.js";
import {
  changed,
  cite,
  codesWith,
  compare,
  messagesWith,
  parking,
  tables,
  without,
} from "./parking.fixture.js";

const edition = "visitor-parking, edition 2026-01-01";
const expression = { decides: "feeCents", id: "P-3", is: 100 };
const first = { decides: "feeCents", hitPolicy: "first", cases: [], otherwise: { id: "P-3", then: 100 } };
const collect = { decides: "extras", hitPolicy: "collect", cases: [{ id: "P-6", then: ["ramp"] }] };
const codes = (policy: unknown) => policyProblems(policy).map(({ code }) => code);

describe("a table", () => {
  it.each([
    [2, expression],
    [2, { ...expression, gap: true, cites: [cite("1")] }],
    [2, first],
    [2, { ...first, hitPolicy: "unique" }],
    [2, { ...first, decides: ["feeCents"], otherwise: { id: "P-3", then: { feeCents: 1 } } }],
    [4, collect],
    [4, { ...first, decides: "extras", otherwise: { id: "P-6", then: [] } }],
  ])("is accepted in position %i: %j", (index, table) => {
    expect(messagesWith([...tables, index], table)).toEqual([]);
  });

  it.each([
    [2, null, ["wrong-type", "decision-undecided"]],
    [2, { ...expression, cases: [] }, ["property-unknown"]],
    [2, { ...expression, hitPolicy: "first" }, ["property-unknown"]],
    [2, { ...expression, gap: false }, ["wrong-type"]],
    [2, { ...expression, cites: [] }, ["list-empty"]],
    [2, { ...expression, cites: [{ ...cite("1"), confidence: "sure" }] }, ["choice-unknown"]],
    [2, { ...expression, cites: [cite("")] }, ["text-empty"]],
    [2, { ...expression, id: "P 3" }, ["id-malformed"]],
    [2, { ...expression, id: "-P" }, ["id-malformed"]],
    [2, { ...expression, id: "Р-3" }, ["id-malformed"]],
    [2, { ...expression, decides: ["feeCents"] }, ["wrong-type"]],
    [2, { ...first, otherwise: null }, ["wrong-type"]],
    [2, { ...first, otherwise: { id: "P-3", then: 1, when: { all: [] } } }, ["property-unknown"]],
    [2, { ...first, cases: {} }, ["wrong-type"]],
    [2, { ...first, hitPolicy: "firsst" }, ["choice-unknown"]],
    [2, { decides: "feeCents", hitPolicy: "first", cases: [] }, ["property-missing"]],
    [2, { decides: "feeCents", hitPolicy: "unique", cases: [] }, ["property-missing"]],
    [2, { decides: "feeCents" }, ["property-missing"]],
    [2, { decides: "feeCents", cases: [], otherwise: first.otherwise }, ["property-missing"]],
    [2, { decides: "feeCents", hitPolicy: "firsst" }, ["choice-unknown"]],
    [2, { ...first, cases: [{ id: "P-30" }] }, ["property-missing"]],
    [2, { ...first, cases: [{ then: 1 }] }, ["property-missing"]],
    [4, { ...collect, cases: [] }, ["list-empty"]],
    [4, { ...collect, otherwise: { id: "P-7", then: [] } }, ["property-unknown"]],
    [4, { ...collect, decides: ["extras"], cases: [] }, ["wrong-type", "list-empty"]],
  ])("is refused in position %i: %j", (index, table, expected) => {
    expect(codesWith([...tables, index], table)).toEqual(expected);
  });

  it("that decides several gives a result for each of them and for nothing else", () => {
    const then = [...tables, 3, "otherwise", "then"] as const;
    expect(messagesWith(then, { until: "none", zonne: "north" })).toEqual([
      `${edition}, decisions "until" and "zone", case "P-5", then: no result for "zone"; add "zone"`,
      `${edition}, decisions "until" and "zone", case "P-5", then: the table does not decide "zonne"; did you mean "zone"`,
    ]);
    expect(codesWith([...tables, 3, "decides"], ["until", "until"])).toContain("repeated");
    expect(codesWith([...tables, 3, "decides"], ["until", "zones"])).toContain("decision-unknown");
    expect(codesWith([...tables, 3, "decides"], [])).toContain("list-empty");
  });

  it("with a guard decides only what has a default", () => {
    const guard = compare("minor", "equal", true);
    expect(codesWith([...tables, 2], { ...expression, onlyWhen: guard })).toEqual(["default-missing"]);
    expect(codes(without(["decisions", "minutes", "default"]))).toEqual(["default-missing"]);
  });

  it("needs an id where its decision is public, and none where it is internal", () => {
    expect(codes(without([...tables, 2, "id"]))).toEqual(["id-missing"]);
    expect(codesWith([...tables, 0, "id"], "P-0")).toEqual([]);
  });

  it("shares no case id with another of its edition, and may share it with one of another edition", () => {
    expect(messagesWith([...tables, 4, "cases", 1, "id"], "P-5")).toEqual([
      `${edition}, decision "extras", case "P-5": another case of the edition has the id "P-5"; ` +
        "give each case its own, as by a suffix",
    ]);
    expect(codesWith(["editions", 1], { ...parking.editions[0], inForceFrom: "2027-01-01" })).toEqual([]);
  });

  it("uses a decision only after its table, default or not", () => {
    const use = { decides: "feeCents", id: "P-3", is: { fact: "decision.minutes" } };
    const [welcome, minutes, fee, ...rest] = parking.editions[0]?.tables ?? [];
    expect(codesWith(tables, [welcome, minutes, use, ...rest])).toEqual([]);
    expect(codesWith(tables, [welcome, use, minutes, ...rest])).toEqual(["decision-used-before"]);
    expect(codesWith(tables, [welcome, use, ...rest])).toEqual([]);
    expect(codesWith(tables, [minutes, fee, ...rest])).toEqual(["decision-undecided"]);
    expect(codesWith([...tables, 2, "is"], { fact: "decision.feeCents" })).toEqual(["decision-used-before"]);
  });
});

describe("an edition", () => {
  it("answers every public decision by a table or a default; an internal one may be left out", () => {
    const all: readonly { readonly decides: unknown }[] = parking.editions[0]?.tables ?? [];
    expect(
      messagesWith(
        tables,
        all.filter(({ decides }) => decides !== "weekday"),
      ),
    ).toEqual([
      `${edition}: decision "weekday" has neither a table nor a default; add a table here, or declare a default`,
    ]);
    const unused = { kind: "boolean", label: "unused", internal: true };
    expect(codesWith(["decisions", "unused"], unused)).toEqual([]);
  });

  it.each(["open", "2026-01-01", "0001-01-01", "9999-12-31"])("may start on %s", (day) => {
    expect(codesWith(["editions", 0, "inForceFrom"], day)).toEqual([]);
  });

  it.each(["2026-1-1", "2026-02-29", "0000-01-01", "Open", "", null, 2026, "2026-01-01T00:00"])(
    "does not start on %j",
    (day) => {
      const expected = typeof day === "string" ? "day-malformed" : "wrong-type";
      expect(codesWith(["editions", 0, "inForceFrom"], day)).toEqual([expected]);
    },
  );

  it("without a day for a name is named by its position", () => {
    expect(messagesWith(["editions", 0, "inForceFrom"], "soon")).toEqual([
      'visitor-parking, editions[0].inForceFrom: "soon" is not a day; write a day that exists, as 2026-01-31',
    ]);
  });

  it("starts on a day of its own", () => {
    const other = { ...parking.editions[0], inForceFrom: "2025-12-31" };
    expect(codesWith(["editions", 1], other)).toEqual([]);
    expect(codesWith(["editions", 1], parking.editions[0])).toEqual(["edition-twice"]);
    expect(codesWith(["editions"], [])).toEqual(["list-empty"]);
  });

  it("cites a source that the policy describes, and names its remarks once", () => {
    expect(messagesWith(["editions", 0, "source", "document"], "postr")).toEqual([
      `${edition}, source.document: no source "postr"; did you mean "poster"`,
    ]);
    const remark = { id: "R-1", cites: [cite("9")] };
    expect(codesWith(["editions", 0, "remarks"], [remark, remark])).toEqual(["repeated"]);
    expect(codesWith(["editions", 0, "remarks"], [{ id: "R-1" }])).toEqual(["property-missing"]);
    expect(codesWith(["editions", 0, "remarks"], [{ ...remark, cites: [] }])).toEqual(["list-empty"]);
    expect(codes(changed(["editions", 0, "source"], "poster"))).toEqual(["wrong-type"]);
  });

  it("lets a remark tell of a gap or of a conflict, and of nothing else", () => {
    const remark = (about: unknown) => [{ id: "R-1", about, cites: [cite("9")] }];
    expect(messagesWith(["editions", 0, "remarks"], remark("gap"))).toEqual([]);
    expect(messagesWith(["editions", 0, "remarks"], remark("conflict"))).toEqual([]);
    expect(codesWith(["editions", 0, "remarks"], remark(null))).toEqual(["wrong-type"]);
    expect(messagesWith(["editions", 0, "remarks"], remark("conflicts"))).toEqual([
      `${edition}, remark "R-1", about: "conflicts" is not known; did you mean "conflict"`,
    ]);
  });
});
