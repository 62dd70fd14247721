import { decide, type ClinicPolicy, type FactsOf } from "@guichet/rules";
import { clockAt, millisFromInstant, type IsoInstant } from "@guichet/rules/calendar";
import { waitlistOffer } from "@guichet/rules/policies/waitlist-offer";
import { recordOf } from "@guichet/rules/verify";
import { recordDecision } from "../decisions/record-decision.js";
import type { TenantTransaction } from "../store/store.js";
import type { OpenProposal } from "./match-open-slots.js";
import type { StoredEntry } from "./waitlist-entry.js";

type WaitlistOffer = ClinicPolicy<typeof waitlistOffer>;

/** Under which rules, when and where a slot is proposed, and the key of the pseudonyms in decision records. */
export interface OfferMade {
  readonly at: IsoInstant;
  readonly zone: string;
  readonly recordKey: Uint8Array;
  readonly policy?: WaitlistOffer;
}

/** Keeps why a slot may be proposed to somebody, so that what comes of it can name the decision; its id. */
export function recordOffer(
  transaction: TenantTransaction,
  { entry, slot }: OpenProposal<StoredEntry>,
  { at, zone, recordKey, policy = waitlistOffer }: OfferMade,
): Promise<string> {
  const { specialty, practitioner, from, to, weekdays, earliestTime, latestTime, durationMinutes, state } =
    entry;
  const { day, time } = slot;
  const facts: FactsOf<WaitlistOffer> = {
    offer: clockAt(millisFromInstant(at) ?? 0, zone),
    entry: { specialty, practitioner, from, to, weekdays, earliestTime, latestTime, durationMinutes, state },
    slot: {
      day,
      time,
      specialty: slot.specialty,
      practitioner: slot.practitioner,
      durationMinutes: slot.durationMinutes,
      free: true,
    },
  };
  const about = {
    subject: entry.patient,
    key: recordKey,
    tenant: transaction.tenant,
    purpose: "waitlist",
    at,
  };
  return recordDecision(transaction, recordOf(policy, decide(policy, facts), about));
}
