import type { Carrier, Database, Feed, FeedOptions } from "@guichet/sync";
import type { AppointmentBody } from "@guichet/adapters-medots";
import { rewriteStatements } from "@guichet/sync/testing";
import type { Honours } from "./clinics.js";

/** A bug, put between the parts: the torture must find it. */
export interface Planted {
  readonly name: string;
  /** The invariants that may be the first to be broken by it. */
  readonly foundBy: readonly string[];
  readonly database?: (database: Database) => Database;
  readonly carrier?: (carrier: Carrier) => Carrier;
  readonly feed?: (feed: Feed<AppointmentBody>) => Feed<AppointmentBody>;
  readonly reading?: Partial<FeedOptions>;
  readonly honours?: Honours;
}

const plain: Honours = { idempotencyKeys: false, notes: true, versions: false };

const rewritten = (from: string | RegExp, to: string) => (database: Database) =>
  rewriteStatements(database, (text) => text.replace(from, to));

/** One line each: what a tired programmer might have written. */
export const plantedBugs: readonly Planted[] = [
  {
    name: "an intent that may have had its effect is sent again without looking",
    foundBy: ["I2"],
    honours: plain,
    carrier: (carrier) => ({
      ...carrier,
      capabilities: { ...carrier.capabilities, idempotencyKeys: true },
    }),
  },
  {
    name: "an outcome that nobody knows is taken for a refusal",
    foundBy: ["I2", "I4"],
    honours: plain,
    carrier: (carrier) => ({
      ...carrier,
      send: async (intent, signal) => {
        const sent = await carrier.send(intent, signal);
        return sent.outcome === "unknown" ? { outcome: "refused", code: sent.code } : sent;
      },
    }),
  },
  {
    name: "what became of a request is not looked for",
    foundBy: ["I2", "I4"],
    honours: plain,
    carrier: (carrier) => ({
      ...carrier,
      find: (intent) => Promise.resolve({ outcome: "found", remoteId: intent.id }),
    }),
  },
  {
    name: "the cursor is moved though the page is not stored",
    foundBy: ["I6"],
    feed: (feed) => ({
      ...feed,
      changes: async (...asked) => ({ ...(await feed.changes(...asked)), items: [] }),
    }),
  },
  {
    name: "a reservation is not released",
    foundBy: ["I4", "I7"],
    database: rewritten("set state = 'released'", "set state = state"),
  },
  {
    name: "an event that was told twice is taken twice",
    foundBy: ["I2"],
    database: (database) =>
      rewriteStatements(database, (text) =>
        text.includes("insert into guichet.inbox") ? "select $1::text, $2::text, $3::text as event" : text,
      ),
  },
  {
    name: "an older version overwrites a newer one",
    foundBy: ["I5"],
    database: rewritten("where excluded.version > known.version or", "where true or"),
  },
  {
    name: "somebody agrees after the deadline",
    foundBy: ["I7"],
    database: rewritten("and expires_at > guichet.clock()", ""),
  },
  {
    name: "an intent is taken that another worker holds",
    foundBy: ["I2"],
    database: rewritten(/(due_at <= \S+ ?\S*\s+)and \(lease_until is null or lease_until <= [^)]*\)+/, "$1"),
  },
  {
    name: "what came of an intent is written down after the lease was lost",
    foundBy: ["I2"],
    database: rewritten(
      /and (intent\.)?lease = (\S+) and lease_until > guichet\.clock\(\)/,
      "and $2::uuid is not null",
    ),
  },
  {
    name: "a platform that lists too little has cancelled everything",
    foundBy: ["I3"],
    reading: { heldShare: 1 },
  },
  {
    name: "a slot is held without looking whether it is free",
    foundBy: ["I1", "I2", "I4", "I7"],
    database: rewritten(
      /(values \(\$1, \$2, \$3, \$4|select \$1, id, reference, practitioner), tstzrange\(/,
      "$1 || '*', tstzrange(",
    ),
  },
];
