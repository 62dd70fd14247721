// A hand-over: from the request to the filed evidence, the same task answers again as the facts grow.
import { assembleRecord, type RecordAssemblyInput } from "@guichet/rules/desk";

type Known = RecordAssemblyInput["facts"];

const request = { receivedOn: "2026-11-19", by: "patient", written: true } as const;
const scanned = { ...request, scanned: true, identityCardScanned: true } as const;
const dates = { newestInformationOn: "2026-10-02", oldestInformationOn: "2023-04-11" } as const;
const record = { ...dates, specialties: ["general"], neverMadeDocuments: [] } as const;
const radiographs = ["panoramic-radiographs", "periapical-radiographs"] as const;
const found = ["signed-quote", "treatment-plan-since-first-visit", ...radiographs] as const;
const planned = { mode: "in-hand", on: "2026-11-25", handedOver: false } as const;
const gone = { ...planned, handedOver: true, receiptSigned: true, receiptScanned: false } as const;
const filed = { ...gone, receiptScanned: true, identityCardScanned: true } as const;

const days: readonly (readonly [on: RecordAssemblyInput["on"], what: string, learnt: Known])[] = [
  [
    "2026-11-19",
    "a letter arrives",
    { request: { ...request, scanned: false }, delivery: { handedOver: false } },
  ],
  ["2026-11-20", "it is scanned with the identity card", { request: scanned, delivery: planned }],
  [
    "2026-11-20",
    "the practitioner looks at the record",
    { practitioner: { status: "present" }, record: { ...record, heldDocuments: found } },
  ],
  [
    "2026-11-23",
    "the invoices turn up",
    { record: { ...record, heldDocuments: [...found, "paid-invoices"] } },
  ],
  ["2026-11-25", "the patient signs and leaves with the record", { delivery: gone }],
  ["2026-11-26", "the receipt and the identity card are scanned", { delivery: filed }],
];

let facts: Known = {};
for (const [on, what, learnt] of days) {
  facts = { ...facts, ...learnt };
  const sheet = assembleRecord({ on, facts });
  if (sheet.status === "not-in-force") continue;
  const { nextStep, documents, window } = sheet;
  const next =
    nextStep.status === "settled"
      ? `${nextStep.step} (${nextStep.by ?? "not known who"})`
      : nextStep.possible.map(({ step }) => step).join(" or ");
  console.log(`${on}, ${what}`);
  console.log(`  next: ${next}`);
  const missing = documents.filter(({ state }) => state === "missing");
  for (const { document } of missing) console.log(`  missing: ${document}`);
  if (window.status === "settled") console.log(`  from ${window.earliestOn} to ${window.latestOn}`);
}
