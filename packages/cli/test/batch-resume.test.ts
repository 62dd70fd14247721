import { spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, existsSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import { completeOpinion, openOpinion } from "./front-desk-cases.js";
import { bin, folderWith, guichet, plainEnvironment } from "./run-guichet.js";

vi.setConfig({ testTimeout: 180_000 });

const env = { GUICHET_RECORD_KEY: "4f".repeat(32) };
const outputs = ["answers.ndjson", "errors.ndjson", "records.ndjson"];

/** A batch with everything it can write. */
const call = (cases: string, ...more: readonly string[]): readonly string[] => [
  ...["batch", "tele-expertise", cases, "-o", "answers.ndjson", "--errors", "errors.ndjson"],
  ...["--records", "records.ndjson", "--tenant", "clinic-12", "--purpose", "audit", ...more],
];

function cases(count: number): string {
  const at = "2026-11-21T09:30:00Z";
  return Array.from({ length: count }, (_, number) => {
    if (number % 7 === 3) return number % 2 === 0 ? "not json" : "";
    const facts = number % 200 === 0 ? openOpinion : completeOpinion;
    return JSON.stringify({ id: number, subject: `s-${number}`, at, facts });
  }).join("\n");
}

const contents = (folder: string): readonly string[] =>
  outputs.map((file) => readFileSync(join(folder, file), "latin1"));

/** The counts of a run, without its time. */
const counted = (stderr: string): string => /^.*?;/.exec(stderr.split("\n").at(-2) ?? "")?.[0] ?? "";

/** Starts a batch and ends it by a signal, once its answers have a size. */
async function interrupted(folder: string, args: readonly string[], signal: NodeJS.Signals, size: number) {
  const child = spawn(process.execPath, [bin, ...args], {
    cwd: folder,
    env: { ...plainEnvironment, ...env },
  });
  const stderr = child.stderr.setEncoding("utf8").toArray();
  const closed = once(child, "close");
  const answers = join(folder, "answers.ndjson");
  const isAt = (): boolean =>
    existsSync(`${answers}.resume`) && (statSync(answers, { throwIfNoEntry: false })?.size ?? -1) >= size;
  while (child.exitCode === null && !isAt()) await wait(1);
  child.kill(signal);
  const [code] = (await closed) as [number | null];
  return { code, stderr: (await stderr).join("") };
}

test.each(["1", "2"])(
  "with %s jobs, interrupted and killed again and again, it still ends as if nothing had happened",
  async (jobs) => {
    const text = cases(4000);
    const [whole, broken] = [folderWith({ "cases.ndjson": text }), folderWith({ "cases.ndjson": text })];
    const untouched = await guichet(call("cases.ndjson"), { cwd: whole, env });
    expect(untouched.code).toBe(2);
    const end = statSync(join(whole, "answers.ndjson")).size;
    const ends = [];
    for (const [share, signal] of [
      [0, "SIGKILL"],
      [0.2, "SIGINT"],
      [0.5, "SIGKILL"],
      [0.6, "SIGINT"],
      [0.8, "SIGKILL"],
    ] as const) {
      const args = call("cases.ndjson", "--jobs", jobs, ...(ends.length > 0 ? ["--resume"] : []));
      const { code } = await interrupted(broken, args, signal, share * end);
      ends.push(code);
      if (code !== null && code !== 130) break;
    }
    // A kill has no exit code.
    expect(ends).toEqual([null, 130, null, 130, null]);
    const resumed = await guichet(call("cases.ndjson", "--jobs", jobs, "--resume"), { cwd: broken, env });
    expect([resumed.code, counted(resumed.stderr)]).toEqual([2, counted(untouched.stderr)]);
    expect(contents(broken)).toEqual(contents(whole));
    expect(existsSync(join(broken, "answers.ndjson.resume"))).toBe(false);
  },
);

test.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)("after %s every file ends on a whole line, and --resume goes on", async (signal, expected) => {
  const text = cases(3000);
  const [whole, broken] = [folderWith({ "cases.ndjson": text }), folderWith({ "cases.ndjson": text })];
  const untouched = await guichet(call("cases.ndjson"), { cwd: whole, env });
  const { code, stderr } = await interrupted(broken, call("cases.ndjson"), signal, 1);
  expect(code).toBe(expected);
  expect(stderr).toMatch(/^\d+ lines: .*\nStopped before the end; the same call with --resume goes on\.\n$/);
  for (const [index, content] of contents(broken).entries()) {
    expect(content === "" || content.endsWith("\n")).toBe(true);
    expect(contents(whole)[index]?.startsWith(content)).toBe(true);
  }
  // What a crash left behind a whole line is cut off.
  appendFileSync(join(broken, "answers.ndjson"), '{"id":');
  const resumed = await guichet(call("cases.ndjson", "--resume"), { cwd: broken, env });
  expect([resumed.code, counted(resumed.stderr)]).toEqual([2, counted(untouched.stderr)]);
  expect(contents(broken)).toEqual(contents(whole));
});

test("a batch of rows goes on as well, and writes no second heading", async () => {
  const rows = Array.from({ length: 12_000 }, (_, number) => `${number},2026-11-21,"two\nlines"`);
  const names = '{ "note": null }';
  const files = { "cases.csv": `id,service.on,note\n${rows.join("\n")}\n`, "columns.json": names };
  const [whole, broken] = [folderWith(files), folderWith(files)];
  const args = ["batch", "loyalty-discount", "cases.csv", "--columns", "columns.json"];
  const call = [...args, "--to", "csv", "-o", "answers.ndjson"];
  await guichet(call, { cwd: whole });
  const { code } = await interrupted(broken, call, "SIGINT", 1);
  expect(code).toBe(130);
  await guichet([...call, "--resume"], { cwd: broken });
  const [one, other] = [whole, broken].map((folder) => readFileSync(join(folder, "answers.ndjson"), "utf8"));
  expect(other).toBe(one);
});

test("a batch on standard input stops on a whole line too, though nothing can go on with it", async () => {
  const child = spawn(process.execPath, [bin, "batch", "tele-expertise"], { env: plainEnvironment });
  const [stdout, stderr] = [child.stdout, child.stderr].map((stream) => stream.setEncoding("utf8").toArray());
  const closed = once(child, "close");
  child.stdin.write(`{"id":1,"facts":{}}\n{"id":2,"fac`);
  await once(child.stdout, "readable");
  child.kill("SIGINT");
  expect((await closed)[0]).toBe(130);
  expect((await stdout)?.join("")).toMatch(/^\{"id":1,[^\n]*\}\n$/);
  expect((await stderr)?.join("")).toMatch(/^1 lines: .*\nStopped before the end\.\n$/);
});

test("it goes on with the same batch only", async () => {
  const folder = folderWith({ "cases.ndjson": cases(3000) });
  const resume = (...args: readonly string[]) => guichet(args, { cwd: folder, env });
  const resumeCall = call("cases.ndjson", "--resume");
  const before = await resume(...resumeCall);
  expect([before.code, before.stderr]).toEqual([
    1,
    expect.stringContaining("or never began; start it without --resume"),
  ]);
  await interrupted(folder, call("cases.ndjson"), "SIGINT", 1);
  const kept = contents(folder);

  const [otherPolicy, otherPurpose, fromPipe] = await Promise.all([
    resume(...resumeCall.map((word) => (word === "tele-expertise" ? "record-handover" : word))),
    resume(...resumeCall.map((word) => (word === "audit" ? "other" : word))),
    guichet(["batch", "tele-expertise", "-", "-o", "answers.ndjson", "--resume"], { cwd: folder, input: "" }),
  ]);
  expect(otherPolicy.stderr).toContain("the batch began with another policy or other options");
  expect(otherPurpose.stderr).toContain("the batch began with another policy or other options");
  expect(fromPipe.stderr).toContain("only a batch from a file to a file goes on");
  expect([otherPolicy.code, otherPurpose.code, fromPipe.code]).toEqual([1, 1, 1]);

  const checkpoint = readFileSync(join(folder, "answers.ndjson.resume"));
  writeFileSync(join(folder, "answers.ndjson.resume"), "{");
  expect((await resume(...resumeCall)).stderr).toContain("no checkpoint of a batch");
  writeFileSync(join(folder, "answers.ndjson.resume"), checkpoint);
  expect(contents(folder)).toEqual(kept);

  const answers = join(folder, "answers.ndjson");
  const whole = readFileSync(answers);
  truncateSync(answers, statSync(answers).size - 1);
  expect((await resume(...resumeCall)).stderr).toContain("it is shorter than the batch left it");
  writeFileSync(answers, whole);
  appendFileSync(join(folder, "cases.ndjson"), "\n");
  expect((await resume(...resumeCall)).stderr).toContain("the file of cases was changed since");
  expect(contents(folder)).toEqual(kept);
});
