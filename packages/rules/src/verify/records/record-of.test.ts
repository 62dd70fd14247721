import { createHmac, hkdfSync } from "node:crypto";
import { describe, expect, test } from "vitest";
import { decide } from "../../engine/decide.js";
import { loan } from "../../engine/loan.fixture.js";
import { loyaltyDiscount } from "../../policies/loyalty-discount/index.js";
import { recordOf, type RecordedFor } from "./record-of.js";

const about: RecordedFor = {
  subject: "chart 4711",
  key: new Uint8Array(32).fill(1),
  tenant: "clinic-12",
  purpose: "audit",
  at: "2026-11-21T09:30:00Z",
};

const visit = {
  beneficiary: { kind: "insured", relation: "other", relativeOf: "other" },
  entitlement: { from: "2026-01-01", to: "2026-12-31", openEnded: false },
  service: { on: "2026-11-21", line: "implantology", inProgram: false },
} as const;

const recorded = (
  facts: Parameters<typeof decide<typeof loyaltyDiscount>>[1],
  changed: Partial<RecordedFor> = {},
) => recordOf(loyaltyDiscount, decide(loyaltyDiscount, facts), { ...about, ...changed });

describe("a record", () => {
  test("keeps the regions of the facts, the answers and their cases, in one order", () => {
    const record = recorded(visit);
    expect(Object.keys(record)).toEqual([
      "format",
      "at",
      "subject",
      "policy",
      "amendments",
      "fingerprint",
      "governingDate",
      "regions",
      "status",
      "outcome",
      "open",
      "cases",
    ]);
    expect(record).toMatchObject({
      policy: "loyalty-discount",
      governingDate: "2026-11-21",
      status: "decided",
      outcome: { refusals: [], discountPercent: 7 },
      cases: { refusals: [], discountPercent: ["LD-1"] },
    });
    expect(record.regions).toContainEqual({ fact: "service.inProgram", oneOf: [false] });
    expect(record.regions).toContainEqual({
      left: { fact: "service.on", plus: [] },
      right: { fact: "entitlement.from", plus: [] },
      isBefore: false,
    });
  });

  test("of two people who differ only inside regions is the same but for the pseudonym", () => {
    const other = {
      ...visit,
      entitlement: { ...visit.entitlement, from: "2019-03-08", to: "2027-02-01" },
    } as const;
    const [one, two] = [recorded(visit), recorded(other, { subject: "chart 4712" })];
    expect(two.subject).not.toBe(one.subject);
    expect(JSON.stringify({ ...two, subject: one.subject })).toBe(JSON.stringify(one));
    const outside = { ...visit, entitlement: { ...visit.entitlement, from: "2026-11-22" } } as const;
    expect(recorded(outside).regions).not.toEqual(one.regions);
  });

  test("keeps values together that no decision tells apart", () => {
    const { regions } = recorded(visit);
    const kind = regions.find((region) => "fact" in region && region.fact === "beneficiary.kind");
    expect(kind).toEqual({ fact: "beneficiary.kind", oneOf: ["insured", "corporate-employee"] });
  });

  test("of a day that was computed from a fact keeps the way and not the day", () => {
    const facts = { loan: { on: "2024-05-02", backOn: "2024-06-10", days: 8 } } as const;
    const { outcome, open } = recordOf(loan, decide(loan, facts), about);
    expect(outcome).toMatchObject({ dueOn: { fact: "loan.on", plus: [{ months: 1, days: 0 }] } });
    expect(open).toContain("lent");
  });

  test("of a day before the first edition says that nothing was in force", () => {
    const record = recordOf(loan, decide(loan, { loan: { on: "2023-12-31" } }), about);
    expect(record).toMatchObject({ status: "not-in-force", fingerprint: null, outcome: {}, cases: {} });
  });
});

describe("a pseudonym", () => {
  test("is the same for the same person, key, tenant and purpose, and for no other", () => {
    const pseudonym = (changed: Partial<RecordedFor> = {}): string => recorded(visit, changed).subject;
    expect(pseudonym()).toBe(pseudonym({ at: "2020-01-01T00:00:00Z" }));
    const others = [
      pseudonym({ subject: "chart 4712" }),
      pseudonym({ key: new Uint8Array(32).fill(2) }),
      pseudonym({ tenant: "clinic-13" }),
      pseudonym({ purpose: "training" }),
      pseudonym({ tenant: "clinic-12audit", purpose: "x" }),
    ];
    expect(new Set([pseudonym(), ...others]).size).toBe(6);
    for (const one of others) expect(one).toMatch(/^hmac-sha256:[0-9a-f]{64}$/);
  });

  test("is what another HKDF and another HMAC make of it", () => {
    const own = hkdfSync("sha256", about.key, "", '["clinic-12","audit"]', 32);
    const digest = createHmac("sha256", Buffer.from(own)).update("chart 4711").digest("hex");
    expect(recorded(visit).subject).toBe(`hmac-sha256:${digest}`);
  });
});

describe("refused, with a code, is", () => {
  const refusal = (record: () => unknown): unknown => {
    try {
      return record();
    } catch (error) {
      return (error as { readonly problems: readonly { readonly code: string }[] }).problems.map(
        ({ code }) => code,
      );
    }
  };

  test.each<[string, Partial<RecordedFor>, string]>([
    ["a key of 31 bytes", { key: new Uint8Array(31) }, "key-refused"],
    ["a key that is text", { key: "x".repeat(64) as never }, "key-refused"],
    ["an empty subject", { subject: "" }, "subject-refused"],
    ["half a character", { subject: "\ud800" }, "subject-refused"],
    ["no tenant", { tenant: "" }, "tenant-refused"],
    ["no purpose", { purpose: "" }, "purpose-refused"],
    ["a day for a moment", { at: "2026-11-21" }, "at-refused"],
    ["a moment without UTC", { at: "2026-11-21T09:30:00+01:00" }, "at-refused"],
    ["a day the calendar lacks", { at: "2026-02-30T09:30:00Z" }, "at-refused"],
    ["an hour the day lacks", { at: "2026-02-20T24:00:00Z" }, "at-refused"],
  ])("%s", (_, changed, code) => {
    expect(refusal(() => recorded(visit, changed))).toEqual([code]);
  });

  test("a copy of a decision, an unknown governing date, another policy", () => {
    const decision = decide(loyaltyDiscount, visit);
    const copy = JSON.parse(JSON.stringify(decision)) as typeof decision;
    expect(refusal(() => recordOf(loyaltyDiscount, copy, about))).toEqual(["decision-copied"]);
    expect(refusal(() => recorded({}))).toEqual(["day-unknown"]);
    expect(refusal(() => recordOf(loan, decision as never, about))).toEqual(["other-policy"]);
  });
});
