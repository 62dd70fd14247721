import { decide, type FactsOf, type Need, type OutcomeOfPolicy } from "@guichet/rules";
import { clockAt, millisFromInstant } from "@guichet/rules/calendar";
import { registrationDocuments } from "@guichet/rules/policies/registration-documents";
import { databaseTime, readIntent, recordIntent, type IntentStatus } from "@guichet/sync";
import { registerClientKind, type ClientToRegister } from "../outlets/register-client.js";
import type { PapersKnown } from "../to-facts/booking-facts.js";
import { findPatient } from "../lookups/find-patient.js";
import type { WireClient } from "../wire/client.js";
import type { FrontDesk } from "./front-desk.js";
import { recordAnswer } from "./record-answer.js";

type Papers = OutcomeOfPolicy<typeof registrationDocuments>;

/** Somebody at reception who is to have an entry on MEDOTS, and the papers that lie on the desk. */
export interface PatientRegistration {
  /** A UUID of the desk's: under it, one entry is made at most. */
  readonly reference: string;
  /** With `noneOf`, once somebody has said that none of those entries is the patient's. */
  readonly particulars: ClientToRegister;
  /** What is left out is unknown, and asked for. */
  readonly papers: PapersKnown;
}

/** What a registration came to. */
export type RegistrationAnswer =
  /** The patient has an entry, of this number. */
  | { readonly outcome: "registered"; readonly clientId: number }
  /** MEDOTS is being told. */
  | { readonly outcome: "registering"; readonly intent: string }
  /** Any of these may be the patient: somebody says who, or asks again with `noneOf` in the particulars. */
  | { readonly outcome: "choose-patient"; readonly clients: readonly WireClient[] }
  | {
      readonly outcome: "ask-for-documents";
      readonly missing: Papers["missingDocuments"];
      readonly unacceptable: Papers["unacceptableDocuments"];
    }
  /** Find these things out. */
  | { readonly outcome: "ask"; readonly needs: readonly Need[] }
  | { readonly outcome: "not-in-force" }
  /** MEDOTS refused it, or nobody knows whether it was done: a person looks. */
  | { readonly outcome: "left-to-people"; readonly code: string };

/**
 * Makes an entry for a patient, once the papers are accepted (policy `registration-documents`). Who has one already is
 * found, and not entered again; a relative is another person, and where it is not clear who it is, nobody is guessed.
 *
 * Errors: `ReadFailure`; those of the store.
 */
export async function registerPatient(
  desk: FrontDesk,
  { reference, particulars, papers }: PatientRegistration,
  signal: AbortSignal,
): Promise<RegistrationAnswer> {
  const { at, earlier } = await desk.store.transaction(async (transaction) => ({
    at: await databaseTime(transaction),
    earlier: await readIntent(transaction, registerClientKind, reference),
  }));
  if (earlier) return answerOf(earlier);
  const { day } = clockAt(millisFromInstant(at) ?? 0, desk.clinic.zone);
  const facts: FactsOf<typeof registrationDocuments> = { ...papers, request: { on: day } };
  const decision = decide(registrationDocuments, facts);
  if (decision.status === "not-in-force") return { outcome: "not-in-force" };
  const { nextStep, missingDocuments = [], unacceptableDocuments = [] } = decision.outcome;
  if (nextStep === undefined) {
    return { outcome: "ask", needs: decision.needs.filter(({ affects }) => affects.includes("nextStep")) };
  }
  const record = (transaction: Parameters<typeof recordAnswer>[0], subject: string): Promise<string> =>
    recordAnswer(transaction, desk, registrationDocuments, decision, { subject, at });
  if (nextStep === "ask-for-documents") {
    await desk.store.transaction((transaction) => record(transaction, reference));
    return { outcome: "ask-for-documents", missing: missingDocuments, unacceptable: unacceptableDocuments };
  }
  const found = await findPatient(desk.client, particulars, signal);
  if (found.found === "one") return { outcome: "registered", clientId: found.client.id };
  if (found.found === "unclear") return { outcome: "choose-patient", clients: found.clients };
  return desk.store.transaction(async (transaction) => {
    const known = await readIntent(transaction, registerClientKind, reference);
    if (known) return answerOf(known);
    const { id } = await recordIntent(transaction, {
      kind: registerClientKind,
      reference,
      payload: particulars,
      decision: await record(transaction, reference),
    });
    return { outcome: "registering", intent: id };
  });
}

function answerOf({ id, state, code, remoteId }: IntentStatus): RegistrationAnswer {
  switch (state) {
    case "pending":
    case "sending":
    case "unknown":
      return { outcome: "registering", intent: id };
    case "done":
      return { outcome: "registered", clientId: Number(remoteId) };
    case "conflict":
    case "refused":
    case "set-aside":
      return { outcome: "left-to-people", code: code ?? state };
  }
}
