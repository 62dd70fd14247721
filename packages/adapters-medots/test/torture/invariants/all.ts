import type { Invariant } from "../seen.js";
import { decided } from "./decided.js";
import { everythingEnds } from "./everything-ends.js";
import { cursorSkipsNothing, localIsRemote, newerStays } from "./mirrored.js";
import { noOverlap } from "./no-overlap.js";
import { nothingLost } from "./nothing-lost.js";
import { oneEffect } from "./one-effect.js";
import { oneWorker } from "./one-worker.js";
import { waitlistRules } from "./waitlist-rules.js";

/** I1 to I9: what must hold after every step of every history. */
export const invariants: readonly Invariant[] = [
  noOverlap,
  oneEffect,
  oneWorker,
  nothingLost,
  localIsRemote,
  newerStays,
  cursorSkipsNothing,
  waitlistRules,
  decided,
  everythingEnds,
];
