import { describe, expect, it } from "vitest";
import fc from "fast-check";
import type { Policy } from "../../language/policy.js";
import * as policies from "../../policies/index.js";
import { randomFacts } from "../../testing/random-facts.js";
import { evaluate } from "../evaluate.js";
import { segmentsOf } from "../timeline.js";
import { Compilation } from "./compilation.js";
import { decideNameOf, moduleOf } from "./module-of.js";
import { moduleTypesOf } from "./module-types-of.js";
import { exportOf } from "./export-of.fixture.js";

/** Policies of hostile words, and decisions of each shipped policy, that are compared. */
const draws = Number(process.env["GUICHET_DRAWS"] ?? 300);

/** A policy that no check has seen, with the words it is given. */
function unchecked(words: {
  readonly ids: readonly string[];
  readonly values: readonly string[];
  readonly word: string;
}): Policy {
  const { ids, values, word } = words;
  const about = { label: word, holder: "desk", privacy: "internal" } as const;
  const cites = [{ document: "page", section: word, confidence: "certain" }] as const;
  const [first = "", second = "", third = ""] = values;
  return {
    id: word,
    title: word,
    question: word,
    jurisdiction: "FR",
    datedBy: "day",
    locales: ["en"],
    sources: { page: { title: word, kind: "house-rule", dated: true, checkedOn: "2026-01-01" } },
    facts: {
      day: { kind: "date", ...about },
      kind: { kind: "one-of", values, ...about },
      held: { kind: "set-of", values, ...about },
      said: { kind: "text", ...about },
    },
    decisions: {
      found: { kind: "set-of", values, label: word },
      chosen: { kind: "one-of", values, label: word },
    },
    rates: {
      cents: {
        kind: "amount",
        currency: "EUR",
        label: word,
        by: ["kind"],
        rows: [{ from: "open", value: 3, cites }],
      },
    },
    editions: [
      {
        inForceFrom: "open",
        source: cites[0],
        tables: [
          {
            decides: "found",
            hitPolicy: "collect",
            cases: [
              {
                id: ids[0] ?? "",
                when: { fact: "kind", operator: "in", value: [first, second] },
                then: [first],
              },
              {
                id: ids[1] ?? "",
                when: { fact: "said", operator: "equal", value: word },
                then: [second, third],
              },
              {
                id: ids[2] ?? "",
                when: { fact: "held", operator: "contains", value: { fact: "kind" } },
                then: [third],
              },
            ],
          },
          {
            decides: "chosen",
            hitPolicy: "first",
            cases: [
              { id: ids[3] ?? "", when: { fact: "rate.cents", operator: "equal", value: 4 }, then: first },
              { id: ids[4] ?? "", when: { fact: "kind", operator: "equal", value: second }, then: second },
            ],
            otherwise: { id: ids[5] ?? "", then: third },
          },
        ],
      },
    ],
  };
}

const hostile = [
  "'",
  '"',
  "`",
  "\n",
  "\r",
  "\u2028",
  "\u2029",
  "${alert()}",
  "*/",
  "/*",
  "//",
  "\\",
  "</script>",
  "]]>",
];
const piece = fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: "binary", maxLength: 3 }));
const word = fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join("") + "`*/\u2028");
const words = fc.record({
  ids: fc.uniqueArray(word, { minLength: 6, maxLength: 6 }),
  values: fc.uniqueArray(word, { minLength: 3, maxLength: 3 }),
  word,
});

describe("a module made ahead of time", () => {
  it("has no text of a policy as code, whatever it holds, and answers as the specification does", () => {
    fc.assert(
      fc.property(words, fc.nat(2), fc.subarray([0, 1, 2]), (drawn, kind, held) => {
        const policy = unchecked(drawn);
        const text = moduleOf(policy);
        for (const one of [...drawn.ids, ...drawn.values, drawn.word]) expect(text).not.toContain(one);
        for (const one of [text, moduleTypesOf(policy)]) expect(one).toMatch(/^[\n\x20-\x7e]*$/);
        const said = drawn.word.normalize("NFC");
        const facts = {
          day: "2026-01-01",
          kind: drawn.values[kind] ?? "",
          held: held.map((index) => drawn.values[index] ?? ""),
          said,
        };
        const [segment] = segmentsOf(policy);
        const compiled = new Compilation(policy);
        expect(compiled.backend).toBe("generated");
        const expected =
          segment && evaluate(policy, segment, (path) => facts[path as keyof typeof facts]).values;
        expect(compiled.decide(facts)?.outcome).toEqual(expected);
        expect(JSON.stringify(exportOf(text)(facts as never))).toBe(JSON.stringify(compiled.decide(facts)));
      }),
      { numRuns: draws },
    );
  });

  it("is not made of a policy whose names are no names; closures run that", () => {
    const plain = unchecked({ ids: ["a", "b", "c", "d", "e", "f"], values: ["x", "y", "z"], word: "w" });
    const { day, ...others } = plain.facts;
    for (const name of ["a b", "x;alert()//", "constructor.x", "\u2028"]) {
      const policy = { ...plain, facts: { ...others, day, [name]: { ...day, kind: "boolean" } } } as Policy;
      expect(new Compilation(policy).backend).toBe("closures");
      expect(() => moduleOf(policy)).toThrow(
        "compile: one of its facts or decisions has a name that cannot be written as code; ",
      );
    }
    expect(new Compilation(plain).backend).toBe("generated");
  });

  it("says what each line is: the case, the value, the day", () => {
    const plain = unchecked({
      ids: ["A-1", "A-2", "A-3", "B-1", "B-2", "B-3"],
      values: ["x", "y", "z"],
      word: "w",
    });
    const source = moduleOf(plain);
    expect(source).toContain("// A-2");
    expect(source).toContain("} else if (fact_kind === 1 /* y */) { // B-2");
    expect(source).toContain("from the beginning to further notice");
  });

  it("imports what it runs with from where it is told, in either form of module", () => {
    const plain = unchecked({ ids: ["a", "b", "c", "d", "e", "f"], values: ["x", "y", "z"], word: "w" });
    expect(moduleOf(plain)).toMatch(
      /^import \{\n {2}decideCompiled,\n( {2}\w+,\n)+\} from "@guichet\/rules\/compiled";$/m,
    );
    const common = moduleOf(plain, { format: "cjs", runtime: "../compiled.cjs" });
    expect(common).toContain('require("../compiled.cjs")');
    const exported: Record<string, unknown> = {};
    new Function("require", "exports", common)(() => ({ decideCompiled: () => undefined }), exported);
    expect(Object.keys(exported)).toEqual(["decideW"]);
  });

  it("exports a function that is named for the policy", () => {
    expect(decideNameOf("loyalty-discount")).toBe("decideLoyaltyDiscount");
    expect(decideNameOf("a.b_2")).toBe("decideAB2");
  });
});

const shipped = Object.values<Policy>(policies).map((policy) => [policy.id, policy] as const);

describe.each(shipped)("the module of %s", (_, policy) => {
  it("gives the decisions of the policy, or none where facts are missing or wrong", () => {
    const compiled = new Compilation(policy);
    const decide = exportOf(moduleOf(policy));
    for (let seed = 1; seed <= draws; seed += 1) {
      const facts = randomFacts(policy, seed);
      const [group, inner] = Object.entries(facts)[0] ?? ["", {}];
      const partial = { ...facts, [group]: Object.fromEntries(Object.entries(inner).slice(1)) };
      for (const one of [facts, partial, { ...facts, other: 1 }]) {
        expect(JSON.stringify(decide(one))).toBe(JSON.stringify(compiled.decide(one)));
      }
    }
  });

  it("is refused when it is loaded, where another version made it", () => {
    const text = moduleOf(policy);
    const refused = expect.objectContaining({
      code: "compiled-outdated",
      message: `${policy.id}: it was compiled by another version; compile it anew`,
    });
    expect(() => exportOf(text)).not.toThrow();
    expect(() => exportOf(text.replace(/format: \d+,/, ""))).toThrow(refused);
    expect(() => exportOf(text.replace(/format: \d+,/, "format: 1,"))).toThrow(refused);
    expect(() => exportOf(text.replace(/format: \d+,/, "format: 99,"))).toThrow(refused);
  });
});
