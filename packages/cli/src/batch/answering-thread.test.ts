import { loyaltyDiscount } from "@guichet/rules/policies";
import { expect, onTestFinished, test } from "vitest";
import { AnsweringThread, type ThreadQuestion } from "./answering-thread.js";

function threadFor(policy: string): AnsweringThread {
  const thread = new AnsweringThread({
    policy,
    recorder: undefined,
    columns: undefined,
    delimiter: undefined,
  });
  onTestFinished(() => thread.stop());
  return thread;
}

function question(line: number): ThreadQuestion {
  const bytes = new Uint8Array(Buffer.from(`{"id":${line},"facts":{}}\n`));
  const memory = { answers: new ArrayBuffer(0), errors: new ArrayBuffer(0), records: new ArrayBuffer(0) };
  return { chunk: { kind: "lines", first: line, last: line, bytes }, memory };
}

test("a thread answers what it was asked in the order in which it was, and gives all memory back", async () => {
  const thread = threadFor(JSON.stringify(loyaltyDiscount));
  const [one, two] = [question(1), question(2)];
  const both = Promise.all([thread.answer(one), thread.answer(two)]);
  expect([thread.behind, one.memory.answers.byteLength]).toEqual([2, 0]);
  const [first, second] = await both;
  expect([first.answer.last, second.answer.last]).toEqual([1, 2]);
  expect(Buffer.from(second.answer.answers).toString()).toMatch(/^\{"id":2,[^\n]*\}\n$/);
  expect([first.read?.byteLength, second.read?.byteLength]).toEqual([20, 20]);
  expect(thread.behind).toBe(0);
});

test("when a thread ends, everybody who waits is told why by a code alone, and whoever asks later", async () => {
  const thread = threadFor("a patient's name");
  const waiting = [1, 2].map((line) => thread.answer(question(line)).catch((error: unknown) => error));
  const later = await Promise.all(waiting);
  later.push(await thread.answer(question(3)).catch((error: unknown) => error));
  for (const error of later) {
    expect(error).toMatchObject({ code: "usage-refused", problems: [{ code: "worker-ended" }] });
    expect(String(error)).toMatch(/ended before its time \([\w-]+\); go on/);
  }
});
