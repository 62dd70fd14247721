import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Readable, Writable } from "node:stream";
import { checkFacts, decide, GuichetError, policyFromJson, type Policy } from "@guichet/rules";
import { describe, expect, it } from "vitest";
import { runCommandLine } from "../packages/cli/src/command-line.js";
import { codeBlocks, root } from "./code-blocks.js";
import { visitorParking } from "./08-your-own-policy/visitor-parking.js";

const folder = join(root, "examples/08-your-own-policy");
const fileText = (name: string): string => readFileSync(join(folder, name), "utf8");
const blocks = codeBlocks("docs/writing-a-policy.md");
const textsOf = (language: string): readonly string[] =>
  blocks.filter((block) => block.language === language).map((block) => block.text);

const json = fileText("visitor-parking.json");
const [addOperator = "", addFact = "", addRow = "", addSource = ""] = textsOf("diff");
const parts = textsOf("json");
const [, inTypeScript = "", tests = ""] = textsOf("ts");
const [incomplete = "", , complete = "", wrongPolicy = "", wrongFacts = ""] = textsOf("text");

describe("the page about writing a policy", () => {
  it("shows the files of the example, word by word", () => {
    expect(parts.slice(0, 6).join("")).toBe(json);
    expect(parts[6]).toBe(fileText("visitor-parking.en.json"));
    expect(parts[7]).toBe(fileText("facts.json"));
    expect(inTypeScript).toBe(fileText("visitor-parking.ts"));
    expect(tests).toBe(fileText("visitor-parking.test.ts"));
  });

  it("writes one policy twice: JSON and TypeScript have the same fingerprint on every day", () => {
    for (const on of ["2025-01-01", "2026-03-31", "2026-04-01", "2030-01-01"] as const) {
      const inJson = decide(policyFromJson(json), visit(on, "car"));
      expect(inJson.fingerprint).toMatch(/^sha256:/);
      expect(decide(visitorParking, visit(on, "car"))).toEqual(inJson);
    }
  });

  it("shows what the command answers, before and after the departure is known", async () => {
    const facts = fileText("facts.json");
    expect(await answered(facts)).toBe(incomplete);
    expect(await answered(facts.replace('"09:30"', '"09:30", "leavesAt": "11:00"'))).toBe(complete);
  });

  it("shows the lines a wrong policy is refused with", () => {
    expect(refusal(changed(changed(json, addOperator), addFact))).toBe(wrongPolicy);
  });

  it("shows the line wrong facts are refused with", () => {
    const [problem] = checkFacts(visitorParking, { visit: { arrivesAt: "9:30" } });
    expect(`${problem?.message ?? ""}\n`).toBe(wrongFacts);
  });

  it("changes a number from a day on, and no earlier answer", () => {
    const before = policyFromJson(json);
    const after = policyFromJson(changed(json, addRow));
    expect(feeOf(after, "2027-01-01")).toBe(300);
    expect(feeOf(before, "2027-01-01")).toBe(250);
    expect(decide(after, visit("2026-12-31", "car"))).toEqual(decide(before, visit("2026-12-31", "car")));
  });

  it("changes a rule from a day on, and no earlier answer", () => {
    const before = policyFromJson(json);
    const withSource = JSON.parse(changed(json, addSource)) as { readonly editions: object[] };
    withSource.editions.push(JSON.parse(parts[8] ?? "") as object);
    const after = policyFromJson(JSON.stringify(withSource));
    expect(feeOf(after, "2027-03-01", "motorcycle")).toBe(250);
    const lastDay = visit("2027-02-28", "motorcycle");
    expect(decide(after, lastDay)).toEqual(decide(before, lastDay));
    expect(decide(after, lastDay).because?.at(-1)).toMatchObject({ decision: "feeCents", gap: true });
  });
});

/** The text after a change as `diff` writes it: the lines that go stand there once. */
function changed(text: string, diff: string): string {
  const lines = diff.split("\n").slice(0, -1);
  const without = (sign: string): string =>
    lines.flatMap((line) => (line.startsWith(sign) ? [] : [`${line.slice(1)}\n`])).join("");
  expect(text.split(without("+"))).toHaveLength(2);
  return text.replace(without("+"), without("-"));
}

/** What `guichet decide` prints for people. */
async function answered(facts: string): Promise<string> {
  let text = "";
  const stdout = new Writable({
    write(chunk: Buffer, _encoding, done) {
      text += chunk.toString();
      done();
    },
  });
  await runCommandLine(["decide", join(folder, "visitor-parking.json"), "-", "--text"], {
    stdin: Readable.from([Buffer.from(facts)]),
    stdout,
    stderr: stdout,
    env: {},
  });
  return text;
}

function refusal(text: string): string {
  try {
    policyFromJson(text);
  } catch (error) {
    if (GuichetError.isInstance(error)) return `${error.message}\n`;
  }
  return "";
}

function visit(on: string, vehicle: string): object {
  return { visit: { on, arrivesAt: "09:30", leavesAt: "11:00", vehicle } };
}

function feeOf(policy: Policy, on: string, vehicle = "car"): unknown {
  const { outcome } = decide(policy, visit(on, vehicle));
  return (outcome as { readonly feeCents?: number } | undefined)?.feeCents;
}
