import type { Clock } from "@guichet/sync";
import type { OmnidocDialect } from "../wire/dialect.js";

/** What the simulated platform can do: the switches of the capability sheet. */
export interface SimulatedCapabilities {
  /** `ifNoneExist` is honoured; otherwise every request that arrives makes a draft. */
  readonly conditionalCreate: boolean;
  /** A search by `identifier` is honoured; otherwise it is ignored, as a server does that does not know a parameter. */
  readonly searchByReference: boolean;
  /**
   * `honoured`: resources have version ids, answers an `ETag`, and `If-Match` is compared. `ignored`: nobody compares it.
   * `absent`: there are none.
   */
  readonly versions: "honoured" | "ignored" | "absent";
}

/** How a change is pushed: the request and whom it names in a transaction, the request alone, or what changed of it. */
export const pushForms = ["transaction", "resource", "patch"] as const;

export interface PushTarget {
  readonly url: string;
  readonly secret: string;
  /** `transaction` when left out. A patch that is not taken is pushed as a transaction. */
  readonly as?: (typeof pushForms)[number] | undefined;
}

export interface OmnidocSimulatorOptions {
  /** The platform's own clock: what changes says when, and pushes are signed with it. */
  readonly clock: Clock;
  /** Decides every id; 1 when left out. */
  readonly seed?: number;
  /** What is left out is honoured. */
  readonly capabilities?: Partial<SimulatedCapabilities>;
  /** `neutralDialect` when left out. */
  readonly dialect?: OmnidocDialect;
  /** The bearer token it takes; any when left out. */
  readonly token?: string;
  /** Where changes are pushed to, signed; nowhere when left out. */
  readonly webhook?: PushTarget;
}
