import { appointmentBooking } from "@guichet/rules/policies/appointment-booking";
import { waitlistOffer } from "@guichet/rules/policies/waitlist-offer";
import { decided, everythingEnds, newerStays, nothingLost, oneWorker } from "@guichet/sync/testing";
import type { MedotsInvariant } from "../seen.js";
import { goneTogether } from "./gone-together.js";
import { cursorSkipsNothing, localIsRemote } from "./mirrored.js";
import { noOverlap } from "./no-overlap.js";
import { oneEffect } from "./one-effect.js";
import { waitlistRules } from "./waitlist-rules.js";

/** I1 to I9: what must hold after every step of every history. */
export const invariants: readonly MedotsInvariant[] = [
  noOverlap,
  oneEffect,
  oneWorker,
  nothingLost,
  goneTogether,
  localIsRemote,
  newerStays,
  cursorSkipsNothing,
  waitlistRules,
  decided([appointmentBooking, waitlistOffer]),
  everythingEnds,
];
