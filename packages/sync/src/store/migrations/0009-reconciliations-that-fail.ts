import { sql } from "../sql.js";
import type { Migration } from "./migration.js";

/** Comparisons that fail are counted apart from pulls that do: a pull that goes well says nothing of them. */
export const reconciliationsThatFail: Migration = {
  number: 9,
  name: "reconciliations-that-fail",
  statement: sql`
    alter table guichet.feeds
      add column reconcile_failures integer not null default 0,
      add column reconcile_failed_at timestamptz,
      add column reconcile_failure text;
  `,
};
