import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test, vi } from "vitest";
import { onTerminal } from "./at-terminal.js";
import { guichetHere } from "./guichet-here.js";
import { guichet } from "./run-guichet.js";

vi.setConfig({ testTimeout: 60_000 });

const folder = fileURLToPath(new URL("../../../examples/desk/", import.meta.url));
const languages = ["en", "fr", "ru"] as const;

/** Every task, and the exit code of its example: 3 where something is still to be asked. */
const codes = {
  "find-slots": 0,
  "book-appointment": 0,
  "match-waitlist": 0,
  "move-entry": 0,
  "price-invoice": 3,
  "assemble-record": 3,
  "route-tele-expertise": 0,
  "claim-tele-expertise": 3,
  "requester-statement": 0,
} as const;
type Task = keyof typeof codes;
const tasks = Object.keys(codes) as Task[];

const exampleOf = (task: Task): string => join(folder, `${task}.json`);
const inputOf = (task: Task): Record<string, unknown> =>
  JSON.parse(readFileSync(exampleOf(task), "utf8")) as Record<string, unknown>;
const run = (task: string, input: unknown, ...options: string[]) =>
  guichetHere(["desk", task, "-", ...options], { input: JSON.stringify(input), env: { COLUMNS: "80" } });

describe("guichet desk, without a task", () => {
  test("lists every task with an example, and there is no other example", async () => {
    const ran = await guichet(["desk"]);
    const listed = JSON.parse(ran.stdout) as { task: string; answers: string; example: string }[];
    expect(ran.code).toBe(0);
    expect(listed.map(({ task }) => task)).toEqual(tasks);
    expect(listed.map(({ example }) => example).toSorted()).toEqual(
      readdirSync(folder)
        .toSorted()
        .map((file) => `examples/desk/${file}`),
    );
  });

  test.each(languages)("says in words what each task answers, %s", async (locale) => {
    const ran = await guichetHere(["desk", "--text", "--locale", locale], { env: { COLUMNS: "80" } });
    await expect(ran.stdout).toMatchFileSnapshot(`printed/desk.${locale}.txt`);
  });
});

describe.each(tasks)("guichet desk %s", (task) => {
  test.each(languages)("is read by people, %s", async (locale) => {
    const ran = await guichetHere(["desk", task, exampleOf(task), "--text", "--locale", locale], {
      env: { COLUMNS: "80" },
    });
    expect(ran).toMatchObject({ code: codes[task], stderr: "" });
    for (const line of ran.stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
    await expect(ran.stdout).toMatchFileSnapshot(`printed/desk-${task}.${locale}.txt`);
  });

  test("is JSON in a pipe, with the same exit code, whatever the language", async () => {
    const [file, pipe] = await Promise.all([
      guichet(["desk", task, exampleOf(task)]),
      run(task, inputOf(task), "--locale", "ru"),
    ]);
    expect(file).toMatchObject({ code: codes[task], stderr: "" });
    expect(JSON.parse(file.stdout)).toBeTypeOf("object");
    expect(pipe).toEqual(file);
  });

  test("refuses an object that is none of its inputs, and says so in JSON too", async () => {
    const ran = await run(task, {});
    const { error } = JSON.parse(ran.stdout) as { error: { code: string; problems: { message: string }[] } };
    expect(ran.code).toBe(2);
    expect(error.code).toBe("input-refused");
    expect(error.problems.map(({ message }) => message)).toEqual(ran.stderr.trim().split("\n"));
  });
});

describe("the exit code says what came of it", () => {
  test("0 for an invoice without open lines, 3 while one is open", async () => {
    const open = inputOf("price-invoice");
    const answered = {
      ...open,
      facts: { ...(open["facts"] as object), approval: { additional: "refused" } },
    };
    const ran = await run("price-invoice", answered);
    expect(ran.code).toBe(0);
    expect(JSON.parse(ran.stdout)).toMatchObject({ status: "priced" });
  });

  test("0 for claims that lack nothing", async () => {
    const { facts } = inputOf("claim-tele-expertise");
    const identifiers = { requester: "requester-0001", responder: "responder-0001", patient: "patient-0001" };
    const ran = await run("claim-tele-expertise", { facts, identifiers }, "--text");
    expect(ran.code).toBe(0);
    expect(ran.stdout).not.toMatch(/-0001/);
  });

  test("3 for a wish that has to be asked about", async () => {
    const ran = await run("book-appointment", { ...inputOf("book-appointment"), facts: {} });
    expect(ran.code).toBe(3);
    expect(JSON.parse(ran.stdout)).toMatchObject({ action: "ask" });
  });

  test("4 for a request older than the rules, and not on their first day", async () => {
    const asked = (receivedOn: string) =>
      run("assemble-record", { on: "2026-11-23", facts: { request: { receivedOn } } }, "--text");
    const [before, first] = await Promise.all([asked("2002-03-04"), asked("2002-03-05")]);
    expect(before.code).toBe(4);
    expect(before.stdout).toContain("Not in force: the first edition starts on 5 March 2002.");
    expect(first.code).toBe(3);
  });

  const inThree = 'argument "de" is invalid: allowed choices are en, fr, ru; see "guichet --help"';
  test.each([
    ["an unknown task", ["desk", "price-invoce"], 'no task "price-invoce"; did you mean "price-invoice"'],
    [
      "no input",
      ["desk", "price-invoice"],
      "guichet desk price-invoice: no input; name a file, or pipe it in",
    ],
    ["another language", ["desk", "move-entry", exampleOf("move-entry"), "--locale", "de"], inThree],
    ["another language of the list", ["desk", "--locale", "de"], inThree],
  ])("1 for %s, said in one line", async (_, args, said) => {
    const ran = await guichet(args);
    expect(ran.code).toBe(1);
    expect(ran.stderr).toContain(said);
    expect(ran.stderr.trim().split("\n")).toHaveLength(1);
  });

  test("2 for a file that is not there, and for text that is not JSON", async () => {
    const [missing, text] = await Promise.all([
      guichet(["desk", "move-entry", join(folder, "nowhere.json")]),
      guichet(["desk", "move-entry", "-"], { input: "{ here" }),
    ]);
    expect(missing).toMatchObject({ code: 2, stderr: expect.stringContaining("no such file") as string });
    expect(text).toMatchObject({ code: 2, stderr: expect.stringContaining("not JSON here") as string });
  });
});

describe("every plan for an appointment is read by people", () => {
  const wanted = inputOf("book-appointment");
  const facts = { request: { channel: "contact-centre" }, visit: { kind: "first", emergency: false } };
  const told = { ...facts, patient: { registeredInMis: true } };
  test.each([
    ["ask", { ...wanted, facts: {} }, 3],
    ["agreed", { ...wanted, facts: told, chosen: "primerova@2026-11-25T07:00:00Z" }, 0],
    ["register-in-mis", { ...wanted, facts: { ...facts, patient: { registeredInMis: false } } }, 0],
    [
      "refuse-channel",
      {
        ...wanted,
        facts: { ...facts, request: { channel: "website" }, visit: { kind: "repeat", emergency: false } },
      },
      0,
    ],
    [
      "ask-for-documents",
      {
        ...wanted,
        facts: { ...facts, request: { channel: "reception" }, patient: { documentsAccepted: false } },
      },
      0,
    ],
    ["admit-immediately", { ...wanted, facts: { ...facts, visit: { kind: "first", emergency: true } } }, 0],
    [
      "add-to-waitlist",
      {
        ...wanted,
        facts: told,
        wish: { ...(wanted["wish"] as object), earliestTime: "18:00", latestTime: "19:00" },
      },
      0,
    ],
    ["not-in-force", { ...wanted, at: "2022-12-30T09:00+03:00" }, 4],
  ])("%s", async (name, input, code) => {
    const ran = await run("book-appointment", input, "--text");
    expect(ran).toMatchObject({ code, stderr: "" });
    await expect(ran.stdout).toMatchFileSnapshot(`printed/desk-plan-${name}.en.txt`);
  });
});

describe("what a person reads of the other ends", () => {
  const opinion = inputOf("claim-tele-expertise")["facts"] as Record<string, object>;
  const acts = inputOf("requester-statement")["acts"] as { facts: Record<string, object> }[];
  const before = acts[0]?.facts ?? {};
  test.each([
    ["entry-booked", "move-entry", booked(), 0],
    ["nobody-to-call", "match-waitlist", { ...inputOf("match-waitlist"), slots: [] }, 0],
    ["no-slots", "find-slots", elsewhere(), 0],
    ["nobody-routed", "route-tele-expertise", { ...inputOf("route-tele-expertise"), responders: [] }, 0],
    ["named-later", "route-tele-expertise", named("dermatologist-1"), 0],
    ["named-unavailable", "route-tele-expertise", named("dermatologist-1", []), 0],
    ["claims-open", "claim-tele-expertise", { facts: { act: { on: "2026-11-23" } } }, 3],
    ["claims-none", "claim-tele-expertise", { facts: { ...opinion, consent: { given: false } } }, 0],
    ["claims-lump-sum", "claim-tele-expertise", { facts: before, identifiers: party() }, 0],
    ["statement-open", "requester-statement", openStatement(), 3],
    ["record-late", "assemble-record", late(), 0],
    ["record-closed", "assemble-record", closed(), 0],
  ] as const)("%s", async (name, task, input, code) => {
    const ran = await run(task, input, "--text");
    expect(ran).toMatchObject({ code, stderr: "" });
    await expect(ran.stdout).toMatchFileSnapshot(`printed/desk-${name}.en.txt`);
  });
});

describe("what is wrong is said by its place and its code, never by its value", () => {
  const invoice = inputOf("price-invoice");
  const lines = [
    { id: "a", unitPriceMinor: -7, currency: "RUB" },
    { id: "a", unitPriceMinor: 1, quantity: 0, currency: "XYZ" },
    { id: " ", unitPriceMinor: 1.5, currency: "RUB", colour: "red" },
  ];
  const ofLines = [
    "price-below-zero",
    "id-repeated",
    "quantity-below-one",
    "currency-unknown",
    "not-a-text",
    "not-a-whole-number",
    "property-unknown",
  ];
  const huge = (id: string, quantity = 1) => ({ id, unitPriceMinor: 2 ** 52, quantity, currency: "EUR" });
  const move = inputOf("move-entry");
  const turnedDown = { state: "waiting", refusedSlots: ["slot-7"] };
  const ofWaitlist = [
    "id-repeated",
    "made-after-offer",
    "period-reversed",
    "weekdays-missing",
    "hours-reversed",
    "slot-unexpected",
    "slot-missing",
    "slot-proposed-twice",
  ];
  const route = inputOf("route-tele-expertise");
  test.each([
    ["price-invoice", ["no-lines"], { lines: [] }],
    ["price-invoice", ofLines, { ...invoice, lines }],
    ["price-invoice", ["amount-too-large"], { lines: [huge("a", 2)] }],
    ["price-invoice", ["total-too-large"], { lines: [huge("a"), huge("b")] }],
    ["match-waitlist", ofWaitlist, wrongWaitlist()],
    ["move-entry", ["slot-missing"], { ...move, slot: undefined }],
    ["move-entry", ["event-impossible"], { ...move, event: "propose" }],
    ["move-entry", ["actor-not-permitted"], { ...move, by: "patient" }],
    ["move-entry", ["slot-differs"], { ...move, slot: "slot-9" }],
    [
      "move-entry",
      ["slot-refused-before"],
      { entry: turnedDown, event: "propose", slot: "slot-7", by: "system" },
    ],
    ["route-tele-expertise", ["responder-unknown"], { ...route, to: { responder: "nowhere" } }],
    ["assemble-record", ["on-before-request"], { ...inputOf("assemble-record"), on: "2026-11-18" }],
    ["requester-statement", ["act-day-unknown"], { year: 2021, acts: [{ id: "a", facts: {} }] }],
    ["book-appointment", ["slot-unknown"], { ...inputOf("book-appointment"), chosen: "nobody@nowhere" }],
    ["find-slots", ["not-an-instant"], { ...inputOf("find-slots"), at: "tomorrow" }],
    ["claim-tele-expertise", ["not-a-date"], { facts: { act: { on: "2026-02-30" } } }],
  ] as const)("%s: %j", async (task, expected, input) => {
    const ran = await run(task, input);
    const { error } = JSON.parse(ran.stdout) as { error: { problems: { code: string }[] } };
    expect(ran.code).toBe(2);
    expect(new Set(error.problems.map(({ code }) => code))).toEqual(new Set(expected));
    expect(ran.stderr).not.toMatch(/XYZ|red\b|nowhere|2026-02-30|tomorrow/);
  });
});

test.each([40, 80])("on a terminal of %i columns no line is too long", async (columns) => {
  const ran = await onTerminal(columns, ["desk", "price-invoice", exampleOf("price-invoice")], {
    env: { NO_COLOR: "1" },
  });
  const lines = ran.stdout.replaceAll("\r", "").split("\n");
  expect(lines[0]).toBe("Invoice");
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(columns);
});

function booked() {
  const entry = { state: "proposed", slot: "slot-3" };
  return { entry, event: "agree", slot: "slot-3", by: "contact-centre" };
}

function elsewhere() {
  const input = inputOf("find-slots");
  return { ...input, wish: { ...(input["wish"] as object), days: ["same-day"], earliestTime: "14:00" } };
}

function named(responder: string, available?: readonly object[]) {
  const input = inputOf("route-tele-expertise");
  const responders = (input["responders"] as { id: string }[]).map((one) =>
    one.id === responder && available !== undefined ? { ...one, available } : one,
  );
  return { ...input, to: { responder }, responders };
}

function party() {
  return { requester: "requester-0001", responder: "responder-0001", patient: "patient-0001" };
}

function openStatement() {
  const [settled, unsettled, ...rest] = inputOf("requester-statement")["acts"] as {
    facts: Record<string, object>;
  }[];
  const known = Object.entries(unsettled?.facts ?? {}).filter(([group]) => group !== "request");
  const facts = Object.fromEntries(known);
  return { year: 2021, acts: [settled, { ...unsettled, facts }, ...rest] };
}

function late() {
  const { facts, calendar } = inputOf("assemble-record");
  return {
    on: "2026-12-01",
    facts: { ...(facts as object), delivery: { mode: "email", on: "2026-12-01", handedOver: true } },
    calendar,
  };
}

function closed() {
  const { facts, calendar } = inputOf("assemble-record") as Record<string, Record<string, object>>;
  const heldDocuments = [
    "signed-quote",
    "panoramic-radiographs",
    "periapical-radiographs",
    "treatment-plan-since-first-visit",
    "paid-invoices",
  ];
  const scanned = { receiptSigned: true, receiptScanned: true, identityCardScanned: true };
  return {
    on: "2026-11-25",
    facts: {
      ...facts,
      record: { ...facts?.["record"], specialties: ["general"], heldDocuments },
      delivery: { ...facts?.["delivery"], handedOver: true, ...scanned },
    },
    calendar,
  };
}

function wrongWaitlist() {
  const { entries, slots, ...rest } = inputOf("match-waitlist") as Record<string, object[]>;
  const [first, , , held] = entries ?? [];
  return {
    ...rest,
    entries: [
      { ...first, to: "2026-11-22", weekdays: [], latestTime: "09:00", madeAt: "2026-11-23T08:31+03:00" },
      { ...first, slot: "slot-1" },
      held,
      { ...held, id: "entry-105" },
      { ...held, id: "entry-106", slot: undefined },
    ],
    slots,
  };
}
