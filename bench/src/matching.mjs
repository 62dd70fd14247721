// The waitlist and the search for slots against code written by hand, each variant and size in a process of its own,
// round by round. Prints tables, or with --json one line. BENCH_ROUNDS and BENCH_RUNS make it longer or shorter.
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const rounds = Number(process.env.BENCH_ROUNDS ?? 3);
const runs = Number(process.env.BENCH_RUNS ?? 5);
/** The smaller ones oftener: their code is warm only after some runs. */
const timesOf = (size) => (size === 1_000 ? runs * 8 : size === 10_000 ? runs * 4 : runs);
const sizes = [1_000, 10_000, 100_000];
const variants = [
  ...sizes.flatMap((size) => ["waitlist hand-written", "waitlist guichet"].map((name) => [name, size])),
  ...[5, 1].flatMap((each) =>
    ["slots hand-written", "slots guichet", "slots guichet, refused read"].map((name) => [name, each]),
  ),
  ["slots nested loop", 5],
];

await build({
  entryPoints: [here("measure-matching.ts")],
  outfile: here("../dist/measure-matching.mjs"),
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20",
  packages: "external",
  alias: { "@noble/hashes": here("../../node_modules/@noble/hashes") },
  logLevel: "error",
});
const run = (...args) =>
  JSON.parse(
    execFileSync(
      process.execPath,
      ["--expose-gc", "--max-semi-space-size=128", here("../dist/measure-matching.mjs"), ...args.map(String)],
      { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] },
    ),
  );

const compared = run("verify");
process.stderr.write(`${compared} answers are equal\n`);
const measured = new Map();
for (let round = 1; round <= rounds; round += 1) {
  for (const [name, size] of variants) {
    const key = `${name} ${size}`;
    const isSlow = name === "slots nested loop";
    if (isSlow && round > 1) continue;
    const { cpu, wall, megabytes } = run(name, size, isSlow ? 1 : timesOf(size));
    const own = measured.get(key) ?? { cpu: [], wall: [], megabytes: [] };
    measured.set(key, {
      cpu: [...own.cpu, ...cpu],
      wall: [...own.wall, ...wall],
      megabytes: [...own.megabytes, megabytes],
    });
    process.stderr.write(`round ${round} of ${rounds}: ${key}: ${cpu.map(Math.round).join(" ")} ms\n`);
  }
}

const middle = (numbers) => numbers.toSorted((left, right) => left - right)[Math.floor(numbers.length / 2)];
const found = variants.map(([variant, size]) => {
  const { cpu, wall, megabytes } = measured.get(`${variant} ${size}`);
  return {
    variant,
    size,
    cpuMs: middle(cpu),
    leastCpuMs: Math.min(...cpu),
    wallMs: middle(wall),
    megabytes: middle(megabytes),
  };
});
const of = (variant, size) => found.find((one) => one.variant === variant && one.size === size).cpuMs;
const ratios = {
  waitlistToHandWritten: Object.fromEntries(
    sizes.map((size) => [size, of("waitlist guichet", size) / of("waitlist hand-written", size)]),
  ),
  waitlistTenTimesTheWork: of("waitlist guichet", 100_000) / of("waitlist guichet", 10_000),
  slotsToHandWritten: Object.fromEntries(
    [5, 1].map((each) => [each, of("slots guichet, refused read", each) / of("slots hand-written", each)]),
  ),
  slotsToNestedLoop: of("slots guichet, refused read", 5) / of("slots nested loop", 5),
};
if (process.argv.includes("--json")) console.log(JSON.stringify({ compared, rounds, runs, found, ratios }));
else {
  console.table(found);
  console.log(ratios);
}
