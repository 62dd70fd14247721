import type { TenantStore } from "@guichet/sync";
import type { SimulatedProcess } from "@guichet/sync/testing";
import type { TorturedClinic } from "./clinics.js";
import type { Desk } from "./desk.js";

/** Who does something: a desk, or one of two workers. Each is a process, and another one when it has ended. */
export type Role = "setup" | "desk" | "worker-1" | "worker-2";

/** What somebody does for a clinic. It may be done again. */
export interface Deed {
  readonly name: string;
  readonly role: Role;
  readonly clinic: TorturedClinic;
  /** What came of it, in a few words. */
  readonly run: (at: Bench) => Promise<string>;
}

/** A process at work for one clinic. */
export interface Bench {
  readonly clinic: TorturedClinic;
  readonly store: TenantStore;
  readonly desk: Desk;
  readonly process: SimulatedProcess;
}
