import { intentMoves } from "../../../intents/intent-states.js";
import type { Row } from "../history-database.js";
import type { Acknowledged, RowsSeen } from "../history-watch.js";
import type { Invariant } from "../invariant.js";

const kept = ["intents", "bookings", "decisions", "records", "waitlist_entries", "waitlist_proposals"];
const moves: Readonly<Record<string, readonly string[]>> = intentMoves;

/** I3. */
export const nothingLost: Invariant<RowsSeen> = {
  id: "I3",
  promise: "what was acknowledged is there, and what has ended stays as it ended",
  afterRow: ({ table, before, after }) => {
    if (kept.includes(table) && before && !after) return `a row of ${table} is gone`;
    if (table !== "intents" || !before || !after) return undefined;
    const [from, to] = [String(before["state"]), String(after["state"])];
    const isMove = from === to || moves[from]?.includes(to) === true;
    return isMove ? undefined : `intent ${String(after["reference"])} went from ${from} to ${to}`;
  },
  afterCommit: (_, seen) => {
    const last = seen.acknowledged.at(-1);
    return last && missing(last, seen.rows("intents"));
  },
  atRest: (seen) => {
    const intents = seen.rows("intents");
    return seen.acknowledged.map((one) => missing(one, intents)).find((wrong) => wrong !== undefined);
  },
};

function missing({ tenant, kind, reference }: Acknowledged, intents: readonly Row[]): string | undefined {
  const isThere = intents.some(
    (row) => row["tenant"] === tenant && row["kind"] === kind && row["reference"] === reference,
  );
  return isThere ? undefined : `${kind} ${reference} was acknowledged, and is not there`;
}
