import { sql } from "../sql.js";
import type { Migration } from "./migration.js";

/**
 * What has ended may be forgotten. A decision is looked for in what names it, so that too has its index. Which migrations
 * were applied may be seen while a worker runs.
 */
export const retention: Migration = {
  number: 7,
  name: "retention",
  statement: sql`
    create index intents_by_decision on guichet.intents (tenant, decision) where decision is not null;
    create index waitlist_entries_by_decision on guichet.waitlist_entries (tenant, decision) where decision is not null;
    create index waitlist_proposals_by_decision on guichet.waitlist_proposals (tenant, decision);
    grant delete on guichet.decisions, guichet.intents, guichet.bookings, guichet.waitlist_entries,
      guichet.waitlist_proposals, guichet.records to guichet_tenant;
    grant select on guichet.migrations to guichet_operator;
  `,
};
