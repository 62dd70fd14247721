import { intentMoves } from "@guichet/sync";
import type { Invariant } from "../seen.js";

const kept = ["intents", "bookings", "decisions", "records", "waitlist_entries", "waitlist_proposals"];
const moves: Readonly<Record<string, readonly string[]>> = intentMoves;

/** I3. */
export const nothingLost: Invariant = {
  id: "I3",
  promise: "what was acknowledged is there, and what has ended stays as it ended",
  afterRow: ({ table, before, after }) => {
    if (kept.includes(table) && before && !after) return `a row of ${table} is gone`;
    if (table !== "intents" || !before || !after) return undefined;
    const [from, to] = [String(before["state"]), String(after["state"])];
    const isMove = from === to || moves[from]?.includes(to) === true;
    return isMove ? undefined : `intent ${String(after["reference"])} went from ${from} to ${to}`;
  },
  afterCommit: (_tables, seen) => {
    const last = seen.acknowledged.at(-1);
    return last && missing(last.tenant, last.kind, last.reference, seen.rows("intents"));
  },
  atRest: (seen) => {
    const intents = seen.rows("intents");
    for (const { tenant, kind, reference } of seen.acknowledged) {
      const wrong = missing(tenant, kind, reference, intents);
      if (wrong !== undefined) return wrong;
    }
    return undefined;
  },
};

function missing(
  tenant: string,
  kind: string,
  reference: string,
  intents: readonly Readonly<Record<string, unknown>>[],
): string | undefined {
  const isThere = intents.some(
    (row) => row["tenant"] === tenant && row["kind"] === kind && row["reference"] === reference,
  );
  return isThere ? undefined : `${kind} ${reference} was acknowledged, and is not there`;
}
