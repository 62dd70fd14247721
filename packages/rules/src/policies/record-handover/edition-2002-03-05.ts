import { citing, defineEdition, minus, plus, ref } from "../../language/index.js";
import { vocabulary } from "./vocabulary.js";

const procedure = citing("record-handover-procedure");
const code = citing("public-health-code");

export const recordHandoverFrom20020305 = defineEdition(vocabulary, {
  inForceFrom: "2002-03-05",
  source: procedure("whole procedure"),
  tables: [
    {
      decides: "responsible",
      hitPolicy: "first",
      cases: [
        {
          id: "RH-3",
          when: { fact: "practitioner.status", operator: "equal", value: "present" },
          then: "practitioner",
          cites: [procedure("each specialty, 2")],
        },
        {
          id: "RH-10",
          when: { fact: "practitioner.status", operator: "equal", value: "departed" },
          then: "secretariat-lead",
          cites: [procedure("each specialty, 4")],
        },
        // From here on the practitioner is away but still on the staff: only a person named by hand helps.
        {
          id: "RH-3-assigned",
          when: { fact: "request.assignedTo", operator: "equal", value: "practitioner" },
          then: "practitioner",
          cites: [procedure("each specialty, 2", "interpretation")],
        },
        {
          id: "RH-10-assigned",
          when: { fact: "request.assignedTo", operator: "equal", value: "secretariat-lead" },
          then: "secretariat-lead",
          cites: [procedure("each specialty, 4", "interpretation")],
        },
      ],
      otherwise: {
        id: "RH-3-absent",
        then: "unregulated",
        cites: [procedure("each specialty, 2 and 4", "interpretation")],
        gap: true,
      },
    },
    {
      decides: "requiredDocuments",
      hitPolicy: "collect",
      cases: [
        {
          id: "RH-4",
          then: [
            "signed-quote",
            "panoramic-radiographs",
            "periapical-radiographs",
            "treatment-plan-since-first-visit",
            "paid-invoices",
          ],
          cites: [procedure("each specialty, 2")],
        },
        {
          id: "RH-5",
          when: { fact: "record.specialties", operator: "contains", value: "implantology" },
          then: ["implant-passport-copy", "ct-scan"],
          cites: [procedure("implantology, 2")],
        },
        {
          id: "RH-7",
          when: { fact: "record.specialties", operator: "contains", value: "orthodontics" },
          then: ["prior-approval-request", "study-casts"],
          cites: [
            procedure("orthodontics, 2"),
            procedure("orthodontics, 2, DEP read as the prior-approval request", "interpretation"),
          ],
        },
      ],
    },
    {
      decides: "missingDocuments",
      id: "RH-4-missing",
      is: minus(
        minus(ref("decision.requiredDocuments"), ref("record.heldDocuments")),
        ref("record.neverMadeDocuments"),
      ),
      // The lists name what to gather; that a document nobody ever made cannot be missing is our reading.
      cites: [procedure("each specialty, 2", "interpretation")],
    },
    {
      decides: "withheldDocuments",
      hitPolicy: "collect",
      cases: [
        {
          id: "RH-6",
          when: { fact: "record.heldDocuments", operator: "contains", value: "implant-passport-original" },
          then: ["implant-passport-original"],
          cites: [procedure("implantology, 2")],
        },
      ],
    },
    {
      decides: "requiredEvidence",
      hitPolicy: "collect",
      cases: [
        { id: "RH-1", then: ["written-request"], cites: [procedure("each specialty, 1")] },
        { id: "RH-2", then: ["identity-card"], cites: [procedure("each specialty, 1")] },
        {
          id: "RH-13",
          when: { fact: "request.by", operator: "equal", value: "other-entitled-person" },
          then: ["proof-of-authority"],
          // The article names who is entitled; that whoever is must prove it follows from it.
          cites: [code("art. R1111-1", "likely")],
        },
        {
          id: "RH-8",
          when: { fact: "delivery.mode", operator: "equal", value: "in-hand" },
          then: ["signed-receipt", "identity-card-with-receipt"],
          cites: [procedure("each specialty, 3")],
        },
        {
          id: "RH-9",
          when: { fact: "delivery.mode", operator: "equal", value: "registered-mail" },
          then: ["acknowledgement-of-receipt"],
          cites: [procedure("each specialty, 3")],
        },
      ],
    },
    {
      decides: "filedEvidence",
      hitPolicy: "collect",
      cases: [
        {
          id: "RH-1-filed",
          when: {
            all: [
              { fact: "request.written", operator: "equal", value: true },
              { fact: "request.scanned", operator: "equal", value: true },
            ],
          },
          then: ["written-request"],
          cites: [procedure("each specialty, 1")],
        },
        {
          id: "RH-2-filed",
          when: { fact: "request.identityCardScanned", operator: "equal", value: true },
          then: ["identity-card"],
          cites: [procedure("each specialty, 1")],
        },
        {
          id: "RH-13-filed",
          when: { fact: "request.authorityProofScanned", operator: "equal", value: true },
          then: ["proof-of-authority"],
          // The statute asks for the proof; that it is scanned like the other papers is the centre's habit.
          cites: [code("art. R1111-1", "interpretation")],
        },
        {
          id: "RH-8-receipt-filed",
          when: {
            all: [
              { fact: "delivery.receiptSigned", operator: "equal", value: true },
              { fact: "delivery.receiptScanned", operator: "equal", value: true },
            ],
          },
          then: ["signed-receipt"],
          cites: [procedure("each specialty, 3")],
        },
        {
          id: "RH-8-identity-filed",
          when: { fact: "delivery.identityCardScanned", operator: "equal", value: true },
          then: ["identity-card-with-receipt"],
          cites: [procedure("each specialty, 3")],
        },
        {
          id: "RH-9-filed",
          when: { fact: "delivery.acknowledgementScanned", operator: "equal", value: true },
          then: ["acknowledgement-of-receipt"],
          cites: [procedure("each specialty, 3")],
        },
      ],
    },
    {
      decides: "missingEvidence",
      id: "RH-1-missing",
      is: minus(ref("decision.requiredEvidence"), ref("decision.filedEvidence")),
      cites: [procedure("each specialty, 1 and 3"), code("art. R1111-1", "likely")],
    },
    {
      decides: "earliestHandoverOn",
      id: "RH-12-earliest",
      is: plus(ref("request.receivedOn"), "P2D"),
      // The statute counts hours from the request; a desk counts days.
      cites: [code("art. L1111-7, 48 hours read as two whole days", "interpretation")],
    },
    { decides: "newestIsRecentUntil", is: plus(ref("record.newestInformationOn"), "P5Y") },
    { decides: "oldestIsRecentUntil", is: plus(ref("record.oldestInformationOn"), "P5Y") },
    {
      decides: "latestHandoverOn",
      hitPolicy: "first",
      cases: [
        {
          id: "RH-12-old",
          when: {
            fact: "decision.newestIsRecentUntil",
            operator: "lessThan",
            value: ref("request.receivedOn"),
          },
          then: plus(ref("request.receivedOn"), "P2M"),
          cites: [code("art. L1111-7")],
        },
      ],
      otherwise: {
        id: "RH-12-recent",
        then: plus(ref("request.receivedOn"), "P8D"),
        cites: [code("art. L1111-7 and R1111-1")],
      },
    },
    {
      decides: "oldPartLatestHandoverOn",
      hitPolicy: "first",
      cases: [
        {
          id: "RH-12-old-part",
          when: {
            all: [
              {
                fact: "decision.oldestIsRecentUntil",
                operator: "lessThan",
                value: ref("request.receivedOn"),
              },
              {
                fact: "decision.newestIsRecentUntil",
                operator: "greaterThanInclusive",
                value: ref("request.receivedOn"),
              },
            ],
          },
          then: plus(ref("request.receivedOn"), "P2M"),
          // The statute does not speak of a record that holds recent and old information.
          cites: [code("art. L1111-7, applied to the old part of a mixed record", "interpretation")],
        },
      ],
      otherwise: {
        id: "RH-12-no-old-part",
        then: "none",
        cites: [code("art. L1111-7", "interpretation")],
      },
    },
    {
      decides: "deadlineMissed",
      hitPolicy: "first",
      cases: [
        {
          id: "RH-12-late",
          when: { fact: "delivery.on", operator: "greaterThan", value: ref("decision.latestHandoverOn") },
          then: true,
          cites: [code("art. L1111-7")],
        },
      ],
      otherwise: { id: "RH-12-not-late", then: false, cites: [code("art. L1111-7")] },
    },
    {
      decides: "refusals",
      hitPolicy: "collect",
      cases: [
        {
          id: "RH-11",
          when: { fact: "delivery.mode", operator: "equal", value: "email" },
          then: ["delivery-by-email"],
          cites: [procedure("closing warning")],
        },
        {
          id: "RH-9-ordinary-mail",
          when: { fact: "delivery.mode", operator: "equal", value: "ordinary-mail" },
          then: ["delivery-by-ordinary-mail"],
          cites: [procedure("each specialty, 3")],
        },
        {
          id: "RH-9-not-foreseen",
          when: { fact: "delivery.mode", operator: "equal", value: "other" },
          then: ["delivery-not-foreseen"],
          cites: [procedure("each specialty, 3", "interpretation")],
          gap: true,
        },
        {
          id: "RH-12-too-early",
          when: { fact: "delivery.on", operator: "lessThan", value: ref("decision.earliestHandoverOn") },
          then: ["before-reflection-period"],
          cites: [code("art. L1111-7, 48 hours read as two whole days", "interpretation")],
        },
      ],
    },
    {
      decides: "breaches",
      hitPolicy: "collect",
      onlyWhen: { fact: "delivery.handedOver", operator: "equal", value: true },
      cases: [
        {
          id: "RH-11-left",
          when: { fact: "delivery.mode", operator: "equal", value: "email" },
          then: ["left-by-email"],
          cites: [procedure("closing warning")],
        },
        {
          id: "RH-9-left",
          when: { fact: "delivery.mode", operator: "equal", value: "ordinary-mail" },
          then: ["left-by-ordinary-mail"],
          cites: [procedure("each specialty, 3")],
        },
        {
          id: "RH-4-left",
          when: { fact: "decision.missingDocuments", operator: "isEmpty", value: false },
          then: ["left-incomplete"],
          cites: [procedure("each specialty, 2", "interpretation")],
        },
        {
          id: "RH-1-left",
          // A request in writing that is only not scanned yet is a scan to make up, not a breach.
          when: { fact: "request.written", operator: "equal", value: false },
          then: ["left-without-request"],
          cites: [procedure("each specialty, 1", "interpretation")],
        },
      ],
    },
    {
      // The procedure tells what must be done; the order in which a desk is asked for it is ours.
      decides: "nextStep",
      hitPolicy: "first",
      cases: [
        {
          id: "RH-11-report",
          when: { fact: "decision.breaches", operator: "isEmpty", value: false },
          then: "report-breach",
          cites: [procedure("each specialty, 1 to 3, and closing warning", "interpretation")],
        },
        {
          id: "RH-1-obtain",
          when: { fact: "request.written", operator: "equal", value: false },
          then: "obtain-written-request",
          cites: [procedure("each specialty, 1", "interpretation")],
        },
        {
          id: "RH-2-scan",
          when: {
            any: [
              { fact: "decision.missingEvidence", operator: "contains", value: "written-request" },
              { fact: "decision.missingEvidence", operator: "contains", value: "identity-card" },
              { fact: "decision.missingEvidence", operator: "contains", value: "proof-of-authority" },
            ],
          },
          then: "scan-request-and-identity",
          cites: [procedure("each specialty, 1", "interpretation"), code("art. R1111-1", "interpretation")],
        },
        {
          id: "RH-10-decide",
          when: { fact: "decision.responsible", operator: "equal", value: "unregulated" },
          then: "decide-who-is-responsible",
          cites: [procedure("each specialty, 2 and 4", "interpretation")],
        },
        {
          id: "RH-9-choose",
          when: { fact: "decision.refusals", operator: "isEmpty", value: false },
          then: "choose-permitted-delivery",
          cites: [
            procedure("each specialty, 3, and closing warning", "interpretation"),
            code("art. L1111-7", "interpretation"),
          ],
        },
        {
          id: "RH-4-gather",
          when: { fact: "decision.missingDocuments", operator: "isEmpty", value: false },
          then: "gather-documents",
          cites: [procedure("each specialty, 2", "interpretation")],
        },
        {
          id: "RH-8-hand-over",
          when: { fact: "delivery.handedOver", operator: "equal", value: false },
          then: "hand-over",
          cites: [procedure("each specialty, 3", "interpretation")],
        },
        {
          id: "RH-8-file",
          when: { fact: "decision.missingEvidence", operator: "isEmpty", value: false },
          then: "file-evidence",
          cites: [procedure("each specialty, 3", "interpretation")],
        },
      ],
      otherwise: {
        id: "RH-8-closed",
        then: "closed",
        cites: [procedure("each specialty, 3", "interpretation")],
      },
    },
  ],
  remarks: [
    {
      id: "RH-1-statute",
      about: "conflict",
      cites: [procedure("each specialty, 1"), code("art. L1111-7 and R1111-1", "likely")],
    },
    { id: "RH-4-statute", about: "conflict", cites: [procedure("each specialty, 2"), code("art. L1111-7")] },
    {
      id: "RH-9-statute",
      about: "conflict",
      cites: [procedure("each specialty, 3, and closing warning"), code("art. R1111-2", "likely")],
    },
    {
      id: "RH-13-statute",
      about: "conflict",
      cites: [procedure("each specialty, 1"), code("art. R1111-1", "likely")],
    },
    { id: "RH-12-start", about: "gap", cites: [code("art. L1111-7, version of 2002-03-05")] },
    {
      id: "RH-12-window",
      about: "gap",
      cites: [procedure("whole procedure"), code("art. L1111-7 and R1111-1")],
    },
    { id: "RH-12-mixed", about: "gap", cites: [code("art. L1111-7", "interpretation")] },
    { id: "RH-10-same-list", about: "gap", cites: [procedure("each specialty, 2 and 4", "interpretation")] },
    { id: "RH-4-never-made", about: "gap", cites: [procedure("each specialty, 2", "interpretation")] },
    { id: "RH-7-letters", about: "gap", cites: [procedure("orthodontics, 2", "interpretation")] },
    { id: "RH-13-which-proof", about: "gap", cites: [code("art. R1111-1", "interpretation")] },
    { id: "RH-12-psychiatry", about: "gap", cites: [code("art. L1111-7", "likely")] },
    { id: "RH-8-order", about: "gap", cites: [procedure("each specialty, 1 to 3", "interpretation")] },
    {
      id: "RH-11-consequence",
      about: "gap",
      cites: [procedure("each specialty, 1 to 3, and closing warning", "interpretation")],
    },
    {
      id: "RH-4-not-decided",
      about: "gap",
      cites: [procedure("each specialty, 2", "interpretation"), code("art. L1111-7", "likely")],
    },
  ],
});
