import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { codeBlocks, printed, root, typeErrors, type CodeBlock } from "./code-blocks.js";

const folder = join(root, "examples/08-your-own-policy");
const pages = [
  "README.md",
  "packages/rules/README.md",
  "docs/concepts.md",
  "docs/desk.md",
  "docs/writing-a-policy.md",
  "docs/amendments.md",
  "docs/testing.md",
  "docs/compile.md",
  "docs/matching.md",
  "docs/operating.md",
  "packages/adapters-medots/README.md",
  "packages/cli/README.md",
];
const blocks = pages.flatMap(codeBlocks);
const programs = blocks.filter(({ language }) => language === "ts");

describe("the programs on our pages", () => {
  it("compile", { timeout: 60_000 }, () => {
    expect(typeErrors(programs, folder)).toEqual([]);
  });

  const printing = programs.filter(({ text }) => text.includes("console.log("));
  it.each(printing.map((program) => [program.page, program.line, program] as const))(
    "print what %s shows below line %i",
    (_page, _line, program) => {
      expect(printed(program.text, folder)).toBe(shownAfter(program));
    },
  );
});

/** The block of text that follows a program: what it prints. */
function shownAfter(program: CodeBlock): string {
  const next = blocks[blocks.indexOf(program) + 1];
  return next?.language === "text" ? next.text : "";
}
