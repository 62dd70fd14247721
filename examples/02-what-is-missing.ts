// What is still missing: two policies ask together, each question once. The answer of the first is a fact of the second.
import { needsOf } from "@guichet/rules";
import { appointmentBooking } from "@guichet/rules/policies/appointment-booking";
import { registrationDocuments } from "@guichet/rules/policies/registration-documents";

const policies = [registrationDocuments, appointmentBooking] as const;
const bind = {
  "patient.documentsAccepted": { policy: "registration-documents", decision: "accepted" },
};

// Somebody stands at reception with a passport and wants an appointment. Nothing else is known yet.
const atReception = {
  request: { on: "2026-11-23", channel: "reception" },
  visit: { kind: "first", emergency: false },
  documents: { identity: "original" },
} as const;
const before = needsOf(policies, atReception, bind);
const { "appointment-booking": booking } = before.decisions;
console.log("possible:", booking.open?.action?.oneOf);
for (const { fact, holder, affects } of before.needs) {
  console.log(`ask the ${holder}: ${fact} (answers it can change: ${affects.length})`);
}

// The patient is an adult, and comes in person: no further paper can be asked for.
const adult = { ...atReception, applicant: { role: "patient" }, patient: { minor: false } } as const;
const after = needsOf(policies, adult, bind);
const { "registration-documents": papers } = after.decisions;
console.log("papers accepted:", papers.outcome?.accepted);
console.log("still to ask:", after.needs.map(({ fact }) => fact).join(", "));
