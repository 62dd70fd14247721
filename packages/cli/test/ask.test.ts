import { spawn } from "node:child_process";
import { describe, expect, test, vi } from "vitest";
import { decidedOpinion, openOpinion } from "./front-desk-cases.js";
import { bin, folderWith, guichet } from "./run-guichet.js";

vi.setConfig({ testTimeout: 60_000 });

/** What is known of an opinion before somebody says who asked for it, and how often. */
const known = (): string => folderWith({ "facts.json": JSON.stringify(openOpinion) });

const ask = (policy: string, answers: readonly string[], args: readonly string[] = [], cwd?: string) =>
  guichet(["ask", policy, ...args], {
    input: answers.map((answer) => `${answer}\n`).join(""),
    ...(cwd === undefined ? {} : { cwd }),
  });

const decideOn = async (policy: string, facts: object) =>
  (await guichet(["decide", policy, "-"], { input: JSON.stringify(facts) })).stdout;

describe("an interview in a pipe", () => {
  test.each([
    ["en", "nurse", "> nurse", "ask the tele-expertise platform"],
    ["fr", "Infirmier", "> infirmier", "à demander : la plateforme de téléexpertise"],
    ["ru", "5", "> медицинская сестра (медбрат)", "уточнить: платформа телеэкспертизы"],
  ])("is held in the words of %s, and decides as decide does", async (locale, nurse, echoed, holder) => {
    const ran = await ask(
      "tele-expertise",
      [nurse, "4"],
      ["--facts", "facts.json", "--locale", locale],
      known(),
    );
    const facts = {
      ...openOpinion,
      requester: { profession: "nurse" },
      usage: { responderActs: 1, requesterActs: 4 },
    };
    expect(ran.code).toBe(0);
    expect(ran.stdout).toBe(await decideOn("tele-expertise", facts));
    const lines = ran.stderr.trimEnd().split("\n");
    expect(lines).toHaveLength(4);
    expect(lines[0]).toContain(`(${holder}): 1 `);
    expect(lines[1]).toBe(echoed);
    expect(lines[3]).toBe("> 4");
  });

  test("asks for the governing date first, and shows each question with what it may be answered with", async () => {
    const answers = ["2026-11-23", "reason, 2,The responder's specialty ,4", "physician", "yes"];
    const ran = await ask("tele-expertise", answers);
    const [date, day, told, all, ...rest] = ran.stderr.trimEnd().split("\n");
    expect(date).toBe("day the opinion is given (ask the tele-expertise platform): a day, YYYY-MM-DD");
    expect(day).toBe("> 23 November 2026");
    expect(told).toMatch(
      /\(ask the practitioner\): any of: 0 none of these, 1 the reason for the opinion, 2 /,
    );
    expect(all).toMatch(/^> the reason for the opinion, who will give the opinion, /);
    expect(rest).toContain("> yes");
    expect(ran.code).toBe(3);
    expect(JSON.parse(ran.stdout)).toMatchObject({ status: "open", governingDate: "2026-11-23" });
  });

  test("prints words with --text, as decide does", async () => {
    const args = ["--facts", "facts.json", "--text"];
    const [asked, decided] = await Promise.all([
      ask("tele-expertise", ["physician", "0"], args, known()),
      guichet(["decide", "tele-expertise", "-", "--text"], { input: JSON.stringify(decidedOpinion) }),
    ]);
    expect(asked.stdout).toBe(decided.stdout);
  });

  test("? tells which answers and cases depend on the question, and asks it again", async () => {
    const ran = await ask("tele-expertise", ["?", "nurse", "4"], ["--facts", "facts.json"], known());
    const [question, ...rest] = ran.stderr.trimEnd().split("\n");
    expect(rest).toContain(question);
    const why = rest.slice(0, rest.indexOf(question ?? "")).join("\n");
    expect(why).toContain(
      "These answers depend on it:\n  reasons why the requester cannot bill · act of the",
    );
    expect(why).toContain("  The requester bills the act RQD.\n    TE-11-requester-act [1] act RQD\n");
    expect(why).toContain("\nSources\n  [1]  Amendment 9 to the national agreement of physicians");
    expect(why).not.toContain("TE-17");
    expect(ran.code).toBe(0);
  });

  test("of the governing date it tells that the edition follows from it", async () => {
    const ran = await ask("record-handover", ["?"]);
    expect(ran.stderr).toContain("\nIt selects the edition and the rates that apply.\n");
    expect(ran.code).toBe(3);
  });

  test("a wrong answer is refused with its line, what is expected and a code, and asked again", async () => {
    const answers = ["midwive", "nurse", "-4", "four", "4"];
    const ran = await ask("tele-expertise", answers, ["--facts", "facts.json"], known());
    const lines = ran.stderr.trimEnd().split("\n");
    expect(lines[1]).toMatch(
      /^standard input, line 1, tele-expertise, fact "requester\.profession": the value is not listed; supply one of "physician", .*\(value-not-listed\)$/,
    );
    expect(lines[2]).toBe(lines[0]);
    expect(lines[5]).toMatch(
      /^standard input, line 3, .*the number is too small; .*at least 0 \(below-minimum\)$/,
    );
    expect(lines[7]).toMatch(/^standard input, line 4, .*supply a whole number .*\(wrong-type\)$/);
    expect(ran.stderr).not.toMatch(/midwive|four|-4/);
    expect(ran.code).toBe(0);
  });

  test("an answer that contradicts what is known is refused at once", async () => {
    const folder = folderWith({
      "facts.json": JSON.stringify({
        request: { receivedOn: "2026-11-19" },
        record: { oldestInformationOn: "2020-01-01" },
      }),
    });
    const inOrder = (lines: readonly string[]) =>
      ask("record-handover", lines, ["--facts", "facts.json"], folder);
    const unknown = Array.from({ length: 30 }, () => "");
    const questions = (await inOrder(unknown)).stderr.split("\n").filter((line) => !line.startsWith(">"));
    const before = questions.findIndex((line) => line.startsWith("day of the newest information"));
    const ran = await inOrder([...unknown.slice(0, before), "2019-12-31", "2020-01-01"]);
    expect(ran.stderr).toContain(`line ${before + 1}, record-handover, facts "record.oldestInformationOn"`);
    expect(ran.stderr).toMatch(/they contradict .*\(contradiction\)\n/);
    expect(ran.stderr).not.toContain("2019");
    expect(ran.stderr).toContain("> 1 January 2020");
  });

  test("what is not known stays open: exit code 3, and only that is left to ask", async () => {
    const ran = await ask("tele-expertise", ["", "  ", ""], ["--facts", "facts.json"], known());
    expect(ran.stderr.match(/^> I do not know$/gm)).toHaveLength(3);
    expect(ran.code).toBe(3);
    expect(ran.stdout).toBe(await decideOn("tele-expertise", openOpinion));
  });

  test("at the end of input the rest is not known, a last line without its end counts", async () => {
    const folder = known();
    const args = ["ask", "tele-expertise", "--facts", "facts.json"];
    const [none, one] = await Promise.all([
      guichet(args, { cwd: folder }),
      guichet(args, { cwd: folder, input: "nurse" }),
    ]);
    expect([none.code, one.code]).toEqual([3, 3]);
    expect(none.stdout).toBe(await decideOn("tele-expertise", openOpinion));
    expect(one.stdout).toBe(
      await decideOn("tele-expertise", { ...openOpinion, requester: { profession: "nurse" } }),
    );
  });

  test("a day before the first edition ends it at once: exit code 4", async () => {
    const ran = await ask("record-handover", ["2002-03-04", "patient"]);
    expect(ran.code).toBe(4);
    expect(JSON.parse(ran.stdout)).toMatchObject({ status: "not-in-force" });
    expect(ran.stderr.trimEnd().split("\n")).toHaveLength(2);
  });

  test("lines that are no text are refused like wrong answers", async () => {
    const input = Buffer.concat([Buffer.from([0xc3, 0x28, 0x0a]), Buffer.from("\uFEFFnurse\r\n4\r\n")]);
    const ran = await guichet(["ask", "tele-expertise", "--facts", "facts.json"], { input, cwd: known() });
    expect(ran.stderr).toContain("standard input, line 1: ");
    expect(ran.stderr).toContain("> nurse");
    expect(ran.code).toBe(0);
  });

  test("it answers as soon as it can, while the other side keeps the pipe open", async () => {
    const child = spawn(process.execPath, [bin, "ask", "record-handover"]);
    child.stdin.write("2002-03-04\n");
    const [code, stdout] = await Promise.all([
      new Promise((resolve) => child.on("close", resolve)),
      child.stdout.setEncoding("utf8").toArray(),
    ]);
    child.stdin.destroy();
    expect([code, stdout.join("")]).toEqual([4, expect.stringContaining("not-in-force")]);
  });
});

describe("what the call says is checked before anything is asked", () => {
  test("facts that are wrong, exit code 2, and none of their values", async () => {
    const folder = folderWith({ "facts.json": JSON.stringify({ act: { on: "2026-02-30" } }) });
    const ran = await ask("tele-expertise", ["2026-11-23"], ["--facts", "facts.json"], folder);
    expect(ran.code).toBe(2);
    expect(ran.stderr).toBe(
      'tele-expertise, fact "act.on": not a day of the calendar; supply a day of the calendar, YYYY-MM-DD\n',
    );
    expect(JSON.parse(ran.stdout)).toMatchObject({ error: { code: "facts-refused" } });
  });

  test.each([
    [
      "a file of facts that is not there",
      ["tele-expertise", "--facts", "none.json"],
      2,
      "none.json: no such file",
    ],
    [
      "facts where the answers stand",
      ["tele-expertise", "--facts", "-"],
      1,
      "standard input holds the answers",
    ],
    ["an unknown policy", ["tele-expertse"], 1, 'did you mean "tele-expertise"'],
    ["a language without words", ["tele-expertise", "--locale", "de"], 1, "use en, fr, ru"],
    ["no policy", [], 1, 'missing required argument "policy"'],
  ])("%s", async (_, args, code, said) => {
    const ran = await guichet(["ask", ...args], { input: "2026-11-23\n" });
    expect(ran.code).toBe(code);
    expect(ran.stderr).toContain(said);
    expect(ran.stderr.trim().split("\n")).toHaveLength(1);
  });
});
