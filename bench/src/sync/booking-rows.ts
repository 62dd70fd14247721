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
} as const;

type Table = keyof typeof tables;

export const tableNames = ["decisions", "bookings", "intents"] as const satisfies readonly Table[];

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
      const digest = `select md5(string_agg(row::text, chr(10) order by row.id)) from guichet.${table} row`;
      digests.push(String((await client.query<string[]>({ text: digest, rowMode: "array" })).rows[0]?.[0]));
    }
    const { decisions = [], bookings = [], intents = [] } = all;
    const byId = new Map(decisions.map((row) => [row[tables.decisions.indexOf("id")], row]));
    const byReference = new Map(bookings.map((row) => [row[tables.bookings.indexOf("reference")], row]));
    const rows = intents.map((intent) => ({
      intents: intent,
      decisions: byId.get(intent[tables.intents.indexOf("decision")]) ?? [],
      bookings: byReference.get(`medots-appointment ${intent[tables.intents.indexOf("remote_id")]}`) ?? [],
    }));
    return { rows, digest: digests.join(" ") };
  } finally {
    await client.end();
  }
}
