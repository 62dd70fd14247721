import { defineExamples, type FactsOf } from "../../language/index.js";
import { recordHandover } from "./policy.js";

type Facts = FactsOf<typeof recordHandover>;

const request = {
  receivedOn: "2026-03-02",
  by: "patient",
  written: true,
  scanned: true,
  identityCardScanned: true,
  authorityProofScanned: false,
  assignedTo: "nobody",
} satisfies Facts["request"];

const record = {
  specialties: ["general"],
  heldDocuments: [
    "signed-quote",
    "panoramic-radiographs",
    "periapical-radiographs",
    "treatment-plan-since-first-visit",
    "paid-invoices",
  ],
  neverMadeDocuments: [],
  newestInformationOn: "2025-11-20",
  oldestInformationOn: "2024-01-15",
} satisfies Facts["record"];

const delivery = {
  mode: "in-hand",
  on: "2026-03-06",
  handedOver: false,
  receiptSigned: false,
  receiptScanned: false,
  identityCardScanned: false,
  acknowledgementScanned: false,
} satisfies Facts["delivery"];

const handedOverInHand = {
  ...delivery,
  handedOver: true,
  receiptSigned: true,
  receiptScanned: true,
  identityCardScanned: true,
} satisfies Facts["delivery"];

const sentByRegisteredMail = {
  ...delivery,
  mode: "registered-mail",
  handedOver: true,
  acknowledgementScanned: true,
} satisfies Facts["delivery"];

// The ordinary request: written, filed and complete, waiting to be handed over. Each example changes one thing in it.
const ready = { request, record, practitioner: { status: "present" }, delivery } satisfies Facts;

const away = { ...ready, practitioner: { status: "temporarily-absent" } } satisfies Facts;

export const recordHandoverExamples = defineExamples(recordHandover, [
  {
    shows: "With the request filed and the documents together, the record is handed over.",
    facts: ready,
    expect: {
      responsible: "practitioner",
      missingDocuments: [],
      withheldDocuments: [],
      refusals: [],
      breaches: [],
      nextStep: "hand-over",
    },
    cases: ["RH-3", "RH-8-hand-over"],
  },
  {
    shows: "On the first day in force the statutory window already holds.",
    facts: { ...ready, request: { ...request, receivedOn: "2002-03-05" } },
    expect: { earliestHandoverOn: "2002-03-07", latestHandoverOn: "2002-03-13" },
    cases: ["RH-12-earliest", "RH-12-recent"],
  },

  // Who prepares the record.
  {
    shows: "A practitioner who has left the staff is replaced by the secretariat lead.",
    facts: { ...ready, practitioner: { status: "departed" } },
    expect: { responsible: "secretariat-lead", nextStep: "hand-over" },
    cases: ["RH-10"],
  },
  {
    shows:
      "For a practitioner who is away for a time the procedure names nobody, and the centre has to decide.",
    facts: away,
    expect: { responsible: "unregulated", nextStep: "decide-who-is-responsible" },
    cases: ["RH-3-absent", "RH-10-decide"],
  },
  {
    shows: "The papers of the request are completed before anybody decides who is responsible.",
    facts: { ...away, request: { ...request, scanned: false } },
    expect: { responsible: "unregulated", nextStep: "scan-request-and-identity" },
    cases: ["RH-2-scan"],
  },
  {
    shows: "Who is responsible is decided before another way of delivery is chosen.",
    facts: { ...away, delivery: { ...delivery, mode: "email" } },
    expect: { refusals: ["delivery-by-email"], nextStep: "decide-who-is-responsible" },
    cases: ["RH-10-decide"],
  },
  {
    shows: "The centre may leave the request with the practitioner who is away.",
    facts: { ...away, request: { ...request, assignedTo: "practitioner" } },
    expect: { responsible: "practitioner", nextStep: "hand-over" },
    cases: ["RH-3-assigned"],
  },
  {
    shows: "The centre may give the request to the secretariat lead while the practitioner is away.",
    facts: { ...away, request: { ...request, assignedTo: "secretariat-lead" } },
    expect: { responsible: "secretariat-lead", nextStep: "hand-over" },
    cases: ["RH-10-assigned"],
  },
  {
    shows: "A person named by hand counts for nothing while the practitioner is in the centre.",
    facts: { ...ready, request: { ...request, assignedTo: "secretariat-lead" } },
    expect: { responsible: "practitioner" },
    cases: ["RH-3"],
  },
  {
    shows: "A person named by hand counts for nothing once the practitioner has left the staff.",
    facts: {
      ...ready,
      practitioner: { status: "departed" },
      request: { ...request, assignedTo: "practitioner" },
    },
    expect: { responsible: "secretariat-lead" },
    cases: ["RH-10"],
  },

  // Documents.
  {
    shows: "The list every specialty shares holds even for a record without a specialty.",
    facts: { ...ready, record: { ...record, specialties: [] } },
    expect: {
      requiredDocuments: [
        "signed-quote",
        "panoramic-radiographs",
        "periapical-radiographs",
        "treatment-plan-since-first-visit",
        "paid-invoices",
      ],
    },
    cases: ["RH-4"],
  },
  {
    shows:
      "Implant care adds the copy of the implant passport and the CT scan, which are still to be gathered.",
    facts: { ...ready, record: { ...record, specialties: ["implantology"] } },
    expect: { missingDocuments: ["implant-passport-copy", "ct-scan"], nextStep: "gather-documents" },
    cases: ["RH-4", "RH-5", "RH-4-missing", "RH-4-gather"],
  },
  {
    shows: "Orthodontic care adds the prior-approval request and the study casts.",
    facts: { ...ready, record: { ...record, specialties: ["orthodontics"] } },
    expect: { missingDocuments: ["prior-approval-request", "study-casts"], nextStep: "gather-documents" },
    cases: ["RH-4", "RH-7"],
  },
  {
    shows: "A record about implants and orthodontics asks for the documents of both.",
    facts: { ...ready, record: { ...record, specialties: ["implantology", "orthodontics"] } },
    expect: {
      missingDocuments: ["implant-passport-copy", "ct-scan", "prior-approval-request", "study-casts"],
    },
    cases: ["RH-4", "RH-5", "RH-7"],
  },
  {
    shows: "A document that was never made for this patient is not missing.",
    facts: {
      ...ready,
      record: {
        ...record,
        specialties: ["orthodontics"],
        heldDocuments: [...record.heldDocuments, "study-casts"],
        neverMadeDocuments: ["prior-approval-request"],
      },
    },
    expect: { missingDocuments: [], nextStep: "hand-over" },
    cases: ["RH-4-missing"],
  },
  {
    shows: "A held original of the implant passport stays in the centre and does not replace the copy.",
    facts: {
      ...ready,
      record: {
        ...record,
        specialties: ["implantology"],
        heldDocuments: [...record.heldDocuments, "implant-passport-original", "ct-scan"],
      },
    },
    expect: { withheldDocuments: ["implant-passport-original"], missingDocuments: ["implant-passport-copy"] },
    cases: ["RH-6"],
  },

  // The papers of the request.
  {
    shows: "Without a written request the first thing is to obtain one.",
    facts: { ...ready, request: { ...request, written: false, scanned: false } },
    expect: {
      missingEvidence: ["written-request", "signed-receipt", "identity-card-with-receipt"],
      nextStep: "obtain-written-request",
    },
    cases: ["RH-1", "RH-1-missing", "RH-1-obtain"],
  },
  {
    shows: "A written request counts once it is scanned.",
    facts: { ...ready, request: { ...request, scanned: false } },
    expect: { nextStep: "scan-request-and-identity" },
    cases: ["RH-2-scan"],
  },
  {
    shows: "A scan alone is no written request.",
    facts: { ...ready, request: { ...request, written: false } },
    expect: {
      missingEvidence: ["written-request", "signed-receipt", "identity-card-with-receipt"],
      nextStep: "obtain-written-request",
    },
    cases: ["RH-1-obtain"],
  },
  {
    shows: "The identity card is scanned with the request.",
    facts: { ...ready, request: { ...request, identityCardScanned: false } },
    expect: { nextStep: "scan-request-and-identity" },
    cases: ["RH-2", "RH-2-scan"],
  },
  {
    shows: "Somebody other than the patient has to prove to be entitled.",
    facts: { ...ready, request: { ...request, by: "other-entitled-person" } },
    expect: {
      requiredEvidence: [
        "written-request",
        "identity-card",
        "proof-of-authority",
        "signed-receipt",
        "identity-card-with-receipt",
      ],
      nextStep: "scan-request-and-identity",
    },
    cases: ["RH-13", "RH-2-scan"],
  },
  {
    shows: "Once the proof of entitlement is scanned, another person's request goes on.",
    facts: { ...ready, request: { ...request, by: "other-entitled-person", authorityProofScanned: true } },
    expect: { nextStep: "hand-over" },
    cases: ["RH-1-filed", "RH-2-filed", "RH-13-filed"],
  },

  // When it may travel.
  {
    shows: "The day before the reflection period ends is too early.",
    facts: { ...ready, delivery: { ...delivery, on: "2026-03-03" } },
    expect: {
      earliestHandoverOn: "2026-03-04",
      refusals: ["before-reflection-period"],
      nextStep: "choose-permitted-delivery",
    },
    cases: ["RH-12-too-early", "RH-9-choose"],
  },
  {
    shows: "The day the reflection period ends is permitted.",
    facts: { ...ready, delivery: { ...delivery, on: "2026-03-04" } },
    expect: { refusals: [], nextStep: "hand-over" },
    cases: ["RH-12-earliest"],
  },
  {
    shows: "The last day of the ordinary time limit is in time.",
    facts: { ...ready, delivery: { ...delivery, on: "2026-03-10" } },
    expect: { latestHandoverOn: "2026-03-10", deadlineMissed: false },
    cases: ["RH-12-recent", "RH-12-not-late"],
  },
  {
    shows: "The day after the ordinary time limit is late, and the record is still to be handed over.",
    facts: { ...ready, delivery: { ...delivery, on: "2026-03-11" } },
    expect: { deadlineMissed: true, nextStep: "hand-over" },
    cases: ["RH-12-recent", "RH-12-late"],
  },
  {
    shows: "Information that reaches its fifth year on the day of the request is not old yet.",
    facts: {
      ...ready,
      record: { ...record, newestInformationOn: "2021-03-02", oldestInformationOn: "2021-03-02" },
    },
    expect: { latestHandoverOn: "2026-03-10", oldPartLatestHandoverOn: "none" },
    cases: ["RH-12-recent", "RH-12-no-old-part"],
  },
  {
    shows:
      "A record whose newest information is a day past its fifth year has the longer time limit as a whole.",
    facts: {
      ...ready,
      record: { ...record, newestInformationOn: "2021-03-01", oldestInformationOn: "2021-03-01" },
    },
    expect: { latestHandoverOn: "2026-05-02", oldPartLatestHandoverOn: "none" },
    cases: ["RH-12-old", "RH-12-no-old-part"],
  },
  {
    shows: "The last day of the longer time limit is in time.",
    facts: {
      ...ready,
      record: { ...record, newestInformationOn: "2019-06-11", oldestInformationOn: "2018-02-05" },
      delivery: { ...delivery, on: "2026-05-02" },
    },
    expect: { deadlineMissed: false },
    cases: ["RH-12-old", "RH-12-not-late"],
  },
  {
    shows: "The day after the longer time limit is late.",
    facts: {
      ...ready,
      record: { ...record, newestInformationOn: "2019-06-11", oldestInformationOn: "2018-02-05" },
      delivery: { ...delivery, on: "2026-05-03" },
    },
    expect: { deadlineMissed: true },
    cases: ["RH-12-old", "RH-12-late"],
  },
  {
    shows: "The old part of a record that also holds recent information may follow later.",
    facts: { ...ready, record: { ...record, oldestInformationOn: "2021-03-01" } },
    expect: { latestHandoverOn: "2026-03-10", oldPartLatestHandoverOn: "2026-05-02" },
    cases: ["RH-12-recent", "RH-12-old-part"],
  },
  {
    shows: "Its recent part may just reach its fifth year on the day of the request.",
    facts: {
      ...ready,
      record: { ...record, newestInformationOn: "2021-03-02", oldestInformationOn: "2021-03-01" },
    },
    expect: { latestHandoverOn: "2026-03-10", oldPartLatestHandoverOn: "2026-05-02" },
    cases: ["RH-12-recent", "RH-12-old-part"],
  },
  {
    shows: "Where the oldest information just reaches its fifth year, no part has a time limit of its own.",
    facts: { ...ready, record: { ...record, oldestInformationOn: "2021-03-02" } },
    expect: { oldPartLatestHandoverOn: "none" },
    cases: ["RH-12-no-old-part"],
  },
  {
    shows: "Two months from the last day of the year end on the last day of February.",
    facts: {
      ...ready,
      request: { ...request, receivedOn: "2025-12-31" },
      record: { ...record, newestInformationOn: "2019-06-11", oldestInformationOn: "2018-02-05" },
    },
    expect: { latestHandoverOn: "2026-02-28" },
    cases: ["RH-12-old"],
  },
  {
    shows: "Information of a leap day reaches its fifth year on the last day of February.",
    facts: {
      ...ready,
      request: { ...request, receivedOn: "2025-02-28" },
      record: { ...record, newestInformationOn: "2020-02-29", oldestInformationOn: "2020-02-29" },
    },
    expect: { latestHandoverOn: "2025-03-08" },
    cases: ["RH-12-recent"],
  },
  {
    shows: "Information of a leap day is old on the first of March of its fifth year.",
    facts: {
      ...ready,
      request: { ...request, receivedOn: "2025-03-01" },
      record: { ...record, newestInformationOn: "2020-02-29", oldestInformationOn: "2020-02-29" },
    },
    expect: { latestHandoverOn: "2025-05-01" },
    cases: ["RH-12-old"],
  },

  // How it may travel.
  {
    shows: "Delivery in hand needs a receipt and the identity card with it.",
    facts: ready,
    expect: {
      requiredEvidence: ["written-request", "identity-card", "signed-receipt", "identity-card-with-receipt"],
    },
    cases: ["RH-1", "RH-2", "RH-8"],
  },
  {
    shows: "A registered letter needs the acknowledgement of receipt.",
    facts: { ...ready, delivery: { ...delivery, mode: "registered-mail" } },
    expect: {
      requiredEvidence: ["written-request", "identity-card", "acknowledgement-of-receipt"],
      nextStep: "hand-over",
    },
    cases: ["RH-1", "RH-2", "RH-9"],
  },
  {
    shows: "Email is refused, and no evidence of delivery is asked for.",
    facts: { ...ready, delivery: { ...delivery, mode: "email" } },
    expect: {
      refusals: ["delivery-by-email"],
      requiredEvidence: ["written-request", "identity-card"],
      breaches: [],
      nextStep: "choose-permitted-delivery",
    },
    cases: ["RH-11", "RH-9-choose"],
  },
  {
    shows: "Ordinary mail is refused.",
    facts: { ...ready, delivery: { ...delivery, mode: "ordinary-mail" } },
    expect: { refusals: ["delivery-by-ordinary-mail"], nextStep: "choose-permitted-delivery" },
    cases: ["RH-9-ordinary-mail"],
  },
  {
    shows: "A way the procedure does not know is refused.",
    facts: { ...ready, delivery: { ...delivery, mode: "other" } },
    expect: { refusals: ["delivery-not-foreseen"], nextStep: "choose-permitted-delivery" },
    cases: ["RH-9-not-foreseen"],
  },
  {
    shows: "A permitted delivery is chosen before documents are gathered.",
    facts: { ...ready, record: { ...record, heldDocuments: [] }, delivery: { ...delivery, mode: "email" } },
    expect: { refusals: ["delivery-by-email"], nextStep: "choose-permitted-delivery" },
    cases: ["RH-9-choose"],
  },
  {
    shows: "All reasons against a delivery are named together.",
    facts: { ...ready, delivery: { ...delivery, mode: "email", on: "2026-03-02" } },
    expect: { refusals: ["delivery-by-email", "before-reflection-period"] },
    cases: ["RH-11", "RH-12-too-early"],
  },

  // After the record has left.
  {
    shows: "A record handed over in hand with its receipt and identity card filed is closed.",
    facts: { ...ready, delivery: handedOverInHand },
    expect: { missingEvidence: [], nextStep: "closed" },
    cases: ["RH-8-receipt-filed", "RH-8-identity-filed", "RH-8-closed"],
  },
  {
    shows: "A receipt that is scanned without a signature does not count.",
    facts: { ...ready, delivery: { ...handedOverInHand, receiptSigned: false } },
    expect: { missingEvidence: ["signed-receipt"], nextStep: "file-evidence" },
    cases: ["RH-8-file"],
  },
  {
    shows: "A receipt that is signed and not scanned does not count.",
    facts: { ...ready, delivery: { ...handedOverInHand, receiptScanned: false } },
    expect: { missingEvidence: ["signed-receipt"], nextStep: "file-evidence" },
    cases: ["RH-8-file"],
  },
  {
    shows: "The identity card is scanned again with the receipt.",
    facts: { ...ready, delivery: { ...handedOverInHand, identityCardScanned: false } },
    expect: { missingEvidence: ["identity-card-with-receipt"], nextStep: "file-evidence" },
    cases: ["RH-8-file"],
  },
  {
    shows: "A record sent by registered letter with its acknowledgement filed is closed.",
    facts: { ...ready, delivery: sentByRegisteredMail },
    expect: { missingEvidence: [], nextStep: "closed" },
    cases: ["RH-9-filed", "RH-8-closed"],
  },
  {
    shows: "A registered letter stays open until the acknowledgement of receipt is scanned.",
    facts: { ...ready, delivery: { ...sentByRegisteredMail, acknowledgementScanned: false } },
    expect: { missingEvidence: ["acknowledgement-of-receipt"], nextStep: "file-evidence" },
    cases: ["RH-8-file"],
  },
  {
    shows: "A record that has left by email is a breach.",
    facts: { ...ready, delivery: { ...delivery, mode: "email", handedOver: true } },
    expect: { breaches: ["left-by-email"], nextStep: "report-breach" },
    cases: ["RH-11-left", "RH-11-report"],
  },
  {
    shows: "A record that has left by ordinary mail is a breach.",
    facts: { ...ready, delivery: { ...delivery, mode: "ordinary-mail", handedOver: true } },
    expect: { breaches: ["left-by-ordinary-mail"], nextStep: "report-breach" },
    cases: ["RH-9-left", "RH-11-report"],
  },
  {
    shows: "A record that has left without one of its documents is a breach.",
    facts: {
      ...ready,
      record: {
        ...record,
        specialties: ["implantology"],
        heldDocuments: [...record.heldDocuments, "ct-scan"],
      },
      delivery: handedOverInHand,
    },
    expect: {
      missingDocuments: ["implant-passport-copy"],
      breaches: ["left-incomplete"],
      nextStep: "report-breach",
    },
    cases: ["RH-4-left", "RH-11-report"],
  },
  {
    shows: "A record that has left without a written request is a breach.",
    facts: { ...ready, request: { ...request, written: false, scanned: false }, delivery: handedOverInHand },
    expect: { breaches: ["left-without-request"], nextStep: "report-breach" },
    cases: ["RH-1-left", "RH-11-report"],
  },
  {
    shows: "A record that has left with a written request not yet scanned is no breach: the scan is made up.",
    facts: { ...ready, request: { ...request, scanned: false }, delivery: handedOverInHand },
    expect: { breaches: [], nextStep: "scan-request-and-identity" },
    cases: ["RH-2-scan"],
  },
  {
    shows:
      "A record that has left within the reflection period is refused as entered, and no breach is recorded.",
    facts: { ...ready, delivery: { ...handedOverInHand, on: "2026-03-03" } },
    expect: { refusals: ["before-reflection-period"], breaches: [], nextStep: "choose-permitted-delivery" },
    cases: ["RH-12-too-early", "RH-9-choose"],
  },
  {
    shows: "All breaches are named together.",
    facts: {
      request: { ...request, written: false, scanned: false },
      record: { ...record, heldDocuments: [] },
      practitioner: { status: "present" },
      delivery: { ...delivery, mode: "email", handedOver: true },
    },
    expect: { breaches: ["left-by-email", "left-incomplete", "left-without-request"] },
    cases: ["RH-11-left", "RH-4-left", "RH-1-left"],
  },

  // What is known before everything is known.
  {
    shows: "The day of the request alone settles the first day of the window.",
    facts: { request: { receivedOn: "2026-03-02" } },
    expect: { earliestHandoverOn: "2026-03-04" },
    cases: ["RH-12-earliest"],
  },
  {
    shows: "An unwritten request that has not led to a delivery needs nothing else to be known.",
    facts: { request: { receivedOn: "2026-03-02", written: false }, delivery: { handedOver: false } },
    expect: { breaches: [], nextStep: "obtain-written-request" },
    cases: ["RH-1-obtain"],
  },
]);
