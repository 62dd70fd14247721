import { createHmac } from "node:crypto";
import type { IsoDay } from "@guichet/rules";
import type { FeedItem } from "@guichet/sync";
import type { Opinion } from "./opinion.js";

/** What is kept of an opinion: who exchanged it and when, and of the patient a pseudonym. */
export interface OpinionBody {
  readonly askedOn?: IsoDay;
  readonly answeredOn?: IsoDay;
  /** RPPS or ADELI numbers. */
  readonly requester?: string;
  readonly responder?: string;
  /** Tells the patient from others, and to nobody without the clinic's key who that is. */
  readonly patient?: string;
}

/** An opinion as the store keeps it: no name, no identity, no reason. */
export function opinionItem(opinion: Opinion, pseudonymKey: Uint8Array): FeedItem<OpinionBody> {
  const { remoteId, version, state, reference, askedOn, answeredOn, requester, responder, ins } = opinion;
  return {
    remoteId,
    version,
    status: state,
    reference,
    body: {
      ...(askedOn === undefined ? {} : { askedOn }),
      ...(answeredOn === undefined ? {} : { answeredOn }),
      ...(requester.number === undefined ? {} : { requester: requester.number }),
      ...(responder.number === undefined ? {} : { responder: responder.number }),
      ...(ins === undefined ? {} : { patient: patientPseudonym(ins, pseudonymKey) }),
    },
  };
}

/** The pseudonym of a patient at one clinic, for counting opinions and nothing else. */
export function patientPseudonym(ins: string, pseudonymKey: Uint8Array): string {
  return createHmac("sha256", pseudonymKey).update(`omnidoc-opinion-usage\n${ins}`).digest("base64url");
}
