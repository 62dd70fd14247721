import type { Surroundings } from "../surroundings.js";
import type { Sealer } from "./sealing/sealer.js";
import type { Transaction } from "./transaction.js";

/** A transaction that sees the rows of one tenant and no others. */
export interface TenantTransaction extends Transaction {
  readonly tenant: string;
  readonly sealer: Sealer;
  /** New ids come from the surroundings, so that a simulation can be run again. */
  readonly uuid: () => string;
  /** Where it shares a commit with others, side by side, and is in no `contained`: the transaction they all are part of. */
  readonly shared?: TenantTransaction | undefined;
}

/** One clinic's part of a store. */
export interface TenantStore {
  readonly tenant: string;
  readonly sealer: Sealer;
  /**
   * Runs `work` in one transaction of this tenant: all of it happens, or nothing. It may be run again where the
   * database asks for it, so it does nothing outside of the database.
   *
   * Errors: `outcome-unknown` when the connection was lost while committing.
   */
  readonly transaction: <Result>(
    work: (transaction: TenantTransaction) => Promise<Result>,
  ) => Promise<Result>;
}

/** Whom the rows belong to, and which country's law they live under. */
export interface Tenant {
  /** Small letters, digits and hyphens, at most 63. */
  readonly id: string;
  readonly jurisdiction: string;
}

/**
 * Everything that is kept, for the clinics of one jurisdiction.
 *
 * *Acknowledged* means: the promise of a transaction resolved, so PostgreSQL has written it to disk (`fsync` on), and it
 * survives the end of this process, of the server and a power cut; on the disk it was written to.
 */
export interface Store {
  /** ISO 3166-1, two letters. */
  readonly jurisdiction: string;
  readonly surroundings: Surroundings;
  /** Errors: `tenant-refused`, `jurisdiction-differs`. Adding a tenant again changes nothing. */
  readonly addTenant: (tenant: Tenant) => Promise<TenantStore>;
  /** Errors: `tenant-unknown`, `jurisdiction-differs`. */
  readonly forTenant: (id: string) => Promise<TenantStore>;
  readonly tenants: () => Promise<readonly Tenant[]>;
  /** Looks over all tenants, as a role that cannot read a payload. */
  readonly overview: <Result>(work: (transaction: Transaction) => Promise<Result>) => Promise<Result>;
  /** Closes the connections and stops what was started for it. */
  readonly close: () => Promise<void>;
}
