import { expect, test, vi } from "vitest";
import { folderWith, guichet } from "./run-guichet.js";

vi.setConfig({ testTimeout: 60_000 });

const policy = {
  id: "visitor-lockers",
  title: "Lockers for visitors",
  question: "May this visitor have a locker?",
  jurisdiction: "FR",
  datedBy: "visit.on",
  locales: ["en", "fr"],
  sources: { poster: { title: "Poster", kind: "house-rule", dated: true, checkedOn: "2026-11-21" } },
  facts: {
    visit: {
      on: { kind: "date", label: "day of the visit", holder: "desk", privacy: "internal" },
      size: {
        kind: "one-of",
        values: ["hand-luggage", "large-case"],
        label: "size of the luggage",
        holder: "patient",
        privacy: "internal",
      },
    },
  },
  decisions: { locker: { kind: "one-of", values: ["small-locker", "none"], label: "locker" } },
  rates: {},
  editions: [
    {
      inForceFrom: "2026-01-01",
      source: { document: "poster", section: "1", confidence: "certain" },
      tables: [
        {
          decides: "locker",
          hitPolicy: "first",
          cases: [
            {
              id: "L-1",
              when: { fact: "visit.size", operator: "equal", value: "hand-luggage" },
              then: "small-locker",
            },
          ],
          otherwise: { id: "L-2", then: "none" },
        },
      ],
    },
  ],
};

const english = {
  locale: "en",
  cases: { "L-1": "A small bag fits a locker.", "L-2": "Large cases stay with their owner." },
  remarks: {},
  values: {
    "hand-luggage": "hand luggage",
    "large-case": "large case",
    "small-locker": "a small locker",
    none: "no locker",
  },
};

const french = {
  ...english,
  locale: "fr",
  labels: {
    title: "Casiers",
    question: "Un casier ?",
    facts: { "visit.on": "jour", "visit.size": "bagage" },
    decisions: { locker: "casier" },
    rates: {},
    given: {},
    laws: {},
    sources: { poster: "Affiche" },
    sections: { "1": "1" },
    units: {},
  },
};

const facts = JSON.stringify({ visit: { on: "2026-03-01", size: "hand-luggage" } });
const asText = ["-", "--text"];

test("a policy in a JSON file is decided, and without words beside it speaks in its own labels", async () => {
  const folder = folderWith({ "lockers.json": JSON.stringify(policy) });
  const ran = await guichet(["decide", "lockers.json", ...asText], { cwd: folder, input: facts });
  expect(ran).toMatchObject({ code: 0, stderr: "" });
  expect(ran.stdout).toMatch(/locker {2}small locker/);
  expect(ran.stdout).toContain("L-1 [1] 1");
});

test("the words that stand beside a policy file are used, each language from its own file", async () => {
  const folder = folderWith({
    "lockers.json": JSON.stringify(policy),
    "lockers.en.json": JSON.stringify(english),
    "lockers.fr.json": JSON.stringify(french),
  });
  const say = (locale: string) =>
    guichet(["decide", "./lockers.json", ...asText, "--locale", locale], { cwd: folder, input: facts });
  const [en, fr] = await Promise.all([say("en"), say("fr")]);
  expect(en.stdout).toContain("A small bag fits a locker.");
  expect(fr.stdout).toMatch(/^Casiers\njour : 1er mars 2026/);
});

test("words that do not fit the policy are refused, all problems at once", async () => {
  const cases = { "L-1": "A bag of {visit.weight}." };
  const folder = folderWith({
    "lockers.json": JSON.stringify(policy),
    "lockers.en.json": JSON.stringify({ ...english, cases }),
  });
  const ran = await guichet(["decide", "lockers.json", "-"], { cwd: folder, input: facts });
  expect(ran.code).toBe(1);
  expect(ran.stderr).toContain('no text for "L-2"');
  expect(ran.stderr).toContain('"visit.weight"');
  expect(JSON.parse(ran.stdout)).toMatchObject({ error: { code: "locale-refused" } });
});

test("a module gives its first export that is a policy, checked like a file", async () => {
  const folder = folderWith({
    "lockers.mjs": `export const about = "lockers"; export const lockers = ${JSON.stringify(policy)};`,
    "broken.mjs": `export const lockers = ${JSON.stringify({ ...policy, datedBy: "visit.when" })};`,
    "words.mjs": `export const lockers = ${JSON.stringify(policy)}; export const en = { policy: lockers, valuesOf: {}, labels: ${JSON.stringify({ ...french.labels, title: "From the module" })}, ...${JSON.stringify(english)} };`,
  });
  const decide = (file: string) => guichet(["decide", file, ...asText], { cwd: folder, input: facts });
  const [good, broken, words] = await Promise.all(["lockers.mjs", "broken.mjs", "words.mjs"].map(decide));
  expect(good?.code).toBe(0);
  expect(broken).toMatchObject({ code: 1, stdout: "" });
  expect(broken?.stderr).toContain("visit.when");
  expect(words?.stdout).toMatch(/^From the module\n/);
});

test("a module that fails, or exports no policy, is said in one line", async () => {
  const folder = folderWith({
    "fails.mjs": "throw new RangeError('secret')",
    "nothing.mjs": "export const a = 1;",
    "facts.json": facts,
  });
  const decide = (file: string) => guichet(["decide", file, "-", "--text"], { cwd: folder, input: facts });
  const [fails, nothing, noPolicy] = await Promise.all(
    ["fails.mjs", "nothing.mjs", "facts.json"].map(decide),
  );
  expect(fails).toMatchObject({
    code: 1,
    stderr: "fails.mjs: the module cannot be loaded (RangeError); run it with node to see why\n",
  });
  expect(nothing?.stderr).toBe("nothing.mjs: the module exports no policy; export what definePolicy gives\n");
  expect(noPolicy?.code).toBe(1);
  expect(noPolicy?.stderr).toContain('policy: "editions" is missing');
});

test("a policy of one's own is decided in a batch and printed as a page, too", async () => {
  const folder = folderWith({ "lockers.json": JSON.stringify(policy) });
  const [batch, page] = await Promise.all([
    guichet(["batch", "lockers.json"], { cwd: folder, input: `{"id":"a","facts":${facts}}` }),
    guichet(["page", "lockers.json"], { cwd: folder }),
  ]);
  expect(JSON.parse(batch.stdout)).toMatchObject({ id: "a", outcome: { locker: "small-locker" } });
  expect(page.stdout).toContain("| L-1 | *size of the luggage* is hand luggage | small locker |");
});
