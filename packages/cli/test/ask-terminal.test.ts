import { stripVTControlCharacters } from "node:util";
import { describe, expect, test, vi } from "vitest";
import { atTerminal, keys, type Terminal } from "./at-terminal.js";
import { openOpinion, recordWithoutKeeper } from "./front-desk-cases.js";
import { folderWith, guichet } from "./run-guichet.js";

vi.setConfig({ testTimeout: 60_000 });

const { up, down, enter, space, backspace, ctrlC, ctrlD } = keys;

/** A terminal in front of which somebody is asked about facts of which some are known. */
function asked(policy: string, facts: object, ...args: readonly string[]): Terminal {
  const folder = folderWith({ "facts.json": JSON.stringify(facts) });
  return atTerminal(88, ["ask", policy, "--facts", "facts.json", ...args], { cwd: folder });
}

async function printedBy(
  terminal: Terminal,
): Promise<{ readonly code: number | null; readonly text: string }> {
  const { code, stdout } = await terminal.ended;
  return { code, text: stripVTControlCharacters(stdout).replaceAll("\r", "") };
}

const nurse = { ...openOpinion, requester: { profession: "nurse" } };
const nurseWithFour = { ...nurse, usage: { responderActs: 1, requesterActs: 4 } };

/** A policy of somebody's own in which two choices do not go together. */
const lifts = {
  id: "visitor-lifts",
  title: "Lifts for visitors",
  question: "Which lift does this visitor take?",
  jurisdiction: "FR",
  datedBy: "visit.on",
  locales: ["en"],
  sources: { poster: { title: "Poster", kind: "house-rule", dated: true, checkedOn: "2026-11-21" } },
  facts: {
    visit: {
      on: { kind: "date", label: "day of the visit", holder: "desk", privacy: "internal" },
      alone: { kind: "boolean", label: "comes alone", holder: "patient", privacy: "personal" },
      moves: {
        kind: "one-of",
        values: ["pushed", "walking", "riding"],
        label: "way of moving",
        holder: "patient",
        privacy: "health",
      },
    },
  },
  given: [
    {
      id: "pushed-by-somebody",
      label: "nobody is pushed who comes alone",
      holds: {
        any: [
          { fact: "visit.alone", operator: "equal", value: false },
          { fact: "visit.moves", operator: "notEqual", value: "pushed" },
        ],
      },
    },
  ],
  decisions: {
    lift: { kind: "one-of", values: ["wide", "small"], label: "lift" },
  },
  rates: {},
  editions: [
    {
      inForceFrom: "open",
      source: { document: "poster", section: "1", confidence: "certain" },
      tables: [
        {
          decides: "lift",
          hitPolicy: "first",
          cases: [
            { id: "L-1", when: { fact: "visit.moves", operator: "equal", value: "walking" }, then: "small" },
          ],
          otherwise: { id: "L-2", then: "wide" },
        },
      ],
    },
  ],
};

describe("an interview on a terminal", () => {
  test("arrow keys choose, and it ends with the decision as decide prints it", async () => {
    const terminal = asked("tele-expertise", openOpinion);
    await terminal.sees("profession of whoever asks for the opinion · ask the tele-expertise platform");
    await terminal.sees("I do not know");
    terminal.press(down, down, down, down, down, up, enter);
    await terminal.sees("requests already billed this year");
    terminal.press("4", enter);
    const { code, text } = await printedBy(terminal);
    const decided = await guichet(["decide", "tele-expertise", "-", "--text"], {
      input: JSON.stringify(nurseWithFour),
      env: { COLUMNS: "88" },
    });
    expect(code).toBe(0);
    expect(text).toContain("nurse");
    expect(text.endsWith(decided.stdout)).toBe(true);
  });

  test("a wrong day is refused where it is typed, and corrected there", async () => {
    const terminal = asked("record-handover", {});
    await terminal.sees("YYYY-MM-DD");
    terminal.press("2002-02-30", enter);
    await terminal.sees("not a day of the calendar");
    terminal.press(backspace, backspace, backspace, backspace, backspace, "01-30", enter);
    const { code, text } = await printedBy(terminal);
    expect(code).toBe(4);
    expect(text).toContain("30 January 2002");
  });

  test("a day that contradicts another one is refused where it is typed", async () => {
    const record = { ...recordWithoutKeeper.record, newestInformationOn: undefined };
    const terminal = asked("record-handover", { ...recordWithoutKeeper, record });
    await terminal.sees("day of the newest information");
    terminal.press("2019-09-11", enter);
    await terminal.sees("they contradict");
    terminal.press(backspace, "2", enter);
    expect((await terminal.ended).code).toBe(0);
  });

  test("a choice that contradicts what is known is refused, and another one may be made", async () => {
    const facts = { visit: { on: "2026-03-01", alone: true } };
    const folder = folderWith({ "lifts.json": JSON.stringify(lifts), "facts.json": JSON.stringify(facts) });
    const terminal = atTerminal(88, ["ask", "lifts.json", "--facts", "facts.json"], { cwd: folder });
    await terminal.sees("I do not know");
    terminal.press(enter);
    await terminal.sees('they contradict "nobody is pushed who comes alone"');
    await terminal.sees("I do not know");
    terminal.press(down, enter);
    expect((await terminal.ended).code).toBe(0);
  });

  test("sets are ticked, none of them is an answer of its own, and nothing ticked is none", async () => {
    const terminal = asked("tele-expertise", { ...nurseWithFour, consent: { given: true } });
    await terminal.sees("what the patient has been told");
    terminal.press(enter);
    await terminal.sees("or one of the other answers alone");
    await terminal.sees("none of these");
    terminal.press(space, down, down, down, down, space, enter);
    await terminal.sees("or one of the other answers alone");
    await terminal.sees("none of these");
    terminal.press(down, down, down, down, space, enter);
    const { code, text } = await printedBy(terminal);
    expect(code).toBe(0);
    expect(text).toMatch(/still to be told to the patient +the reason for the opinion/);
  });

  test("why is told, what is not known is passed over, and one can go back", async () => {
    const terminal = asked("tele-expertise", openOpinion, "--locale", "fr");
    await terminal.sees("Pourquoi cette question ?");
    terminal.press(up, enter);
    await terminal.sees("Ces cas sont en jeu :");
    const passOver = async (question: string, ...toUnknown: readonly string[]): Promise<void> => {
      await terminal.sees(question);
      await terminal.sees("Pourquoi cette question ?");
      terminal.press(...toUnknown, enter);
    };
    const dentalCase = "cas prévu par la convention dentaire ·";
    await passOver("profession du requérant", up, up);
    await terminal.sees(dentalCase);
    await terminal.sees("Revenir à la question précédente");
    terminal.press(up, enter);
    await passOver("profession du requérant", up, up);
    await passOver(dentalCase, up, up, up);
    await terminal.sees("demandes déjà facturées");
    terminal.press("<", enter);
    await passOver(dentalCase, up, up, up);
    await terminal.sees("demandes déjà facturées");
    terminal.press(enter);
    const { code, text } = await printedBy(terminal);
    expect(code).toBe(3);
    expect(text).toContain("À compléter");
  });

  test.each([
    ["Ctrl-C", ctrlC],
    ["Ctrl-D", ctrlD],
    ["Escape", "\u001b"],
  ])("%s stops it: nothing is decided, and it says that nothing was kept", async (_, key) => {
    const terminal = asked("tele-expertise", openOpinion);
    await terminal.sees("I do not know");
    terminal.press(down, enter);
    await terminal.sees("requests already billed this year");
    terminal.press(key);
    const { code, text } = await printedBy(terminal);
    expect(code).toBe(1);
    expect(text.trimEnd().endsWith("Stopped; nothing was kept.")).toBe(true);
    expect(text).not.toContain("To ask");
  });

  test("NO_COLOR takes the colours of the questions, too", async () => {
    const folder = folderWith({ "facts.json": JSON.stringify(openOpinion) });
    const args = ["ask", "tele-expertise", "--facts", "facts.json"];
    const terminal = atTerminal(88, args, { cwd: folder, env: { NO_COLOR: "1" } });
    await terminal.sees("I do not know");
    terminal.press(ctrlC);
    const { stdout } = await terminal.ended;
    expect(stdout).not.toMatch(new RegExp(`${String.fromCharCode(27)}\\[[349]\\d[;m]`));
  });
});
