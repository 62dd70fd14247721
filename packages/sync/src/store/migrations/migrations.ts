import { foundation } from "./0001-foundation.js";
import { decisionsAndIntents } from "./0002-decisions-and-intents.js";
import { inbox } from "./0003-inbox.js";
import { bookings } from "./0004-bookings.js";
import { waitlist } from "./0005-waitlist.js";
import { feeds } from "./0006-feeds.js";
import { retention } from "./0007-retention.js";
import { sealingKeys } from "./0008-sealing-keys.js";
import { reconciliationsThatFail } from "./0009-reconciliations-that-fail.js";
import type { Migration } from "./migration.js";

/** Every change of the schema, in the order of its numbers. */
export const migrations: readonly Migration[] = [
  foundation,
  decisionsAndIntents,
  inbox,
  bookings,
  waitlist,
  feeds,
  retention,
  sealingKeys,
  reconciliationsThatFail,
];
