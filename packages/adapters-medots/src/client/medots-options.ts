import type { NewIdPlace } from "../wire/new-id.js";
import type { RepeatedTime } from "../wire/clinic-time.js";

/** What a clinic tells us of its MEDOTS. Where nothing public says how it is, the clinic's vendor is to be asked. */
export interface MedotsOptions {
  /** `https://<tenant>.<host>/api/v2`. */
  readonly baseUrl: string;
  /** Who asks: the issuer of the tokens. */
  readonly identity: string;
  /** The secret the tokens are signed with, as it was handed out. */
  readonly secretKey: string;
  /** The clinics of this tenant that are served. */
  readonly clinics: readonly MedotsClinic[];
  /** How the token is sent: public clients do both. `bearer` when left out. */
  readonly authorization?: "bearer" | "bare";
  /** Where the answer to a create holds the new id. `either` when left out. */
  readonly newId?: NewIdPlace;
  /** The field of an appointment that holds our reference; `none` when staff must not see one. `note` when left out. */
  readonly referenceIn?: "note" | "clientComment" | "none";
  /** What a cancellation changes in an appointment, as the vendor confirmed it. Without it a person cancels. */
  readonly cancelBy?: Readonly<Record<string, string | number | boolean>>;
  /** Their words for where an appointment stands, each with ours; added to those that are assumed. */
  readonly statuses?: Readonly<Record<string, AppointmentStatus>>;
  /** Which moment is meant by a time that a clinic's clock shows twice. `first` when left out. */
  readonly repeatedTime?: RepeatedTime;
  /** What the vendor confirmed: nothing of it was ever seen, so it is not relied on unless said here. */
  readonly honours?: {
    /** A second request with the same `Idempotency-Key` has no second effect. */
    readonly idempotencyKeys?: boolean;
    /** Answers have an `ETag`, and a change whose `If-Match` names another one is refused. */
    readonly versions?: boolean;
  };
  /** How far back changes are read again: what is committed late has an older moment. 120 when left out. */
  readonly overlapSeconds?: number;
}

export interface MedotsClinic {
  readonly clinicId: number;
  /** Their times carry no offset, so the zone is ours to know: `Europe/Moscow`. */
  readonly zone: string;
}

/** Where an appointment stands, in the words of FHIR; `unknown` for a word of theirs that nobody explained. */
export type AppointmentStatus =
  "pending" | "booked" | "arrived" | "fulfilled" | "cancelled" | "noshow" | "unknown";

/** The zone of a clinic; `undefined` for a clinic that is not served. */
export function zoneOf({ clinics }: Pick<MedotsOptions, "clinics">, clinicId: number): string | undefined {
  return clinics.find((clinic) => clinic.clinicId === clinicId)?.zone;
}
