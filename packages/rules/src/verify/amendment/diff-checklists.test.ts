import { describe, expect, it } from "vitest";
import { decide } from "../../engine/decide.js";
import { recordHandover } from "../../policies/record-handover/index.js";
import { teleExpertise } from "../../policies/tele-expertise/index.js";
import { amend } from "./amend.js";
import { defineAmendment } from "./define-amendment.js";
import { diffChecklists, diffChecklistsOfDays } from "./diff-checklists.js";

const ours = amend(
  recordHandover,
  defineAmendment(recordHandover, {
    id: "consent-forms",
    policy: "record-handover",
    title: "Consent forms",
    source: { title: "Riverside memo", kind: "house-rule", dated: true, checkedOn: "2026-11-21" },
    from: "2026-12-01",
    to: "2026-12-31",
    changes: [
      {
        element: "consent-form",
        of: [
          "record.heldDocuments",
          "record.neverMadeDocuments",
          "decision.requiredDocuments",
          "decision.missingDocuments",
        ],
      },
      {
        edition: "2002-03-05",
        replaces: "RH-5",
        case: {
          id: "consent-implant",
          when: { fact: "record.specialties", operator: "contains", value: "implantology" },
          then: ["implant-passport-copy", "consent-form"],
        },
      },
    ],
  }),
);
const of = ["requiredDocuments", "requiredEvidence"];
const specialty = (value: string, operator = "contains") =>
  ({ fact: "record.specialties", operator, value }) as never;

describe("diffChecklists", () => {
  it("says what comes and goes, when, and for which facts", () => {
    const diff = diffChecklists(recordHandover, ours, { of });
    const when = [{ fact: "record.specialties", element: "implantology", present: true }];
    expect(diff).toMatchObject([
      {
        decision: "requiredDocuments",
        from: "2026-12-01",
        to: "2026-12-31",
        comes: [{ element: "consent-form", classes: [{ when }], isComplete: true }],
        goes: [{ element: "ct-scan", classes: [{ when }], isComplete: true }],
      },
    ]);
  });

  it("gives facts that show it", () => {
    const [change] = diffChecklists(recordHandover, ours, { of });
    const witness = change?.goes[0]?.classes[0]?.witness ?? {};
    expect(decide(recordHandover, witness).outcome?.requiredDocuments).toContain("ct-scan");
    expect(decide(ours, witness).outcome?.requiredDocuments).not.toContain("ct-scan");
  });

  it("looks at one specialty where it is asked to", () => {
    const among = (where: never) => diffChecklists(recordHandover, ours, { of, where });
    expect(among(specialty("orthodontics"))).toHaveLength(1);
    expect(among(specialty("implantology", "doesNotContain"))).toEqual([]);
  });

  it("has nothing to say of a list that stays", () => {
    expect(diffChecklists(recordHandover, ours, { of: ["requiredEvidence"] })).toEqual([]);
    expect(diffChecklists(recordHandover, recordHandover, { of })).toEqual([]);
  });
});

describe("diffChecklistsOfDays", () => {
  it("compares the rules of two days", () => {
    const days = ["2026-11-30", "2026-12-01"] as const;
    expect(diffChecklistsOfDays(ours, ...days, { of }).map(({ goes }) => goes[0]?.element)).toEqual([
      "ct-scan",
    ]);
    expect(diffChecklistsOfDays(ours, "2026-11-30", "2027-01-01", { of })).toEqual([]);
  });

  it("compares two editions", () => {
    const lists = diffChecklistsOfDays(teleExpertise, "2022-03-31", "2022-04-01", { of: ["billing"] });
    expect(lists.every(({ decision }) => decision === "billing")).toBe(true);
  });
});
