// An invoice: the policies say who pays each line and what is taken off, and what is not known stays a range.
import { amountInWords, priceInvoice, type InvoiceInput } from "@guichet/rules/desk";

// An insured patient comes with a letter of the insurer that names the filling. The crown is outside the program.
const visit = {
  facts: {
    service: { on: "2026-11-23" },
    care: { setting: "outpatient", indication: "acute" },
    institution: { listedByInsurer: true },
    arrival: { via: "insurer-dispatcher" },
    insurance: { scheme: "per-case" },
    guaranteeLetter: { received: true, issuedOn: "2026-11-09" },
    beneficiary: { kind: "insured" },
    entitlement: { from: "2026-02-01", openEnded: true },
  },
  lines: [
    {
      id: "filling",
      unitPriceMinor: 850_000,
      currency: "RUB",
      facts: { service: { line: "therapeutic-dentistry", inProgram: true, inGuaranteeLetter: true } },
    },
    {
      id: "crown",
      unitPriceMinor: 3_200_000,
      currency: "RUB",
      facts: { service: { line: "prosthodontics", inProgram: false, inGuaranteeLetter: false } },
    },
  ],
} as const satisfies InvoiceInput;

const asked = priceInvoice(visit);
for (const { id, payer, netMinor } of asked.lines) {
  console.log(id, payer, amountInWords(netMinor, "RUB", "en"));
}
if (asked.status === "open") console.log("ask:", asked.needs.map(({ fact }) => fact).join(", "));

// The insurer refuses to pay for more than its letter names.
const refused = { approval: { additional: "refused" } } as const;
const answered = priceInvoice({ ...visit, facts: { ...visit.facts, ...refused } });
if (answered.status === "priced") {
  const [total] = answered.totals;
  console.log("the insurer pays", amountInWords(total?.byPayer.insurer.netMinor ?? 0, "RUB", "en"));
  console.log("the patient pays", amountInWords(total?.byPayer.patient.netMinor ?? 0, "RUB", "en"));
}
