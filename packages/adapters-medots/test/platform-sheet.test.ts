import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { platformSheet } from "../src/index.js";

it("is printed whole on the page about MEDOTS, and nothing else is", () => {
  const page = readFileSync(new URL("../../../docs/medots.md", import.meta.url), "utf8");
  const printed = ["seen", "assumed", "unknown"].map((standing) => {
    const [, section = ""] = page.split(new RegExp(`^## .*<!-- ${standing} -->$`, "m"));
    const [table = ""] = section.split("\n## ");
    return table
      .split("\n")
      .filter((line) => line.startsWith("| ") && !line.startsWith("| ---"))
      .slice(1)
      .map((line) =>
        line
          .split("|")
          .slice(1, -1)
          .map((cell) => cell.trim()),
      );
  });
  const rows = ["seen", "assumed", "unknown"].map((standing) =>
    platformSheet
      .filter((row) => row.standing === standing)
      .map(({ about, platform, adapter }) => [about, platform, adapter]),
  );
  expect(printed).toEqual(rows);
});
