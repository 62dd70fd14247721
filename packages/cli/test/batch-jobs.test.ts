import { spawn } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { expect, onTestFinished, test, vi } from "vitest";
import { completeOpinion, openOpinion } from "./front-desk-cases.js";
import { bin, folderWith, guichet, plainEnvironment } from "./run-guichet.js";

vi.setConfig({ testTimeout: 120_000 });

/** Lines of every kind: decided for the most part, open, before the first edition, wrong, blank. */
function mixed(count: number): string {
  const rare = [openOpinion, {}, { act: { on: "2017-01-01" } }, { act: { on: "2026-02-30" } }];
  return Array.from({ length: count }, (_, number) => {
    if (number % 11 === 5) return " ";
    if (number % 13 === 7) return '{"id":';
    const facts = number % 40 === 3 ? rare[((number / 40) % rare.length) | 0] : completeOpinion;
    return JSON.stringify({ id: number, facts });
  }).join("\n");
}

test.each(["2", "3"])("with %s jobs the bytes are those of one job, in every file", async (jobs) => {
  const folder = folderWith({ "cases.ndjson": mixed(3000) });
  const run = async (name: string, ...more: readonly string[]) => {
    const files = ["-o", `${name}.out`, "--errors", `${name}.errors`, "--counts", `${name}.counts`];
    const ran = await guichet(["batch", "tele-expertise", "cases.ndjson", ...files, ...more], {
      cwd: folder,
    });
    return [
      ran.code,
      ...["out", "errors", "counts"].map((end) => readFileSync(join(folder, `${name}.${end}`), "utf8")),
    ];
  };
  const [one, several] = await Promise.all([run("one"), run("several", "--jobs", jobs)]);
  expect(several).toEqual(one);
});

test("a policy of somebody's own is loaded once, however many jobs there are", async () => {
  const policy = `
    import { loyaltyDiscount } from "@guichet/rules/policies";
    console.log("loaded");
    export const own = { ...loyaltyDiscount, id: "own-discount" };`;
  // Here, so that it finds the library.
  const file = fileURLToPath(new URL("own-discount.mjs", import.meta.url));
  writeFileSync(file, policy);
  onTestFinished(() => rmSync(file));
  const cases = Array.from({ length: 500 }, (_, id) =>
    JSON.stringify({ id, facts: { service: { on: "2026-11-21" } } }),
  );
  const ran = await guichet(["batch", file, "--jobs", "2"], {
    input: cases.join("\n"),
  });
  expect([ran.code, ran.stdout.match(/loaded/g)?.length]).toEqual([0, 1]);
  expect(ran.stdout.match(/"policy":"own-discount"/g)).toHaveLength(500);
});

test("the counts are kept by status and by case", async () => {
  const folder = folderWith({ "cases.ndjson": mixed(200) });
  const ran = await guichet(["batch", "tele-expertise", "cases.ndjson", "--counts", "counts.json"], {
    cwd: folder,
  });
  const counts = JSON.parse(readFileSync(join(folder, "counts.json"), "utf8")) as {
    readonly cases: Readonly<Record<string, Readonly<Record<string, number>>>>;
  };
  const answers = ran.stdout
    .trim()
    .split("\n")
    .map((text) => JSON.parse(text) as Answer);
  const expected: Record<string, Record<string, number>> = {};
  for (const { decision, cases } of answers.flatMap(({ because = [] }) => because)) {
    for (const { id } of cases) {
      const counted = (expected[decision] ??= {});
      counted[id] = (counted[id] ?? 0) + 1;
    }
  }
  const statuses = ["decided", "open", "not-in-force"].map(
    (status) => answers.filter((one) => one.status === status).length,
  );
  expect(counts.cases).toEqual(expected);
  const [decided, open, notInForce] = statuses;
  expect(counts).toMatchObject({ policy: "tele-expertise", lines: 200, decided, open, notInForce });
});

interface Answer {
  readonly status: string;
  readonly because?: readonly {
    readonly decision: string;
    readonly cases: readonly { readonly id: string }[];
  }[];
}

test("the memory a batch takes does not grow with its lines", async () => {
  const peak = async (lines: number, jobs: string): Promise<number> => {
    // Node says how much it took when it ends.
    const told = `process.on("exit", () => console.error("peak", process.resourceUsage().maxRSS))`;
    const child = spawn(
      process.execPath,
      [
        "--import",
        `data:text/javascript,${encodeURIComponent(told)}`,
        bin,
        "batch",
        "tele-expertise",
        "--jobs",
        jobs,
      ],
      { env: plainEnvironment, stdio: ["pipe", "ignore", "pipe"] },
    );
    const stderr = child.stderr.setEncoding("utf8").toArray();
    async function* input(): AsyncGenerator<string> {
      for (let line = 0; line < lines; line += 100) {
        yield await Promise.resolve(`${JSON.stringify({ id: line, facts: completeOpinion })}\n`.repeat(100));
      }
    }
    await pipeline(input, child.stdin);
    const peaks = (await stderr).join("").matchAll(/peak (\d+)/g);
    return Math.max(...[...peaks].map(([, kilobytes]) => Number(kilobytes)));
  };
  for (const jobs of ["1", "2"]) {
    const [few, many] = [await peak(5000, jobs), await peak(40_000, jobs)];
    expect(few).toBeGreaterThan(20_000);
    expect(many / few).toBeLessThan(1.35);
    expect(many).toBeLessThan(230_000);
  }
});
