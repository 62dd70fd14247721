import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayFromIso, isoFromDay, weekdayOfDay, weekdays, type IsoDay } from "../../calendar/civil-day.js";
import { GuichetError } from "../../language/problem.js";
import type { FactsOf } from "../../language/policy.js";
import { recordHandover, type RecordHandover } from "../../policies/record-handover/policy.js";
import { arbitraryFacts, arbitraryPartialFacts } from "../../testing/arbitrary-facts.js";
import { assembleRecord, type RecordChecklist } from "./assemble-record.js";
import type { RecordAssemblyInput } from "./read-assembly.js";

type Facts = FactsOf<RecordHandover>;

// Asked for on a Friday; the window is from Sunday 22 to Saturday 28 November.
const facts = {
  request: {
    receivedOn: "2026-11-20",
    by: "patient",
    written: true,
    scanned: true,
    identityCardScanned: true,
    authorityProofScanned: false,
    assignedTo: "nobody",
  },
  record: {
    specialties: ["implantology"],
    heldDocuments: ["signed-quote", "panoramic-radiographs", "implant-passport-original", "study-casts"],
    neverMadeDocuments: ["periapical-radiographs"],
    newestInformationOn: "2026-10-01",
    oldestInformationOn: "2025-10-01",
  },
  practitioner: { status: "present" },
  delivery: {
    mode: "in-hand",
    on: "2026-11-26",
    handedOver: false,
    receiptSigned: false,
    receiptScanned: false,
    identityCardScanned: true,
    acknowledgementScanned: false,
  },
} as const satisfies Facts;

const weekdaysOnly = { openWeekdays: ["monday", "tuesday", "wednesday", "thursday", "friday"] } as const;

function assemble(change: Facts = {}, rest: Partial<RecordAssemblyInput> = {}): RecordChecklist {
  const record = assembleRecord({ facts: { ...facts, ...change }, on: "2026-11-23", ...rest });
  if (record.status === "not-in-force") throw new Error("expected a checklist");
  return record;
}

const stateOf = (record: RecordChecklist): Readonly<Record<string, string>> =>
  Object.fromEntries(record.documents.map(({ document, state }) => [document, state]));

describe("the checklist of documents", () => {
  const record = assemble();

  it("says of every required document whether it is held, missing or was never made", () => {
    expect(stateOf(record)).toEqual({
      "signed-quote": "held",
      "panoramic-radiographs": "held",
      "periapical-radiographs": "never-made",
      "treatment-plan-since-first-visit": "missing",
      "paid-invoices": "missing",
      "implant-passport-copy": "missing",
      "implant-passport-original": "withheld",
      "ct-scan": "missing",
      "study-casts": "held",
    });
  });

  it("says who has a document or can tell, and who gathers a missing one", () => {
    const line = (name: string) => record.documents.find(({ document }) => document === name);
    expect(line("ct-scan")).toEqual({
      document: "ct-scan",
      required: true,
      holder: "record",
      state: "missing",
      gatheredBy: "practitioner",
    });
    expect(line("periapical-radiographs")).toEqual({
      document: "periapical-radiographs",
      required: true,
      holder: "practitioner",
      state: "never-made",
    });
  });

  it("lists what is held without being asked for: it goes too, and the original passport stays", () => {
    expect(record.documents.filter(({ required }) => required === false)).toMatchObject([
      { document: "implant-passport-original", state: "withheld" },
      { document: "study-casts", state: "held" },
    ]);
  });

  it("says unknown where the record was not looked at", () => {
    const unseen = assemble({ record: { newestInformationOn: "2026-10-01" } });
    expect(unseen.status).toBe("open");
    expect(unseen.documents.find(({ document }) => document === "paid-invoices")).toMatchObject({
      required: true,
      state: "unknown",
    });
    expect(unseen.documents.find(({ document }) => document === "ct-scan")).toMatchObject({
      required: null,
      state: "unknown",
    });
    expect(unseen.needs).toContainEqual(
      expect.objectContaining({ fact: "record.heldDocuments", holder: "record" }),
    );
  });
});

describe("the checklist of evidence", () => {
  it("says of every paper whether it is filed, missing or not asked for, and who can tell", () => {
    expect(assemble().evidence).toEqual([
      { evidence: "written-request", state: "filed", holder: "desk" },
      { evidence: "identity-card", state: "filed", holder: "desk" },
      { evidence: "proof-of-authority", state: "not-required", holder: "desk" },
      { evidence: "signed-receipt", state: "missing", holder: "desk" },
      { evidence: "identity-card-with-receipt", state: "filed", holder: "desk" },
      { evidence: "acknowledgement-of-receipt", state: "not-required", holder: "desk" },
    ]);
  });

  it("says unknown where it depends on what was not told", () => {
    const { evidence } = assemble({
      delivery: without(facts.delivery, "mode"),
      request: without(facts.request, "scanned"),
    });
    expect(evidence.map(({ state }) => state)).toEqual([
      "unknown",
      "filed",
      "not-required",
      "unknown",
      "unknown",
      "unknown",
    ]);
  });
});

describe("the next step", () => {
  const complete = { ...facts.record, neverMadeDocuments: recordHandover.facts.record.heldDocuments.values };
  it.each<[string, string | null, Facts]>([
    ["gather-documents", "practitioner", {}],
    ["gather-documents", "secretariat-lead", { practitioner: { status: "departed" } }],
    ["obtain-written-request", "desk", { request: { ...facts.request, written: false } }],
    ["scan-request-and-identity", "desk", { request: { ...facts.request, identityCardScanned: false } }],
    ["decide-who-is-responsible", "management", { practitioner: { status: "temporarily-absent" } }],
    ["choose-permitted-delivery", "patient", { delivery: { ...facts.delivery, mode: "email" } }],
    ["hand-over", "practitioner", { record: complete }],
    ["hand-over", "secretariat-lead", { record: complete, practitioner: { status: "departed" } }],
    ["file-evidence", "desk", { record: complete, delivery: { ...facts.delivery, handedOver: true } }],
    ["report-breach", "management", { delivery: { ...facts.delivery, handedOver: true } }],
    [
      "closed",
      "nobody",
      {
        record: complete,
        delivery: { ...facts.delivery, handedOver: true, receiptSigned: true, receiptScanned: true },
      },
    ],
    [
      "gather-documents",
      null,
      { practitioner: {}, request: { ...facts.request, assignedTo: "practitioner" } },
    ],
  ])("%s is taken by %s", (step, by, change) => {
    expect(assemble(change).nextStep).toEqual({ status: "settled", step, by });
  });

  it("lists what it can be while that is open, each with whoever takes it", () => {
    const request = { ...without(facts.request, "written"), identityCardScanned: false };
    expect(assemble({ request }).nextStep).toEqual({
      status: "open",
      possible: [
        { step: "obtain-written-request", by: "desk" },
        { step: "scan-request-and-identity", by: "desk" },
      ],
    });
  });

  it("comes with what stands against the delivery, and with what went wrong", () => {
    const delivery = { ...facts.delivery, mode: "email", on: "2026-11-21" } as const;
    expect(assemble({ delivery }).refusals).toEqual(["delivery-by-email", "before-reflection-period"]);
    expect(assemble({ delivery: { ...delivery, handedOver: true } }).breaches).toEqual([
      "left-by-email",
      "left-incomplete",
    ]);
  });
});

describe("the statutory window", () => {
  it("is the decision's, with the last day on which the clinic works", () => {
    expect(assemble({}, { calendar: weekdaysOnly }).window).toEqual({
      status: "settled",
      earliestOn: "2026-11-22",
      latestOn: "2026-11-28",
      over: false,
      oldPartLatestOn: "none",
      missed: false,
      workingDays: { lastOn: "2026-11-27", left: 5 },
    });
  });

  it("counts no working days without a calendar", () => {
    expect(assemble().window).not.toHaveProperty("workingDays");
  });

  it.each([
    ["2026-11-20", 6, false],
    ["2026-11-27", 1, false],
    ["2026-11-28", 0, false],
    ["2026-11-29", 0, true],
  ] as const)("seen on %s leaves %i working days; over: %s", (on, left, over) => {
    const { window } = assemble({}, { on, calendar: weekdaysOnly });
    expect(window).toMatchObject({ over, workingDays: { lastOn: "2026-11-27", left } });
  });

  it("has a last working day of none when the clinic is closed throughout", () => {
    const fridays = { openWeekdays: ["friday"] } as const;
    expect(assemble({}, { calendar: fridays }).window.workingDays).toEqual({ lastOn: "2026-11-27", left: 1 });
    const closed = { ...fridays, closedDays: ["2026-11-27"] } as const;
    // Friday 20 November lies before the window: the clinic works, and may not hand over yet.
    expect(assemble({}, { calendar: closed, on: "2026-11-20" }).window.workingDays).toEqual({
      lastOn: "none",
      left: 1,
    });
  });

  it("says when the delivery lies after it", () => {
    const on = (day: IsoDay) => assemble({ delivery: { ...facts.delivery, on: day } }).window.missed;
    expect(on("2026-11-28")).toBe(false);
    expect(on("2026-11-29")).toBe(true);
  });

  it("gives the old part of a record a term of its own", () => {
    const record = { ...facts.record, oldestInformationOn: "2015-01-01" } as const;
    expect(assemble({ record }).window).toMatchObject({
      latestOn: "2026-11-28",
      oldPartLatestOn: "2027-01-20",
    });
  });

  it("is open while the age of the record is unknown; working days count to its earliest end", () => {
    const { delivery, ...rest } = facts;
    const record = { specialties: ["general"], heldDocuments: [] } as const;
    const open = assemble({ ...rest, record, delivery: { mode: delivery.mode } }, { calendar: weekdaysOnly });
    expect(open.window).toEqual({
      status: "open",
      earliestOn: "2026-11-22",
      latestOn: { from: "2026-11-28", to: "2027-01-20" },
      oldPartLatestOn: null,
      missed: null,
      workingDays: { lastOn: "2026-11-27", left: 5 },
    });
  });

  it("counts no working days while the day of the request is unknown", () => {
    const record = assemble({ request: {} }, { calendar: weekdaysOnly });
    expect(record.window).toMatchObject({ status: "open", earliestOn: null });
    expect(record.window).not.toHaveProperty("workingDays");
  });
});

describe("a request older than the policy", () => {
  it("has no checklist", () => {
    const old = (receivedOn: IsoDay) =>
      assembleRecord({ facts: { request: { receivedOn } }, on: "2002-03-05" });
    expect(old("2002-03-04")).toMatchObject({
      status: "not-in-force",
      decision: { status: "not-in-force" },
    });
    expect(old("2002-03-05").status).toBe("open");
  });
});

describe("bad input to a checklist", () => {
  it("is refused with every problem of its shape at once", () => {
    const input = {
      facts: { request: { by: "somebody", receivedOn: null } },
      on: "2026-11-31",
      calendar: { openWeekdays: ["monday", "monday"], closedDays: ["25 December"], zone: "x" },
    };
    expect(problemsOf(input)).toEqual([
      ["value-not-listed", "facts.request.by"],
      ["null-fact", "facts.request.receivedOn"],
      ["not-a-date", "on"],
      ["value-not-listed", "calendar.openWeekdays"],
      ["not-a-date", "calendar.closedDays[0]"],
      ["property-unknown", "calendar.zone"],
    ]);
  });

  it("is refused when today lies before the request, and taken on its day", () => {
    expect(problemsOf({ facts, on: "2026-11-19" })).toEqual([["on-before-request", "on"]]);
    expect(problemsOf({ facts, on: "2026-11-20" })).toEqual([]);
  });
});

describe("laws of checklists", () => {
  const calendars = fc.record({
    openWeekdays: fc.subarray([...weekdays]),
    closedDays: fc.array(fc.integer({ min: 20760, max: 20830 }).map(isoFromDay), { maxLength: 20 }),
  });
  const inForce = (known: Facts): known is Facts & { readonly request: { readonly receivedOn: IsoDay } } =>
    (known.request?.receivedOn ?? "") >= "2002-03-05";
  const complete = arbitraryFacts(recordHandover).filter(inForce);
  const checklist = (known: Facts, calendar = weekdaysOnly as RecordAssemblyInput["calendar"]) => {
    const on = known.request?.receivedOn ?? "2026-11-23";
    const record = assembleRecord({ facts: known, on, calendar });
    if (record.status === "not-in-force") throw new Error("expected a checklist");
    return record;
  };

  it("lists every required document once, and as missing what the decision says is missing", () => {
    fc.assert(
      fc.property(complete, (known) => {
        const { documents, decision } = checklist(known);
        const required = documents.filter((line) => line.required === true);
        const missing = documents.filter((line) => line.state === "missing");
        expect(required.map((line) => line.document)).toEqual(decision.outcome.requiredDocuments);
        expect(missing.map((line) => line.document)).toEqual(decision.outcome.missingDocuments);
        expect(documents.some((line) => line.state === "unknown")).toBe(false);
      }),
    );
  });

  it("never shows a document that must stay as one that goes", () => {
    fc.assert(
      fc.property(complete, (known) => {
        const { documents, decision } = checklist(known);
        const staying = documents.filter((line) => line.state === "withheld");
        expect(staying.map((line) => line.document)).toEqual(decision.outcome.withheldDocuments);
        expect(new Set(documents.map((line) => line.document)).size).toBe(documents.length);
      }),
    );
  });

  it("files and misses the evidence the decision says", () => {
    fc.assert(
      fc.property(complete, (known) => {
        const { evidence, decision } = checklist(known);
        const inState = (...states: string[]) =>
          evidence.filter(({ state }) => states.includes(state)).map((one) => one.evidence);
        expect(inState("missing")).toEqual(decision.outcome.missingEvidence);
        expect(inState("missing", "filed")).toEqual(decision.outcome.requiredEvidence);
      }),
    );
  });

  it("has the days of the decision, and a last working day that is open and within them", () => {
    // Requests of November 2026, around which the calendars have their closed days.
    const received = fc.integer({ min: 20760, max: 20780 }).map(isoFromDay);
    fc.assert(
      fc.property(received, calendars, fc.boolean(), (receivedOn, calendar, old) => {
        const newest = old ? "2015-01-01" : receivedOn;
        const known = { request: { receivedOn }, record: { newestInformationOn: newest } } as const;
        const { window, decision } = checklist(known, calendar);
        if (window.status !== "settled") throw new Error("expected a settled window");
        expect(window.earliestOn).toBe(decision.outcome.earliestHandoverOn);
        expect(window.latestOn).toBe(decision.outcome.latestHandoverOn);
        const opens = (day: IsoDay) =>
          calendar.openWeekdays.some((one) => one === weekdays[weekdayOfDay(dayFromIso(day) ?? 0)]) &&
          !calendar.closedDays.includes(day);
        const last = window.workingDays?.lastOn ?? "none";
        const within = daysFrom(window.earliestOn, window.latestOn).filter(opens);
        expect(last === "none" ? [] : [last]).toEqual(within.slice(-1));
        expect(window.workingDays?.left).toBe(daysFrom(receivedOn, window.latestOn).filter(opens).length);
      }),
    );
  });

  it("never loses a working day faster than the days go by", () => {
    const left = (on: IsoDay, calendar: RecordAssemblyInput["calendar"]) =>
      assemble({}, { on, calendar }).window.workingDays?.left ?? 0;
    fc.assert(
      fc.property(fc.integer({ min: 20777, max: 20795 }), calendars, (today, calendar) => {
        const lost = left(isoFromDay(today), calendar) - left(isoFromDay(today + 1), calendar);
        expect([0, 1]).toContain(lost);
      }),
    );
  });

  it("says nothing on partial facts that a completion contradicts", () => {
    fc.assert(
      fc.property(
        complete,
        fc.subarray(["record", "practitioner", "delivery"] as const),
        (known, unknown) => {
          const partial = Object.fromEntries(
            Object.entries(known).filter(([group]) => !(unknown as readonly string[]).includes(group)),
          );
          const [before, after] = [checklist(partial), checklist(known)];
          for (const { document, state } of before.documents) {
            if (state !== "unknown") expect(stateOf(after)[document]).toBe(state);
          }
          for (const { evidence, state } of before.evidence) {
            if (state !== "unknown")
              expect(after.evidence).toContainEqual(expect.objectContaining({ evidence, state }));
          }
          if (before.nextStep.status === "settled") {
            expect(after.nextStep).toMatchObject({ step: before.nextStep.step });
          }
        },
      ),
    );
  });

  it("asks for something exactly while it is open", () => {
    fc.assert(
      fc.property(arbitraryPartialFacts(recordHandover), (known) => {
        const on = known.request?.receivedOn ?? "2026-11-23";
        const record = assembleRecord({ facts: known, on });
        if (record.status === "not-in-force") return;
        expect(record.needs.length > 0).toBe(record.status === "open");
      }),
    );
  });
});

function without<Group extends object, Name extends keyof Group>(
  group: Group,
  name: Name,
): Omit<Group, Name> {
  return Object.fromEntries(Object.entries(group).filter(([key]) => key !== name)) as Omit<Group, Name>;
}

function daysFrom(from: IsoDay, to: IsoDay): readonly IsoDay[] {
  const [first, last] = [dayFromIso(from) ?? 0, dayFromIso(to) ?? 0];
  return Array.from({ length: last - first + 1 }, (_, index) => isoFromDay(first + index));
}

function problemsOf(input: unknown): readonly (readonly [string, string])[] {
  try {
    assembleRecord(input as RecordAssemblyInput);
  } catch (error) {
    if (!GuichetError.isInstance(error)) throw error;
    return error.problems.map(({ code, where }) => [code, where.replace("assembleRecord, ", "")]);
  }
  return [];
}
