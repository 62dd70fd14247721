import { describe, expect, it } from "vitest";
import { loan } from "../../engine/loan.fixture.js";
import { GuichetError } from "../../language/problem.js";
import { recordHandover } from "../../policies/record-handover/index.js";
import { teleExpertise } from "../../policies/tele-expertise/index.js";
import { amend } from "./amend.js";
import { amendmentFromJson } from "./define-amendment.js";

const base = {
  id: "memo",
  policy: "book-loan",
  title: "Memo",
  source: { title: "Memo of the ward", kind: "house-rule", dated: true, checkedOn: "2025-06-01" },
  from: "2024-02-01",
  changes: [{ edition: "2024-01-01", replaces: "L-6", case: { id: "M-1", then: "store" } }],
};
const edition = "2024-01-01";
const changed = (...changes: readonly object[]) => ({ ...base, changes });
const store = { id: "M-1", then: "store" };

/** What it is refused with: from the file, or else by the policy. */
function codesOf(data: unknown, policy = loan as Parameters<typeof amend>[0]): readonly string[] {
  try {
    amend(policy, amendmentFromJson(JSON.stringify(data)));
    return [];
  } catch (error) {
    if (!GuichetError.isInstance(error) || error.code !== "amendment-refused") throw error;
    return error.problems.map(({ code }) => code);
  }
}

describe("an amendment is refused", () => {
  it("for nothing where nothing is wrong", () => {
    expect(codesOf(base)).toEqual([]);
  });

  it.each<[string, unknown]>([
    ["policy-differs", { ...base, policy: "book-loans" }],
    ["not-in-force", { ...base, from: "2023-12-31" }],
    ["edition-unknown", changed({ edition: "2024-01-02", replaces: "L-6", case: store })],
    [
      "edition-not-met",
      { ...base, to: "2024-12-31", changes: [{ edition: "2025-01-01", replaces: "L-6", case: store }] },
    ],
    ["edition-not-met", { ...base, from: "2025-01-01" }],
    ["decision-unknown", changed({ edition, decision: "shelves", case: store })],
    ["case-unknown", changed({ edition, replaces: "L-7", case: store })],
    ["case-unknown", changed({ edition, decision: "lent", before: "L-6", case: { ...store, then: true } })],
    ["case-id-taken", changed({ edition, replaces: "L-6", case: { ...store, id: "L-6" } })],
    [
      "case-id-twice",
      changed({ edition, decision: "shelf", case: store }, { edition, decision: "shelf", case: store }),
    ],
    [
      "case-misplaced",
      changed({
        edition,
        replaces: "L-6",
        case: { ...store, when: { fact: "loan.days", operator: "equal", value: 1 } },
      }),
    ],
    ["case-misplaced", changed({ edition, decision: "late", case: { ...store, then: true } })],
    ["rate-unknown", changed({ rate: "lateFees", value: 1 })],
    ["rate-unknown", changed({ rate: "toString", value: 1 })],
    ["set-unknown", changed({ element: "x", of: ["book.kind"] })],
    ["repeated", changed({ element: "torn", of: ["book.marks"] })],
    ["source-id-taken", { ...base, id: "rules" }],
    ["locale-unknown", { ...base, texts: { de: {} } }],
    ["period-reversed", { ...base, to: "2024-01-31" }],
    ["day-malformed", { ...base, from: "2024-02-30" }],
    ["wrong-type", { ...base, from: 5 }],
    ["list-empty", changed()],
    ["change-ambiguous", changed({})],
    ["change-ambiguous", changed({ rate: "lateFee", value: 1, element: "x" })],
    ["property-unknown", changed({ edition, drops: "L-6", replaces: "L-6", case: store })],
    ["property-missing", changed({ edition, replaces: "L-6", case: { then: "store" } })],
    ["value-unknown", changed({ edition, replaces: "L-6", case: { ...store, then: "cellar" } })],
    ["value-out-of-range", changed({ rate: "lateFee", value: -1 })],
    ["value-unknown", changed({ rate: "lateFee", for: ["nobody"], value: 1 })],
    ["rate-key-too-long", changed({ rate: "lateFee", for: ["staff", "novel"], value: 1 })],
    [
      "source-unknown",
      changed({
        edition,
        replaces: "L-6",
        case: { ...store, cites: [{ document: "x", section: "1", confidence: "certain" }] },
      }),
    ],
    ["id-malformed", { ...base, id: "a b" }],
    ["name-reserved", { ...base, id: "__proto__" }],
    ["property-unknown", { ...base, format: 1 }],
  ])("with %s", (code, data) => {
    expect(codesOf(data)).toContain(code);
  });

  it("with rate-key-unknown, for a rate that has no value then", () => {
    const changes = [{ rate: "answerFee", value: 1 }];
    const data = { ...base, policy: "tele-expertise", from: "2020-01-01", changes };
    expect(codesOf(data, teleExpertise)).toEqual(["rate-key-unknown"]);
  });

  it("with everything that is wrong at once", () => {
    const data = changed(
      { rate: "lateFees", value: 1 },
      { edition: "2024-01-02", replaces: "L-6", case: store },
      { edition, replaces: "L-9", case: { id: "M-2", then: "store" } },
    );
    expect(codesOf(data)).toEqual(["rate-unknown", "edition-unknown", "case-unknown"]);
  });

  it("on top of another amendment", () => {
    const amended = amend(loan, amendmentFromJson(JSON.stringify(base)));
    const second = { ...base, id: "second", changes: [{ rate: "lateFee", value: 1 }] };
    expect(codesOf(second, amended)).toEqual(["already-amended"]);
  });

  it("where two share an id", () => {
    const memo = amendmentFromJson(JSON.stringify(base));
    expect(() => amend(loan, memo, memo)).toThrow(/another amendment has this id/);
  });
});

describe("a hostile file is refused with a code, quickly and whole", () => {
  it.each([
    ["empty-file", ""],
    ["not-json", "{"],
    ["key-twice", '{"id": "a", "id": "b"}'],
    ["wrong-type", "null"],
  ])("with %s", (code, text) => {
    expect(refusal(() => amendmentFromJson(text))).toContain(code);
  });

  it("of 100,000 cases", () => {
    const cases = Array.from({ length: 100_000 }, (_, index) => ({
      edition,
      decision: "lent",
      case: { id: `M-${index}`, then: true },
    }));
    expect(codesOf({ ...base, changes: cases })).toEqual(["too-many-changes"]);
  });

  it.each([10_000, 200_000])("nested %d deep", (depth) => {
    const nested = `${'{"not":'.repeat(depth)}true${"}".repeat(depth)}`;
    const text = JSON.stringify(base).replace('"then"', `"when":${nested},"then"`);
    const inLent = text.replace('"replaces":"L-6"', '"replaces":"L-1-atlas"').replace('"store"', "true");
    expect(refusal(() => amend(loan, amendmentFromJson(inLent)))).toContain("too-deep");
  });

  it("with a key __proto__", () => {
    const text = JSON.stringify(base).replace('"then"', '"__proto__":{"when":1},"then"');
    expect(refusal(() => amend(loan, amendmentFromJson(text)))).toContain("property-unknown");
    expect(({} as { when?: unknown }).when).toBeUndefined();
  });

  it("that is no data at all", () => {
    const cyclic: Record<string, unknown> = { ...base };
    cyclic["texts"] = cyclic;
    for (const data of [undefined, null, 5, "x", [], () => base, new Date(0), cyclic]) {
      expect(refusal(() => amend(loan, data as never)).length).toBeGreaterThan(0);
    }
  });
});

describe("a law", () => {
  const byEmail = {
    ...base,
    policy: "record-handover",
    from: "2026-12-01",
    changes: [{ edition: "2002-03-05", replaces: "RH-11", case: { id: "M-1", then: [] } }],
  };

  it("that some facts break is named, with these facts", () => {
    try {
      amend(recordHandover, amendmentFromJson(JSON.stringify(byEmail)));
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({
        code: "amendment-refused",
        problems: [
          {
            code: "law-broken",
            law: "only-permitted-ways",
            witness: { delivery: { mode: "email" }, request: { receivedOn: "2026-12-01" } },
          },
        ],
      });
    }
  });
});

function refusal(act: () => unknown): readonly string[] {
  try {
    act();
  } catch (error) {
    if (GuichetError.isInstance(error) && error.code === "amendment-refused")
      return error.problems.map(({ code }) => code);
    throw error;
  }
  return [];
}
