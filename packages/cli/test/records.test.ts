import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { loyaltyDiscount } from "@guichet/rules/policies";
import { expect, test, vi } from "vitest";
import { folderWith, guichet, type Ran } from "./run-guichet.js";

vi.setConfig({ testTimeout: 120_000 });

const key = "4f".repeat(32);
const env = { GUICHET_RECORD_KEY: key };
const at = "2026-11-21T09:30:00Z";

/** A visit of an insured patient, with two days that nobody may read in an output. */
const visit = {
  beneficiary: { kind: "insured", relation: "other", relativeOf: "other" },
  entitlement: { from: "2025-03-14", to: "2027-02-09", openEnded: false },
  service: { on: "2026-11-21", line: "implantology", inProgram: false },
};
const canaries = /2025-03-14|2027-02-09|canary|4f4f/;

const caseLine = (id: string, facts: object = visit): string =>
  JSON.stringify({ id, subject: `canary-${id}`, at, facts });

const recording = (records: string): readonly string[] => [
  "batch",
  "loyalty-discount",
  ...["--records", records, "--tenant", "clinic-12", "--purpose", "audit"],
];

async function recordsOf(folder: string, ...lines: readonly string[]): Promise<Ran> {
  return guichet(recording("records.ndjson"), { input: lines.join("\n"), env, cwd: folder });
}

const parsed = (text: string): readonly Record<string, unknown>[] =>
  text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Record<string, unknown>);

test("a batch keeps a record of each decision, without a value of the patient, and they replay the same", async () => {
  const folder = folderWith({});
  const batch = await recordsOf(
    folder,
    caseLine("a"),
    caseLine("b"),
    caseLine("c", { service: visit.service }),
  );
  expect(batch.code).toBe(0);
  const records = readFileSync(join(folder, "records.ndjson"), "utf8");
  expect(parsed(records).map(({ status }) => status)).toEqual(["decided", "decided", "open"]);
  expect(new Set(parsed(records).map(({ subject }) => subject)).size).toBe(3);
  const ran = await guichet(["replay", "records.ndjson"], { cwd: folder });
  expect(ran.code).toBe(0);
  expect(parsed(ran.stdout).map(({ line, verdict }) => [line, verdict])).toEqual([
    [1, "same"],
    [2, "same"],
    [3, "same"],
  ]);
  expect(ran.stderr).toBe("3 lines: 3 the same, 0 different, 0 cannot be told, 0 wrong, 0 blank\n");
  for (const text of [batch.stdout, batch.stderr, records, ran.stdout]) expect(text).not.toMatch(canaries);
});

test("a line without a subject or a moment is wrong, and is not repeated", async () => {
  const folder = folderWith({});
  const nobody = JSON.stringify({ id: "a", facts: visit });
  const ran = await recordsOf(folder, nobody, caseLine("b").replace(at, "canary-moment"), caseLine("c"));
  expect(ran.code).toBe(2);
  expect(parsed(ran.stdout).map(({ id }) => id)).toEqual(["c"]);
  const [first, second] = ran.stderr.split("\n").map((line) => line.match(/"code":"[a-z-]+"/g));
  expect(first).toEqual(['"code":"record-refused"', '"code":"subject-refused"', '"code":"at-refused"']);
  expect(second).toEqual(['"code":"record-refused"', '"code":"at-refused"']);
  expect(ran.stderr).not.toMatch(canaries);
});

test("a key that is missing, short or no hexadecimal is refused before anything is decided, and never shown", async () => {
  const folder = folderWith({ "short.key": "4f4f\n", "good.key": `${key}\n` });
  const run = (...more: readonly string[]): Promise<Ran> =>
    guichet([...recording("r.ndjson"), ...more], { input: caseLine("a"), cwd: folder });
  const [missing, short, good] = await Promise.all([
    run(),
    run("--key-file", "short.key"),
    run("--key-file", "good.key"),
  ]);
  expect([missing, short].map(({ code, stdout }) => [code, stdout])).toEqual([
    [1, ""],
    [1, ""],
  ]);
  expect(missing.stderr).toMatch(/no key; set GUICHET_RECORD_KEY/);
  expect(short.stderr).toMatch(/64 hexadecimal digits/);
  expect(short.stderr).not.toMatch(canaries);
  expect(good.code).toBe(0);
});

test("a replay goes on after torn, foreign and tampered lines, and the counts add up", async () => {
  const folder = folderWith({});
  await recordsOf(folder, caseLine("a"));
  const whole = readFileSync(join(folder, "records.ndjson"), "utf8").trim();
  const lines = [
    whole.slice(0, 300),
    whole.replace('"discountPercent":7', '"discountPercent":0'),
    "",
    whole.replace(/"sha256:[0-9a-f]+"/, `"sha256:${"0".repeat(64)}"`),
    whole.replace("loyalty-discount", "canary"),
    whole,
  ];
  const input = lines.join("\n");
  const [machine, person] = await Promise.all([
    guichet(["replay", "-"], { input }),
    guichet(["replay", "-", "--text"], { input }),
  ]);
  expect(machine.code).toBe(1);
  expect(machine.stderr).toBe("6 lines: 1 the same, 1 different, 0 cannot be told, 3 wrong, 1 blank\n");
  expect(parsed(machine.stdout).map(({ line, verdict }) => [line, verdict])).toEqual([
    [1, "refused"],
    [2, "different"],
    [4, "refused"],
    [5, "refused"],
    [6, "same"],
  ]);
  expect(person.stdout.split("\n").map((line) => line.split(/ {2,}/))).toEqual([
    ["Line", "Policy", "Answer", "Recorded", "Now"],
    expect.arrayContaining(["loyalty-discount", "0", "7"]),
    [""],
  ]);
  expect(person.stderr).toMatch(/^line 1, record: the line is not whole JSON; /);
  expect(machine.stdout + person.stdout + person.stderr).not.toMatch(canaries);
});

test("impact says which past decisions a changed policy would change", async () => {
  const folder = folderWith({});
  await recordsOf(
    folder,
    caseLine("a"),
    caseLine("b", { ...visit, service: { ...visit.service, inProgram: true } }),
  );
  const page = await guichet(["impact", "records.ndjson"], { cwd: folder });
  expect(page).toMatchObject({ code: 1, stdout: expect.stringContaining('"rules-missing"') as string });
  const ten = JSON.stringify(loyaltyDiscount).replaceAll('"value":7', '"value":10');
  writeFileSync(join(folder, "changed.json"), ten);
  const ran = await guichet(["impact", "records.ndjson", "--policy", "changed.json"], { cwd: folder });
  expect(ran.code).toBe(0);
  expect(parsed(ran.stdout)).toMatchObject([
    {
      line: 1,
      verdict: "different",
      answers: [{ decision: "discountPercent", is: "different", recorded: 7, now: { answer: 10 } }],
    },
    { line: 2, verdict: "same", answers: [] },
  ]);
  expect(ran.stdout).not.toMatch(canaries);
});

test("impact with the rules of another day needs no changed policy; what is no day is refused", async () => {
  const folder = folderWith({});
  await recordsOf(folder, caseLine("a"));
  const [ran, wrong] = await Promise.all([
    guichet(["impact", "records.ndjson", "--on", "2026-12-01"], { cwd: folder }),
    guichet(["impact", "records.ndjson", "--on", "2026-02-30"], { cwd: folder }),
  ]);
  expect(parsed(ran.stdout)).toMatchObject([{ line: 1, verdict: "same", inForce: true }]);
  expect(wrong).toMatchObject({ code: 1, stdout: expect.stringContaining('"not-a-day"') as string });
});

test("an amendment of a clinic shows its effect from its first day on", async () => {
  const amendment = {
    id: "riverside-loyalty",
    policy: "loyalty-discount",
    title: "Loyalty discount of 10 %",
    source: { title: "Riverside price list", kind: "house-rule", dated: true, checkedOn: "2026-11-21" },
    from: "2026-12-01",
    changes: [{ rate: "loyaltyPercent", value: 10 }],
  };
  const folder = folderWith({ "ours.json": JSON.stringify(amendment) });
  await recordsOf(folder, caseLine("a"));
  const run = (...more: readonly string[]): Promise<Ran> =>
    guichet(["impact", "records.ndjson", "--amendment", "ours.json", ...more], { cwd: folder });
  const [before, after] = await Promise.all([run(), run("--on", "2026-12-01")]);
  expect(parsed(before.stdout)).toMatchObject([{ verdict: "same" }]);
  expect(parsed(after.stdout)).toMatchObject([{ verdict: "different", answers: [{ now: { answer: 10 } }] }]);
});

test.each([["replay"], ["impact", "--on", "2026-01-01"]])(
  "a language that no policy has words in is refused before a record is read: %s",
  async (...command) => {
    const [german, french] = await Promise.all(
      ["de", "fr"].map((locale) => guichet([...command, "-", "--locale", locale, "--text"], { input: "{" })),
    );
    const told = '--locale: no policy has words in "de"; use en, fr, ru\n';
    expect(german).toEqual({ code: 1, stdout: "", stderr: told });
    expect(french?.code).toBe(2);
  },
);
