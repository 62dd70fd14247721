import type { IsoDay } from "@guichet/rules";
import type { RequesterClaim, ResponderClaim, TeleExpertiseRole } from "@guichet/rules/desk";
import { mirrorRecords, readRecords, type TenantTransaction } from "@guichet/sync";
import type { OmnidocSettings } from "../omnidoc-options.js";
import { patientPseudonym } from "../to-facts/opinion-item.js";
import type { Opinion } from "../to-facts/opinion.js";
import type { BilledBefore, BilledCount } from "../to-facts/usage-facts.js";

/** The records of what was billed: a list of our own, which no platform is asked for. */
export const billedActs = "omnidoc-billed-acts";

interface BilledAct {
  readonly opinion: string;
  readonly role: TeleExpertiseRole;
  readonly professional: string;
  /** A pseudonym. */
  readonly patient: string;
  readonly year: number;
  readonly level: "1" | "2" | "single";
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
    year: yearOf(claim.actOn),
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

/** What both sides of an opinion have billed in its year for its patient, before it or beside it. */
export async function billedBefore(
  transaction: TenantTransaction,
  opinion: Opinion,
  { pseudonymKey, wholeFor }: UsageOptions,
): Promise<BilledBefore> {
  const { remoteId, ins, answeredOn } = opinion;
  const records = await readRecords<BilledAct>(transaction, billedActs);
  const patient = ins === undefined ? undefined : patientPseudonym(ins, pseudonymKey);
  const year = answeredOn === undefined ? undefined : yearOf(answeredOn);
  const countFor = (role: TeleExpertiseRole): BilledCount => {
    const professional = opinion[role].number;
    const own = records
      .map(({ body }) => body)
      .filter((act) => act.role === role && act.professional === professional)
      .filter((act) => act.patient === patient && act.year === year && act.opinion !== remoteId);
    return {
      acts: own.length,
      level1Acts: own.filter(({ level }) => level === "1").length,
      level2Acts: own.filter(({ level }) => level === "2").length,
      isWhole: patient !== undefined && year !== undefined && wholeFor.has(professional ?? ""),
    };
  };
  return { responder: countFor("responder"), requester: countFor("requester") };
}

function yearOf(day: IsoDay): number {
  return Number(day.slice(0, 4));
}
