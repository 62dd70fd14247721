import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { decide, type Decision } from "@guichet/rules";
import { describe, expect, it } from "vitest";
import { operatorsFor } from "../packages/rules/src/language/check-comparison.js";
import type { KindName } from "../packages/rules/src/language/kind.js";
import { observedEvents } from "../packages/sync/src/observe/observation.js";
import { visitorParking } from "./08-your-own-policy/visitor-parking.js";
import { root } from "./code-blocks.js";

const language = readFileSync(join(root, "docs/language.md"), "utf8");
const concepts = readFileSync(join(root, "docs/concepts.md"), "utf8");
const rules = (path: string): string => readFileSync(join(root, "packages/rules/src", path), "utf8");

describe("the reference of the language", () => {
  const [policyCodes = "", localeCodes = ""] = rules("language/policy-problem-code.ts").split(
    "export type LocaleProblemCode",
  );

  it("has every code a policy is refused with, in the words of the source", () => {
    expect(rowsBelow(language, "### Problems of a policy")).toEqual(codesIn(policyCodes));
  });

  it("has every code a locale is refused with, in the words of the source", () => {
    expect(rowsBelow(language, "### Problems of a locale")).toEqual(codesIn(localeCodes));
  });

  it("has every code facts are refused with, and no other", () => {
    const source = ["check-facts", "read-fact", "given"].map((file) => rules(`engine/${file}.ts`)).join("\n");
    const kinds = ["set-of", "one-of"];
    const written = [...source.matchAll(/"([a-z]+(?:-[a-z]+)+|contradiction)"/g)].map(
      ([, code = ""]) => code,
    );
    const thrown = ["facts-refused"];
    const codes = new Set(written.filter((code) => ![...kinds, ...thrown].includes(code)));
    expect(
      rowsBelow(language, "### Problems of somebody's facts")
        .map(([code]) => code)
        .sort(),
    ).toEqual([...codes].sort());
  });

  it("has every code an error is thrown with", () => {
    const files = ["engine", "language"].flatMap((part) =>
      readdirSync(join(root, "packages/rules/src", part))
        .filter((file) => file.endsWith(".ts") && !/\.(test|test-d|fixture)\.ts$/.test(file))
        .map((file) => rules(`${part}/${file}`)),
    );
    const thrown = files.flatMap((source) =>
      [...source.matchAll(/(?:new GuichetError|\brefuse)\(\s*"([a-z-]+)"/g)].map(([, code = ""]) => code),
    );
    const documented = rowsBelow(language, "## Problem codes").map(([code]) => code);
    expect(documented).toEqual(expect.arrayContaining([...new Set(thrown)]));
  });

  it("has the operators of every kind", () => {
    const rows = new Map(
      [...language.matchAll(/^\| `([a-z-]+)` +\| ((?:`\w+`(?:, )?)+|as `integer`) +\|$/gm)].map(
        ([, kind = "", operators = ""]) => [kind, operators],
      ),
    );
    const kinds: readonly KindName[] = [
      "boolean",
      "one-of",
      "set-of",
      "integer",
      "amount",
      "date",
      "time",
      "text",
    ];
    for (const kind of kinds) {
      const written = rows.get(kind) === "as `integer`" ? rows.get("integer") : rows.get(kind);
      expect(written?.replaceAll("`", "").split(", "), kind).toEqual(operatorsFor(kind));
    }
  });
});

describe("the page of amendments", () => {
  it("has every code an amendment is refused with, in the words of the source", () => {
    const page = readFileSync(join(root, "docs/amendments.md"), "utf8");
    const codes = codesIn(rules("verify/amendment/amendment-problem.ts"));
    expect(rowsBelow(page, "## Problem codes")).toEqual(codes);
  });
});

describe("the page about running the sync", () => {
  it("has every event of the log, how loud it is, and its fields", () => {
    const page = readFileSync(join(root, "docs/operating.md"), "utf8");
    const documented = rowsBelow(page, "## The log").map(([event, text]) => {
      const [level = "", fields = ""] = text.split(/ *\| */);
      return [event, level, fields.replaceAll("`", "")];
    });
    const told = Object.entries(observedEvents);
    expect(documented).toEqual(told.map(([event, { level, fields }]) => [event, level, fields.join(", ")]));
  });
});

describe("the page of concepts", () => {
  it("explains every field of a decision, in their order", () => {
    const open: Decision = decide(visitorParking, {});
    const fields = rowsBelow(concepts, "## The decision, field by field").map(([field]) => field);
    expect(fields).toEqual(Object.keys(open));
  });
});

/** The rows of the first table below a heading: the code in the first cell, and the text of the second. */
function rowsBelow(page: string, heading: string): readonly (readonly [string, string])[] {
  const [, after = ""] = page.split(`${heading}\n`);
  const [table = ""] = /(?:^\|.*\n)+/m.exec(after) ?? [];
  return [...table.matchAll(/^\| `([\w-]+)` +\| (.*?) +\|$/gm)].map(([, code = "", text = ""]) => [
    code,
    text,
  ]);
}

/** The codes of a type with the comment above each. */
function codesIn(source: string): readonly (readonly [string, string])[] {
  return [...source.matchAll(/^ {2}\/\*\* (.*) \*\/\n {2}\| "([a-z-]+)"/gm)].map(
    ([, text = "", code = ""]) => [code, text],
  );
}
