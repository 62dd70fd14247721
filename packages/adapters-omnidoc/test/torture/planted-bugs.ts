import { rewriteStatements } from "@guichet/sync/testing";
import type { Database } from "@guichet/sync";
import type { Habits } from "./clinics.js";
import type { Planted } from "./simulation.js";

const pushed: Partial<Habits> = { pushes: "resource", isAsked: false };

const rewritten = (from: string | RegExp, to: string) => (database: Database) =>
  rewriteStatements(database, (text) => text.replace(from, to));

/** One line each: what a tired programmer might have written. */
export const plantedBugs: readonly Planted[] = [
  {
    name: "what is pushed is stored without comparing versions",
    foundBy: ["I5"],
    habits: pushed,
    database: rewritten("where excluded.version > known.version or", "where true or"),
  },
  {
    name: "the platform is told another reference at another try",
    foundBy: ["I2"],
    carrier: (carrier) => {
      const tried = new Set<string>();
      return {
        ...carrier,
        send: (intent, signal) => {
          const isAgain = tried.has(intent.id);
          tried.add(intent.id);
          return carrier.send(isAgain ? { ...intent, reference: `${intent.reference}-2` } : intent, signal);
        },
      };
    },
  },
  {
    name: "an intent is taken that another worker holds",
    foundBy: ["I2"],
    database: rewritten(/(due_at <= \S+ ?\S*\s+)and \(lease_until is null or lease_until <= [^)]*\)+/, "$1"),
  },
  {
    name: "an outcome that nobody knows is taken for a refusal",
    foundBy: ["I2"],
    carrier: (carrier) => ({
      ...carrier,
      send: async (intent, signal) => {
        const sent = await carrier.send(intent, signal);
        return sent.outcome === "unknown" ? { outcome: "refused", code: sent.code } : sent;
      },
    }),
  },
  {
    name: "a push that is told twice is taken twice",
    foundBy: ["I2"],
    database: rewritten(
      /[\s\S]*insert into guichet\.inbox[\s\S]*/,
      "select $1::text, $2::text, $3::text as event",
    ),
  },
];
