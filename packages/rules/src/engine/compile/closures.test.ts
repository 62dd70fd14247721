import { describe, expect, it } from "vitest";
import type { Frame, Place } from "../compiled/frame.js";
import { tools } from "../compiled/tools.js";
import { checkOf, readOf } from "./closures.js";
import type { Term, Test } from "./plan.js";
import { Written } from "./written.js";

const ids = new Map(Array.from({ length: 40 }, (_, at) => [`v${at}`, at]));
const set = { is: "set", values: [...ids.keys()], enumeration: { ids, words: 2 } } as const;
const choice = { is: "choice", values: [...ids.keys()], enumeration: { ids, words: 2 } } as const;
const places: readonly Place[] = [
  { name: "yes", slot: 0, shape: { is: "boolean" }, mayBeNone: false },
  { name: "no", slot: 1, shape: { is: "boolean" }, mayBeNone: false },
  { name: "three", slot: 2, shape: { is: "number" }, mayBeNone: false },
  { name: "alsoThree", slot: 3, shape: { is: "number" }, mayBeNone: false },
  { name: "four", slot: 4, shape: { is: "number" }, mayBeNone: false },
  { name: "none", slot: 5, shape: { is: "number" }, mayBeNone: true },
  { name: "text", slot: 6, shape: { is: "text" }, mayBeNone: false },
  { name: "held", slot: 7, shape: set, mayBeNone: false },
  { name: "chosen", slot: 9, shape: choice, mayBeNone: false },
  { name: "later", slot: 10, shape: choice, mayBeNone: false },
];
/** Bits 1, 3 and 30 of the first word, 1 of the second, which stands for 32. */
const frame: Frame = [true, false, 3, 3, 4, NaN, "b", 2 ** 30 + 10, 2, 3, 32];

const [yes, no, three, alsoThree, four, none, text, held, held1, chosen, later] = frame.map(
  (_, at): Term => ({ is: "slot", slot: at }),
) as [Term, ...Term[]];
const constants = [true, false, 0, 2, 3, 4, NaN, "b", "c"].map((value): Term => ({ is: "constant", value }));
const numbers = [three, alsoThree, four, none, ...constants.slice(2, 7)].filter((term) => term !== undefined);
const slot = (at: number): Test => ({ is: "slot", slot: at });
const truths: readonly Test[] = [
  slot(0),
  slot(1),
  { is: "truth", truth: true },
  { is: "truth", truth: false },
];

/** What is printed of a test or a term, run on the frame. */
function printed(write: (written: Written) => string): unknown {
  const written = new Written(places.map((place) => ({ place, prefix: "fact" })));
  const body = write(written);
  const names = places.flatMap(({ name, slot: at, shape }) =>
    shape.is === "set"
      ? [`fact_${name} = ${String(frame[at])}`, `fact_${name}_1 = ${String(frame[at + 1])}`]
      : [],
  );
  const others = places.flatMap(({ name, slot: at, shape }) =>
    shape.is === "set" ? [] : [`fact_${name} = ${JSON.stringify(frame[at]).replace("null", "NaN")}`],
  );
  const program = [
    `const { ${Object.keys(tools).join(", ")} } = tools;`,
    `const ${[...names, ...others].join(", ")};`,
    ...written.rates(),
    `return ${body};`,
  ].join("\n");
  return (new Function("tools", "texts", program) as (tools: unknown, texts: unknown) => unknown)(
    tools,
    written.texts,
  );
}

function expectTest(test: Test, truth?: boolean): void {
  const what = JSON.stringify(test);
  const checked = checkOf(test)(frame);
  expect(checked, what).toBe(printed((written) => written.test(test)));
  if (truth !== undefined) expect(checked, what).toBe(truth);
}

function expectTerm(term: Term, value: unknown): void {
  const what = JSON.stringify(term);
  expect(readOf(term)(frame), what).toBe(value);
  expect(
    printed((written) => written.term(term)),
    what,
  ).toBe(value);
}

describe("a test, as a closure and as it is printed,", () => {
  it("is a truth, or turns one round", () => {
    for (const [index, part] of truths.entries()) {
      expectTest(part, index % 2 === 0);
      expectTest({ is: "not", part }, index % 2 === 1);
      expectTest({ is: "not", part: { is: "not", part } }, index % 2 === 0);
    }
  });

  it("holds where all of its parts do, or any", () => {
    for (const length of [2, 3, 4, 5]) {
      for (let bits = 0; bits < 2 ** length; bits += 1) {
        const parts = Array.from({ length }, (_, at) => slot((bits >> at) & 1));
        expectTest({ is: "all", parts }, bits === 0);
        expectTest({ is: "any", parts }, bits !== 2 ** length - 1);
        expectTest({ is: "not", part: { is: "any", parts } }, bits === 2 ** length - 1);
      }
    }
    expectTest({ is: "any", parts: [{ is: "all", parts: [slot(0), slot(1)] }, slot(0)] }, true);
  });

  it("compares numbers, which are neither less nor the same where one is none", () => {
    const value = (term: Term) =>
      term.is === "slot" ? frame[term.slot] : "value" in term ? term.value : NaN;
    for (const left of numbers) {
      for (const right of numbers) {
        const [one, other] = [Number(value(left)), Number(value(right))];
        expectTest({ is: "less", left, right, orSame: false }, one < other);
        expectTest({ is: "less", left, right, orSame: true }, one <= other);
        expectTest({ is: "same", left, right, none: false }, one === other);
        expectTest({ is: "not", part: { is: "same", left, right, none: false } }, one !== other);
        if (left.is === "slot" && right.is === "slot") {
          expectTest({ is: "same", left, right, none: true }, Object.is(one, other));
          expectTest({ is: "not", part: { is: "same", left, right, none: true } }, !Object.is(one, other));
        }
      }
      expectTest({ is: "none", term: left }, Number.isNaN(value(left)));
      expectTest({ is: "not", part: { is: "none", term: left } }, !Number.isNaN(value(left)));
    }
  });

  it("compares texts and truths", () => {
    for (const right of constants.slice(-2)) {
      if (text)
        expectTest({ is: "same", left: text, right, none: false }, "value" in right && right.value === "b");
    }
    if (no) expectTest({ is: "same", left: yes, right: no, none: false }, false);
    expectTest({ is: "same", left: yes, right: yes, none: false }, true);
  });

  it("knows what a set holds, in each of its words", () => {
    if (!held || !held1 || !chosen || !later || !four) return;
    const inSet = [1, 3, 30, 32];
    const words = [held, held1];
    for (const value of [0, 1, 2, 3, 29, 30, 31, 32, 33, 39]) {
      const id: Term = { is: "constant", value };
      expectTest({ is: "holds", words, id }, inSet.includes(value));
      expectTest({ is: "not", part: { is: "holds", words, id } }, !inSet.includes(value));
    }
    for (const id of [chosen, later, four]) {
      const at = id.is === "slot" ? Number(frame[id.slot]) : 0;
      expectTest({ is: "holds", words, id }, inSet.includes(at));
      expectTest({ is: "not", part: { is: "holds", words, id } }, !inSet.includes(at));
      const listed = [9, 2].map((value): Term => ({ is: "constant", value }));
      expectTest({ is: "holds", words: listed, id }, [0, 3, 32].includes(at));
    }
    for (const id of [chosen, four]) {
      const at = id.is === "slot" ? Number(frame[id.slot]) : 0;
      for (const bits of [8, 16, 2 ** 30]) {
        expectTest({ is: "holds", words: [{ is: "constant", value: bits }], id }, bits === 1 << at);
      }
      expectTest({ is: "holds", words: [held], id }, at === 3);
    }
    const without: Term = { is: "without", left: held, right: { is: "constant", value: 8 } };
    expectTest({ is: "holds", words: [without], id: { is: "constant", value: 3 } }, false);
    expectTest({ is: "holds", words: [without], id: { is: "constant", value: 1 } }, true);
    expectTest({ is: "holds", words: [without], id: chosen }, false);
  });
});

describe("a term, as a closure and as it is printed,", () => {
  it("is a constant or what stands in its slot", () => {
    for (const term of constants) expectTerm(term, term.is === "constant" ? term.value : undefined);
    for (const term of [yes, three, text, none]) {
      if (term?.is === "slot") expectTerm(term, frame[term.slot]);
    }
  });

  it("is the row of a rate, by no key, one or two", () => {
    const values = Array.from({ length: 40 }, (_, at) => at * 10);
    const keys = [three, four].filter((term) => term !== undefined);
    expectTerm({ is: "rate", name: "fee", values, keys: [], width: 1 }, 0);
    expectTerm({ is: "rate", name: "fee", values, keys: keys.slice(0, 1), width: 1 }, 30);
    expectTerm({ is: "rate", name: "fee", values, keys, width: 7 }, 250);
  });

  it("is a day with a term added, none where the day is none, and the weekday of a day", () => {
    const days = { is: "constant", value: 20483 } as const;
    expectTerm({ is: "plus", day: days, months: 0, days: 5, mayBeNone: false }, 20488);
    // From 30 January 2026 a month leads to 28 February.
    expectTerm({ is: "plus", day: days, months: 1, days: 0, mayBeNone: false }, 20512);
    expectTerm({ is: "plus", day: days, months: 1, days: 2, mayBeNone: true }, 20514);
    if (none) expectTerm({ is: "plus", day: none, months: 1, days: 2, mayBeNone: true }, NaN);
    expectTerm({ is: "weekday", day: days, ids: [10, 11, 12, 13, 14, 15, 16] }, 14);
  });

  it("is what one word of a set has and another has not", () => {
    if (!held || !held1) return;
    expectTerm({ is: "without", left: held, right: held1 }, 2 ** 30 + 8);
    expectTerm({ is: "without", left: held1, right: held }, 0);
    expectTerm({ is: "without", left: { is: "constant", value: 15 }, right: held }, 5);
  });
});
