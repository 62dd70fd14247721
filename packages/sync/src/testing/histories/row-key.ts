import type { Row } from "./history-database.js";

const keys: Readonly<Record<string, readonly string[]>> = {
  intents: ["tenant", "id"],
  bookings: ["tenant", "id"],
  decisions: ["tenant", "id"],
  inbox: ["tenant", "source", "event"],
  feeds: ["tenant", "feed"],
  records: ["tenant", "feed", "remote_id"],
  failed_items: ["tenant", "feed", "item"],
  waitlist_entries: ["tenant", "id"],
  waitlist_proposals: ["tenant", "id"],
};

/** What tells a row from the others of its table. */
export function rowKey(table: string, row: Row): string {
  return (keys[table] ?? []).map((column) => String(row[column])).join(" ");
}
