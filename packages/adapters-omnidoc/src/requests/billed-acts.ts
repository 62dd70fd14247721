import type { RequesterClaim, ResponderClaim, TeleExpertiseRole } from "@guichet/rules/desk";
import { mirrorRecords, readRecords, type TenantTransaction } from "@guichet/sync";
import type { OmnidocSettings } from "../omnidoc-options.js";
import { patientPseudonym } from "../to-facts/opinion-item.js";
import type { Opinion, OpinionParty } from "../to-facts/opinion.js";
import { yearOfDay, type BilledActs, type BilledBefore, type EarlierAct } from "../to-facts/usage-facts.js";

/** The records of what was billed: a list of our own, which no platform is asked for. */
export const billedActs = "omnidoc-billed-acts";

interface BilledAct extends EarlierAct {
  readonly opinion: string;
  readonly role: TeleExpertiseRole;
  readonly professional: string;
  /** A pseudonym. */
  readonly patient: string;
}

/** A claim that was sent. */
export interface BilledClaim {
  readonly opinion: Opinion;
  readonly role: TeleExpertiseRole;
  readonly claim: Extract<ResponderClaim | RequesterClaim, { readonly status: "claim" }>;
}

/**
 * Notes that a claim was sent, so that the next opinion for the patient is counted right. Noting it again changes
 * nothing. The answer is false where nobody can say whose act it was, or for whom: then it cannot be counted.
 */
export async function recordBilled(
  transaction: TenantTransaction,
  { opinion, role, claim }: BilledClaim,
  { pseudonymKey }: Pick<OmnidocSettings, "pseudonymKey">,
): Promise<boolean> {
  const { remoteId, ins } = opinion;
  const professional = opinion[role].number;
  if (professional === undefined || ins === undefined) return false;
  const body: BilledAct = {
    opinion: remoteId,
    role,
    professional,
    patient: patientPseudonym(ins, pseudonymKey),
    year: yearOfDay(claim.actOn),
    level: "level" in claim ? claim.level : "single",
  };
  const item = { remoteId: `${role} ${remoteId}`, version: "1", status: "billed", body };
  await mirrorRecords(transaction, billedActs, [item]);
  return true;
}

export interface UsageOptions extends Pick<OmnidocSettings, "pseudonymKey"> {
  /** Numbers of the professionals who bill nothing that is not recorded here. */
  readonly wholeFor: ReadonlySet<string>;
}

/**
 * What both sides of an opinion have billed for its patient, before it or beside it, in every year: which of them
 * counts is for the claim to say, by the day that is billed.
 */
export async function billedBefore(
  transaction: TenantTransaction,
  { remoteId, ins, responder, requester }: Opinion,
  { pseudonymKey, wholeFor }: UsageOptions,
): Promise<BilledBefore> {
  const records = await readRecords<BilledAct>(transaction, billedActs);
  const patient = ins === undefined ? undefined : patientPseudonym(ins, pseudonymKey);
  const billedBy = (role: TeleExpertiseRole, { number }: OpinionParty): BilledActs => ({
    acts: records
      .map(({ body }) => body)
      .filter((act) => act.role === role && act.professional === number)
      .filter((act) => act.patient === patient && act.opinion !== remoteId)
      .map(({ year, level }) => ({ year, level })),
    isWhole: patient !== undefined && wholeFor.has(number ?? ""),
  });
  return { responder: billedBy("responder", responder), requester: billedBy("requester", requester) };
}
