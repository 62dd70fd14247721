import type { RowChange } from "@guichet/sync/testing";
import type { MedotsInvariant } from "../seen.js";

/** I3: as many as a platform would leave out that lists too little, and nobody has confirmed that they are gone. */
export const goneTogether: MedotsInvariant = {
  id: "I3",
  promise: "many gone at once wait for a person",
  afterCommit: (changes: readonly RowChange[], seen) => {
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
  },
};
