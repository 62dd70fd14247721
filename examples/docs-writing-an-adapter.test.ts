import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { codeBlocks, root } from "./code-blocks.js";

const folder = join(root, "examples/14-your-own-adapter");

it("the page on writing an adapter shows every file of the example, as it runs", () => {
  const shown = codeBlocks("docs/writing-an-adapter.md").map(({ text }) => text);
  const files = readdirSync(folder).map((file) => readFileSync(join(folder, file), "utf8"));
  expect(shown.toSorted()).toEqual(files.toSorted());
});
