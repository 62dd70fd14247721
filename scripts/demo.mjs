// A morning at a front desk: each case of examples/morning is decided by the library and printed by the command.
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { decide, GuichetError } from "@guichet/rules";
import * as shipped from "@guichet/rules/policies";

const guichet = fileURLToPath(import.meta.resolve("@guichet/cli/dist/bin.js"));
const cases = readFileSync(new URL("../examples/morning/cases.ndjson", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => JSON.parse(line));
const policies = new Map(Object.values(shipped).map((policy) => [policy.id, policy]));

/** What the library says: a status, or that the facts are wrong. */
function statusOf({ policy, facts }) {
  try {
    const { status, because = [] } = decide(policies.get(policy), facts);
    return { status, gap: because.some(({ gap }) => gap) };
  } catch (error) {
    if (GuichetError.isInstance(error) && error.code === "facts-refused")
      return { status: "wrong", gap: false };
    throw error;
  }
}

/** Runs `guichet decide` as a person at a terminal would. */
function printed({ policy, facts }) {
  const { columns, isTTY } = process.stdout;
  const look = { COLUMNS: String(isTTY ? columns : 80), FORCE_COLOR: isTTY ? "1" : "0" };
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [guichet, "decide", policy, "-", "--text"],
      { env: { ...process.env, ...look } },
      (error, stdout, stderr) => resolve({ code: error?.code ?? 0, text: stdout + stderr }),
    );
    child.stdin.end(JSON.stringify(facts));
  });
}

process.stdout.on("error", () => process.exit());
const exitCodes = { decided: 0, wrong: 2, open: 3, "not-in-force": 4 };
const started = performance.now();
const pages = await Promise.all(cases.map(printed));
const cold = performance.now();
const answers = cases.map(statusOf);
const warm = performance.now();
for (const one of cases) statusOf(one);
const done = performance.now();

cases.forEach(({ id }, index) => {
  const { code, text } = pages[index];
  console.log(`${"─".repeat(3)} ${id} ${"─".repeat(Math.max(3, 74 - id.length))}\n\n${text}`);
  if (code !== exitCodes[answers[index].status]) {
    console.error(`${id}: the command and the library disagree; run "guichet decide" on it alone`);
    process.exitCode = 1;
  }
});

const count = (status) => answers.filter((answer) => answer.status === status).length;
const gaps = answers.filter(({ gap }) => gap).length;
console.log(`${"─".repeat(79)}

${cases.length} cases: ${count("decided")} decided, ${count("open")} open, ${count("not-in-force")} before the rules began, ${count("wrong")} with wrong facts;
${gaps} of them where the source is silent.
The library took ${(warm - cold).toFixed(0)} ms for the first morning and ${(done - warm).toFixed(1)} ms for the same morning again;
printing it took ${((cold - started) / 1000).toFixed(1)} s.`);
