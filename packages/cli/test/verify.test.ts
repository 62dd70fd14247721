import { join } from "node:path";
import { loyaltyDiscount } from "@guichet/rules/policies";
import { describe, expect, test, vi } from "vitest";
import { guichetHere } from "./guichet-here.js";
import { folderWith } from "./run-guichet.js";

vi.setConfig({ testTimeout: 60_000 });

const languages = ["en", "fr", "ru"] as const;
const run = (args: readonly string[], columns = 80) =>
  guichetHere(["verify", ...args], { env: { COLUMNS: String(columns) } });

interface Printed {
  readonly holds: boolean;
  readonly policies: readonly {
    readonly policy: string;
    readonly findings: readonly { readonly code: string; readonly at: string; readonly witness?: object }[];
    readonly laws: readonly { readonly id: string; readonly holds: boolean }[];
  }[];
}

/** The loyalty discount with a mistake: what the program covers is no reason against it any more. */
function mistaken(): string {
  const copy = JSON.parse(JSON.stringify(loyaltyDiscount)) as {
    editions: { tables: { cases: { id: string }[] }[] }[];
  };
  for (const { tables } of copy.editions) {
    for (const table of tables) table.cases = table.cases.filter(({ id }) => id !== "LD-2");
  }
  return join(folderWith({ "mistaken.json": JSON.stringify(copy) }), "mistaken.json");
}

describe("guichet verify of all policies", () => {
  test("holds, and ends with 0", async () => {
    const ran = await run([]);
    const { holds, policies } = JSON.parse(ran.stdout) as Printed;
    expect([ran.code, holds, ran.stderr]).toEqual([0, true, ""]);
    expect(policies).toHaveLength(7);
    for (const { findings, laws } of policies) {
      expect(findings).toEqual([]);
      expect(laws.filter((law) => !law.holds)).toEqual([]);
    }
  });

  test.each(languages)("is a table for people, %s", async (locale) => {
    const ran = await run(["--text", "--locale", locale]);
    expect(ran.stdout.split("\n").filter((line) => /^[a-z]+-[a-z]+ /.test(line))).toHaveLength(7);
    for (const line of ran.stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
  });
});

describe("guichet verify of one policy", () => {
  test.each(languages)("shows what it accepts, and why, %s", async (locale) => {
    const ran = await run(["insurance-coverage", "--text", "--locale", locale]);
    expect(ran).toMatchObject({ code: 0, stderr: "" });
    await expect(ran.stdout).toMatchFileSnapshot(`printed/verified.${locale}.txt`);
  });

  test("ends with 1 where a law is broken, and shows facts that decide shows it on", async () => {
    const file = mistaken();
    const ran = await run([file]);
    const { holds, policies } = JSON.parse(ran.stdout) as Printed;
    expect([ran.code, holds]).toEqual([1, false]);
    const broken = policies[0]?.findings.find(({ code }) => code === "law-broken");
    expect(broken?.at).toBe("nothing-on-what-is-covered");
    expect(policies[0]?.laws).toContainEqual({ id: "nothing-on-what-is-covered", holds: false });
    const decided = await guichetHere(["decide", file, "-"], { input: JSON.stringify(broken?.witness) });
    expect(JSON.parse(decided.stdout)).toMatchObject({ outcome: { discountPercent: 7 } });
    expect(broken?.witness).toMatchObject({ service: { inProgram: true } });
  });

  test("says each finding with facts, and what was not looked at", async () => {
    const ran = await run([mistaken(), "--text"]);
    expect(ran.code).toBe(1);
    await expect(ran.stdout).toMatchFileSnapshot("printed/findings.en.txt");
  });

  test("asks for fresh sources on the day that is named", async () => {
    const codesOn = async (day: string) => {
      const { code, stdout } = await run(["loyalty-discount", "--on", day]);
      const [policy] = (JSON.parse(stdout) as Printed).policies;
      return [code, policy?.findings.map((finding) => finding.code)];
    };
    expect(await codesOn("2026-12-01")).toEqual([0, []]);
    expect(await codesOn("2029-01-01")).toEqual([1, ["source-stale"]]);
  });

  test.each(["2026-02-29", "tomorrow", "2026-1-1"])("refuses %s as a day", async (day) => {
    const ran = await run(["loyalty-discount", "--on", day, "--text"]);
    expect(ran).toMatchObject({ code: 1, stdout: "" });
    expect(ran.stderr).toBe("guichet verify --on: not a day of the calendar; write it as YYYY-MM-DD\n");
  });
});

describe("guichet verify with a clinic's amendment", () => {
  const source = {
    title: "Riverside price list",
    kind: "house-rule",
    dated: true,
    checkedOn: "2026-11-21",
  };
  const fileOf = (amendment: object): string => {
    const folder = folderWith({ "ours.json": JSON.stringify({ source, ...amendment }) });
    return join(folder, "ours.json");
  };
  const tenPercent = {
    id: "riverside-december",
    policy: "loyalty-discount",
    title: "Loyalty discount of 10 % in December",
    from: "2026-12-01",
    to: "2026-12-31",
    changes: [{ rate: "loyaltyPercent", value: 10 }],
  };
  const byEmail = {
    id: "riverside-email",
    policy: "record-handover",
    title: "Records may leave by email",
    from: "2026-12-01",
    changes: [{ edition: "2002-03-05", replaces: "RH-11", case: { id: "email-allowed", then: [] } }],
  };

  test.each(languages)("is accepted with what it changes, %s", async (locale) => {
    const ran = await run(["--amendment", fileOf(tenPercent), "--text", "--locale", locale]);
    expect(ran).toMatchObject({ code: 0, stderr: "" });
    await expect(ran.stdout).toMatchFileSnapshot(`printed/amended.${locale}.txt`);
  });

  test("is accepted in JSON with the exact difference", async () => {
    const ran = await run(["loyalty-discount", "--amendment", fileOf(tenPercent)]);
    expect(JSON.parse(ran.stdout)).toMatchObject({
      holds: true,
      amendments: ["riverside-december"],
      diff: { periods: [{ from: "2026-12-01", to: "2026-12-31" }] },
    });
  });

  test("says which of its changes a later tariff ends", async () => {
    const fee = {
      id: "riverside-fee",
      policy: "tele-expertise",
      title: "Another fee",
      from: "2025-12-01",
      changes: [{ rate: "answerFee", for: ["metropolitan"], value: 2100 }],
    };
    const [text, json] = await Promise.all([
      run(["--amendment", fileOf(fee), "--text"]),
      run(["--amendment", fileOf(fee)]),
    ]);
    expect(text.stdout).toContain("riverside-fee: Change 1 ends on 31 December 2025");
    expect(JSON.parse(json.stdout)).toMatchObject({
      ended: [{ code: "amendment-ended", change: 0, endsOn: "2025-12-31", endedBy: "2026-01-01" }],
    });
  });

  test("is refused with the law it breaks and facts that break it, and ends with 1", async () => {
    const file = fileOf(byEmail);
    const [text, json] = await Promise.all([
      run(["--amendment", file, "--text"]),
      run(["--amendment", file]),
    ]);
    expect([text.code, json.code]).toEqual([1, 1]);
    await expect(text.stdout).toMatchFileSnapshot("printed/amendment-refused.en.txt");
    expect(text.stderr).toContain("riverside-email");
    const { error } = JSON.parse(json.stdout) as { error: { code: string; problems: { witness: object }[] } };
    expect(error.code).toBe("amendment-refused");
    expect(error.problems[0]).toMatchObject({ code: "law-broken", law: expect.any(String) });
    const facts = JSON.stringify(error.problems[0]?.witness);
    const decided = await guichetHere(["decide", "record-handover", "-"], { input: facts });
    expect(decided.code).toBe(0);
  });

  test("is refused where it is of no policy or of another one, and where there is none", async () => {
    const unknown = await run(["--amendment", fileOf({ ...tenPercent, policy: "discounts" }), "--text"]);
    expect(unknown).toMatchObject({ code: 1, stdout: "" });
    expect(unknown.stderr).toContain('no policy "discounts"');
    const missing = await run(["--amendment", "nowhere.json", "--text"]);
    expect([missing.code, missing.stderr]).toEqual([
      1,
      expect.stringContaining("nowhere.json: no such file"),
    ]);
    const other = await run(["tele-expertise", "--amendment", fileOf(tenPercent)]);
    expect(other.code).toBe(1);
    expect(other.stdout).toContain('"policy-differs"');
  });
});
