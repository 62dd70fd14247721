import { expect, it } from "vitest";
import { repeatedIds } from "./repeated-ids.js";

it("names every item whose id an earlier one has, and no id", () => {
  const items = ["a", "b", "a", "a"].map((id) => ({ id }));
  expect(repeatedIds("task", ["slots"], items).map(({ path }) => path)).toEqual([
    "slots[2].id",
    "slots[3].id",
  ]);
  expect(repeatedIds("task", ["slots"], items)[0]?.message).toBe(
    "task, slots[2].id: an earlier one has the same id; give each its own id",
  );
});

it("finds nothing where every id is another one", () => {
  expect(repeatedIds("task", ["slots"], [{ id: "a" }, { id: "A" }])).toEqual([]);
});
