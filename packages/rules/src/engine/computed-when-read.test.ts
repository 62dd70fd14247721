import { expect, test } from "vitest";
import { computedWhenRead } from "./computed-when-read.js";

function counted() {
  const target = { name: "one" };
  let computed = 0;
  const read = computedWhenRead(target, "answer", () => [(computed += 1)]);
  return { target: target as typeof target & { readonly answer: readonly number[] }, read };
}

test("is worked out once, whoever reads it", () => {
  const { target, read } = counted();
  expect(target.answer).toEqual([1]);
  expect(read()).toBe(target.answer);
});

test("is kept for a frozen target too", () => {
  const target = Object.freeze(counted().target);
  expect(target.answer).toBe(target.answer);
});

test("is read through a proxy and by what inherits from the target", () => {
  const { target } = counted();
  expect(new Proxy(target, {}).answer).toEqual([1]);
  expect((Object.create(target) as typeof target).answer).toEqual([1]);
});

test("is shown as any property, and nothing else is", () => {
  const { target } = counted();
  expect(JSON.stringify(target)).toBe('{"name":"one","answer":[1]}');
  expect(Object.keys({ ...target })).toEqual(["name", "answer"]);
  expect(Object.getOwnPropertySymbols({ ...target })).toEqual([]);
});

test("is its own for each target", () => {
  const [one, other] = [counted().target, counted().target];
  expect(one.answer).not.toBe(other.answer);
});
