import { intentMoves } from "@guichet/sync";
import type { RowChange } from "@guichet/sync/testing";
import type { Invariant, Seen } from "../seen.js";

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
  afterCommit: (changes, seen) => {
    const last = seen.acknowledged.at(-1);
    const wrong = last && missing(last.tenant, last.kind, last.reference, seen.rows("intents"));
    return wrong ?? goneTogether(changes, seen);
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

/** As many as a platform would leave out that lists too little, and nobody has confirmed that they are gone. */
function goneTogether(changes: readonly RowChange[], seen: Seen): string | undefined {
  const gone = changes.filter(
    ({ table, before, after }) =>
      table === "records" && before?.["gone_at"] === null && after?.["gone_at"] !== null,
  );
  const tenant = gone[0]?.after?.["tenant"];
  const stay = seen.rows("records").filter((row) => row["tenant"] === tenant && row["gone_at"] === null);
  if (gone.length < 5 || gone.length <= 0.2 * (gone.length + stay.length)) return undefined;
  const feed = changes.find(({ table }) => table === "feeds")?.before;
  return Number(feed?.["confirmed_missing"] ?? 0) >= gone.length
    ? undefined
    : `${gone.length} records of ${String(tenant)} went at once, and nobody has confirmed it`;
}

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
