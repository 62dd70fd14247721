import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { decidedOpinion, openOpinion, recordWithoutKeeper } from "./front-desk-cases.js";
import { folderWith, guichet } from "./run-guichet.js";

vi.setConfig({ testTimeout: 60_000 });

const json = (facts: unknown): { readonly input: string } => ({ input: JSON.stringify(facts) });

describe("the exit code says what came of it", () => {
  test.each([
    ["0 for decided", decidedOpinion, 0, "decided"],
    ["3 for open", openOpinion, 3, "open"],
    ["3 for nothing known", {}, 3, "open"],
  ])("%s", async (_, facts, code, status) => {
    const ran = await guichet(["decide", "tele-expertise", "-"], json(facts));
    expect(ran).toMatchObject({ code, stderr: "" });
    expect(JSON.parse(ran.stdout)).toMatchObject({ format: "guichet-decision/1", status });
  });

  test("4 the day before the policy starts, and not on the day itself", async () => {
    const received = (receivedOn: string) =>
      guichet(["decide", "record-handover", "-"], json({ request: { receivedOn } }));
    const [before, onTheDay] = await Promise.all([received("2002-03-04"), received("2002-03-05")]);
    expect(before).toMatchObject({ code: 4, stderr: "" });
    expect(JSON.parse(before.stdout)).toMatchObject({ status: "not-in-force" });
    expect(onTheDay.code).toBe(3);
  });

  test("2 for wrong facts: every problem on a line of its own and in JSON, and no value anywhere", async () => {
    const facts = {
      act: { on: "2026-02-30" },
      patient: { rareDisease: "Wernicke" },
      request: { channnel: "pigeon" },
    };
    const ran = await guichet(["decide", "tele-expertise", "-"], json(facts));
    expect(ran.code).toBe(2);
    expect(ran.stderr.trim().split("\n")).toHaveLength(3);
    expect(ran.stderr).toContain('did you mean "channel"');
    const { error } = JSON.parse(ran.stdout) as { error: { code: string; problems: { message: string }[] } };
    expect(error.code).toBe("facts-refused");
    expect(error.problems.map(({ message }) => message)).toEqual(ran.stderr.trim().split("\n"));
    expect(ran.stdout + ran.stderr).not.toMatch(/2026-02-30|Wernicke|pigeon/);
  });

  test.each([
    [
      "an unknown policy",
      ["decide", "tele-expertse", "-"],
      'guichet: no policy "tele-expertse"; did you mean "tele-expertise"',
    ],
    [
      "a policy file that is not there",
      ["decide", "./nowhere.json", "-"],
      "./nowhere.json: no such file; check the path",
    ],
    [
      "a language the policy has no words in",
      ["decide", "tele-expertise", "-", "--locale", "de"],
      "use en, fr, ru",
    ],
    ["an unknown command", ["decid"], 'guichet: unknown command "decid"; did you mean decide'],
    ["an unknown option", ["decide", "--jsn"], 'guichet: unknown option "--jsn"; did you mean --json'],
    ["no policy", ["decide"], 'guichet: missing required argument "policy"; see "guichet --help"'],
    ["two ways to print", ["decide", "tele-expertise", "-", "--json", "--text"], "cannot be used with"],
  ])("1 for %s, said in one line", async (_, args, said) => {
    const ran = await guichet(args, json({}));
    expect(ran.code).toBe(1);
    expect(ran.stderr).toContain(said);
    expect(ran.stderr.trim().split("\n")).toHaveLength(1);
  });
});

test("facts come from a file, from - and from a pipe, with the same answer", async () => {
  const folder = folderWith({ "facts.json": JSON.stringify(decidedOpinion) });
  const [file, dash, pipe] = await Promise.all([
    guichet(["decide", "tele-expertise", join(folder, "facts.json")]),
    guichet(["decide", "tele-expertise", "-"], json(decidedOpinion)),
    guichet(["decide", "tele-expertise"], json(decidedOpinion)),
  ]);
  expect(dash.stdout).toBe(file.stdout);
  expect(pipe.stdout).toBe(file.stdout);
});

test("without facts and without a pipe, nothing is known and everything is asked", async () => {
  const ran = await guichet(["decide", "tele-expertise"]);
  expect(ran.code).toBe(3);
  const { needs } = JSON.parse(ran.stdout) as { needs: unknown[] };
  expect(needs.length).toBeGreaterThan(10);
});

test("a pipe that sends nothing is an error: what should have filled it may have failed", async () => {
  const ran = await guichet(["decide", "tele-expertise"], { input: "" });
  expect(ran.code).toBe(2);
  expect(ran.stderr).toBe("standard input: the text is empty; supply a JSON object\n");
});

test("help and usage tell the exit codes", async () => {
  const ran = await guichet(["--help"]);
  expect(ran.code).toBe(0);
  expect(ran.stdout).toContain(
    "Exit codes: 0 decided, 3 open, 4 not in force, 2 facts wrong, 1 usage or fault; verify: 1 where something is found.",
  );
});

describe.each(["en", "fr", "ru"])("in words, %s", (locale) => {
  test.each([
    ["decided", "tele-expertise", decidedOpinion],
    ["open", "tele-expertise", openOpinion],
    ["gap", "record-handover", recordWithoutKeeper],
  ])("a person reads what is %s", async (name, policy, facts) => {
    const ran = await guichet(["decide", policy, "-", "--text", "--locale", locale], {
      ...json(facts),
      env: { COLUMNS: "88" },
    });
    expect(ran.stderr).toBe("");
    await expect(ran.stdout).toMatchFileSnapshot(`printed/${name}.${locale}.txt`);
  });
});
