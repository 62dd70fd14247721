import { Client } from "pg";

/** The tables that a booking leaves a row in, in the order in which they refer to each other. */
export const tables = {
  decisions: ["tenant", "id", "record", "recorded_at"],
  bookings: [
    ...["tenant", "id", "reference", "practitioner", "during", "state", "version", "reserved_at", "moved_at"],
  ],
  intents: [
    ...[
      "tenant",
      "id",
      "kind",
      "reference",
      "decision",
      "digest",
      "digest_key",
      "payload",
      "payload_key",
      "state",
    ],
    ...["attempts", "doubts", "tried_from", "due_at", "lease", "lease_until", "sent_by", "code", "remote_id"],
    ...["remote_version", "recorded_at", "moved_at"],
  ],
  records: [
    ...["tenant", "feed", "remote_id", "version", "status", "reference", "body", "stored_at", "gone_at"],
  ],
} as const;

type Table = keyof typeof tables;

export const tableNames = ["decisions", "bookings", "intents", "records"] as const satisfies readonly Table[];

/** The rows of one booking, as PostgreSQL writes their values. */
export type BookingRows = Readonly<Record<Table, readonly (string | null)[]>>;

/** What bookings left: the rows of each, and a digest of all that is in the tables. */
export interface LeftRows {
  readonly rows: readonly BookingRows[];
  readonly digest: string;
}

/** Looks at what is in the tables, as their owner. */
export async function readLeftRows(databaseUrl: string): Promise<LeftRows> {
  const client = new Client(databaseUrl);
  await client.connect();
  try {
    await client.query("set timezone to 'UTC'");
    const digests: string[] = [];
    const all: Partial<Record<Table, readonly (readonly (string | null)[])[]>> = {};
    for (const table of tableNames) {
      const columns = tables[table].map((column) => `${column}::text`).join(", ");
      const from = `select ${columns} from guichet.${table}`;
      all[table] = (await client.query<(string | null)[]>({ text: from, rowMode: "array" })).rows;
      const digest = `select md5(string_agg(row::text, chr(10) order by row::text)) from guichet.${table} row`;
      digests.push(String((await client.query<string[]>({ text: digest, rowMode: "array" })).rows[0]?.[0]));
    }
    const { decisions = [], bookings = [], intents = [], records = [] } = all;
    const by = (table: Table, column: string, rows: readonly (readonly (string | null)[])[]) =>
      new Map(rows.map((row) => [row[placeOf(table, column)], row]));
    const decisionById = by("decisions", "id", decisions);
    const bookingByReference = by("bookings", "reference", bookings);
    const recordById = by("records", "remote_id", records);
    const rows = intents.map((intent) => {
      const remoteId = intent[placeOf("intents", "remote_id")];
      return {
        intents: intent,
        decisions: decisionById.get(intent[placeOf("intents", "decision")]) ?? [],
        bookings: bookingByReference.get(`medots-appointment ${remoteId}`) ?? [],
        records: recordById.get(remoteId) ?? [],
      };
    });
    return { rows, digest: digests.join(" ") };
  } finally {
    await client.end();
  }
}

function placeOf(table: Table, column: string): number {
  const columns: readonly string[] = tables[table];
  return columns.indexOf(column);
}
