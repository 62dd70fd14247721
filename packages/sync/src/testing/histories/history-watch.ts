import type { Row, RowChange } from "./history-database.js";
import { InvariantBroken, type Invariant } from "./invariant.js";
import { rowKey } from "./row-key.js";

/** What somebody was told is done, and what it was about: a history's own account, kept outside of the database. */
export interface Acknowledged {
  readonly tenant: string;
  readonly kind: string;
  readonly reference: string;
}

/** What every promise is checked against: the rows as they were committed, and what was acknowledged. */
export interface RowsSeen {
  readonly rows: (table: string) => readonly Row[];
  readonly row: (table: string, key: string) => Row | undefined;
  readonly acknowledged: readonly Acknowledged[];
  /** The process that took a lease first. */
  readonly holders: ReadonlyMap<string, string>;
}

/** Keeps what was seen of rows, and checks every promise each time something new is. */
export abstract class HistoryWatch<Seen, Event> implements RowsSeen {
  readonly acknowledged: Acknowledged[] = [];
  readonly holders = new Map<string, string>();
  /** The intents that were set aside at some time. */
  readonly setAside = new Set<string>();
  readonly #invariants: readonly Invariant<Seen, Event>[];
  readonly #tables = new Map<string, Map<string, Row>>();

  constructor(invariants: readonly Invariant<Seen, Event>[]) {
    this.#invariants = invariants;
  }

  /** What promises are shown: this watch, as they know it. */
  protected abstract get seen(): Seen;

  rows(table: string): readonly Row[] {
    return [...(this.#tables.get(table)?.values() ?? [])];
  }

  row(table: string, key: string): Row | undefined {
    return this.#tables.get(table)?.get(key);
  }

  sawCommit(changes: readonly RowChange[], by: string): void {
    for (const { table, before, after } of changes) {
      const lease = after?.["lease"];
      if (typeof lease === "string" && !this.holders.has(lease)) this.holders.set(lease, by);
      if (table === "intents" && after?.["state"] === "set-aside") this.setAside.add(String(after["id"]));
      const rows = this.#tables.get(table) ?? new Map<string, Row>();
      this.#tables.set(table, rows);
      if (after) rows.set(rowKey(table, after), after);
      else if (before) rows.delete(rowKey(table, before));
    }
    for (const change of changes) this.#check((one) => one.afterRow?.(change, this.seen, by));
    this.#check((one) => one.afterCommit?.(changes, this.seen));
  }

  sawEvent(event: Event): void {
    this.#check((one) => one.afterEvent?.(event, this.seen));
  }

  atRest(): void {
    this.#check((one) => one.atRest?.(this.seen));
  }

  #check(ask: (invariant: Invariant<Seen, Event>) => string | undefined): void {
    for (const invariant of this.#invariants) {
      const wrong = ask(invariant);
      if (wrong !== undefined) throw new InvariantBroken(invariant.id, wrong);
    }
  }
}
