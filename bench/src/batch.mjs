// How fast `guichet batch` is, against a loop that only parses and prints the same lines: processes that take turns, on one file.
// `node src/batch.mjs [--json] [--cases 200000] [--rounds 3] [--policy tele-expertise]`; build the packages first.
import { spawn } from "node:child_process";
import { createWriteStream, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import * as shipped from "@guichet/rules/policies";
import { randomFacts } from "@guichet/rules/testing";

const { values } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    cases: { type: "string", default: "200000" },
    rounds: { type: "string", default: "3" },
    policy: { type: "string", default: "tele-expertise" },
  },
});
const cases = Number(values.cases);
const policy = Object.values(shipped).find(({ id }) => id === values.policy);
if (!policy) throw new RangeError(`bench: there is no policy "${values.policy}"`);

const folder = mkdtempSync(join(tmpdir(), "guichet-bench-"));
const [from, to] = ["cases.ndjson", "answers.ndjson"].map((name) => join(folder, name));
const guichet = fileURLToPath(new URL("../../packages/cli/dist/bin.js", import.meta.url));
const bareLoop = fileURLToPath(new URL("bare-loop.mjs", import.meta.url));
const batch = [guichet, "batch", policy.id, from, "-o", to];
const variants = [
  { id: "bare-loop", args: [bareLoop, from, to] },
  { id: "jobs-1", args: batch },
  { id: "jobs-2", args: [...batch, "--jobs", "2"] },
];

try {
  await pipeline(linesOf(cases), createWriteStream(from));
  const runs = [];
  for (let round = 1; round <= Number(values.rounds); round += 1) {
    for (const { id, args } of variants) {
      const run = { id, ...(await timed(args)), bytes: statSync(to).size };
      runs.push(run);
      process.stderr.write(`round ${round}: ${id}: ${Math.round(cases / run.wall)} lines/s\n`);
    }
  }
  print(runs);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Complete facts, as different as two thousand seeds make them. */
function* linesOf(count) {
  const facts = Array.from({ length: 2048 }, (_, seed) => JSON.stringify(randomFacts(policy, seed)));
  let text = "";
  for (let at = 0; at < count; at += 1) {
    text += `{"id":"case-${at}","facts":${facts[at % facts.length]}}\n`;
    if (text.length > 1_000_000 || at === count - 1) {
      yield text;
      text = "";
    }
  }
}

/** Runs a program: its seconds by the wall and by the processor, and the most memory it had. */
async function timed(args) {
  // Else it would have to clear away what another one wrote.
  rmSync(to, { force: true });
  const told =
    'process.on("exit",()=>{const{userCPUTime:u,systemCPUTime:s,maxRSS:m}=process.resourceUsage();' +
    'require("node:fs").writeSync(3,JSON.stringify({cpu:(u+s)/1e6,rss:m/1024}))})';
  const hook = `data:text/javascript,${encodeURIComponent(
    `import { createRequire } from "node:module"; import { isMainThread } from "node:worker_threads"; const require = createRequire("/"); if (isMainThread) ${told}`,
  )}`;
  const started = performance.now();
  const child = spawn(process.execPath, ["--import", hook, ...args], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  let text = "";
  child.stdio[3].setEncoding("utf8").on("data", (piece) => (text += piece));
  const code = await new Promise((resolve) => child.on("close", resolve));
  if (code !== 0) throw new Error(`bench: ${args.join(" ")} ended with ${code}`);
  return { wall: (performance.now() - started) / 1000, ...JSON.parse(text) };
}

function print(runs) {
  const [bare, one, two] = variants.map(({ id }) => {
    const own = runs.filter((run) => run.id === id);
    const of = (name) => middle(own.map((run) => run[name]));
    const [wall, cpu] = [of("wall"), of("cpu")];
    return {
      id,
      wall,
      cpu,
      linesPerSecond: cases / wall,
      megabytes: Math.max(...own.map(({ rss }) => rss)),
      bytes: of("bytes"),
    };
  });
  const result = {
    policy: policy.id,
    cases,
    variants: [bare, one, two],
    // On one core: time of the processor, which other work on the machine changes least.
    ofBareLoop: bare.cpu / one.cpu,
    ofBareLoopByWall: bare.wall / one.wall,
    twoJobsByWall: one.wall / two.wall,
  };
  if (values.json) {
    console.log(JSON.stringify(result));
    return;
  }
  for (const { id, linesPerSecond, cpu, megabytes, bytes } of result.variants) {
    const written = `${(bytes / 1e6).toFixed(0)} MB written`;
    console.log(
      `${id.padEnd(10)} ${Math.round(linesPerSecond).toLocaleString("en").padStart(9)} lines/s  ` +
        `${((cpu / cases) * 1e6).toFixed(1)} µs of processor a line  ${Math.round(megabytes)} MB  ${written}`,
    );
  }
  console.log(
    `jobs-1 has ${result.ofBareLoop.toFixed(2)} of the bare loop's speed (by the processor; ` +
      `${result.ofBareLoopByWall.toFixed(2)} by the wall); jobs-2 ${result.twoJobsByWall.toFixed(2)} × jobs-1 by the wall`,
  );
}

function middle(numbers) {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)];
}
