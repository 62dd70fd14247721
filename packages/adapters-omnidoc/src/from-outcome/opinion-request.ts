import type { IsoDay } from "@guichet/rules";
import type { Profession } from "../wire/dialect.js";

/** The patient an opinion is about, as the national identity service (INS) knows them. */
export interface PatientIdentity {
  /** INS: 13 signs and their key. */
  readonly ins: string;
  readonly birthName: string;
  readonly givenNames: readonly [string, ...string[]];
  readonly gender: "female" | "male";
  readonly bornOn: IsoDay;
}

/** Where a professional works. */
export interface Workplace {
  /** Nine signs; needed where the requester is employed. */
  readonly finess: string;
  readonly name: string;
}

/** A health professional: RPPS number or, where there is none, ADELI number. */
export type Professional = ({ readonly rpps: string } | { readonly adeli: string }) & {
  readonly familyName: string;
  readonly givenName: string;
  readonly profession: Profession;
  /** A code of the national list of specialties. */
  readonly specialty?: string | undefined;
  readonly workplace?: Workplace | undefined;
};

/** To whom it goes: a person, or whoever of a specialty the platform finds. */
export type Addressee = { readonly responder: Professional } | { readonly specialty: string };

/**
 * A request for an opinion that may be made. It holds who the patient is and nothing of why: the requester writes
 * that on the platform.
 */
export interface OpinionRequest {
  /** The moment of asking, with its offset. */
  readonly askedAt: string;
  readonly patient: PatientIdentity;
  readonly requester: Professional;
  readonly to: Addressee;
  /** Left out where nobody knows. */
  readonly urgent?: boolean;
  /** The patient agreed: without it there is no request. */
  readonly consentGiven: true;
}

/** The number a professional is known by everywhere. */
export function numberOf(professional: Professional): string {
  return "rpps" in professional ? professional.rpps : professional.adeli;
}
