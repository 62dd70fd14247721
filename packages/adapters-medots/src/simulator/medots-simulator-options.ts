import type { Clock } from "@guichet/sync";

/** How a simulated MEDOTS is set up. Whatever nobody knows of the real one can be had either way. */
export interface MedotsSimulatorOptions {
  /** The platform's own clock: tokens expire by it, and rows say when they changed. */
  readonly clock: Clock;
  /** Decides the invented data; 1 when left out. */
  readonly seed?: number;
  readonly clinics?: readonly SimulatedClinic[];
  /** How many practitioners each clinic has; 3 when left out. */
  readonly usersPerClinic?: number;
  readonly keys?: readonly SimulatedKey[];
  /** How a token is to be sent; `bearer` when left out. */
  readonly authorization?: "bearer" | "bare";
  /** Where the answer to a create holds the new id; `object` when left out. */
  readonly newId?: "object" | "first-of-data";
  readonly honours?: SimulatedCapabilities;
}

export interface SimulatedClinic {
  readonly id: number;
  readonly zone: string;
}

/** A key that was handed out, and what it may do: everything, unless said otherwise. */
export interface SimulatedKey {
  readonly identity: string;
  readonly secretKey: string;
  /** The clinics it sees. Of others it is shown nothing, as if there were nothing. */
  readonly clinicIds?: readonly number[];
  readonly mayWrite?: boolean;
}

/** The capability switch. */
export interface SimulatedCapabilities {
  /** A second request with the same `Idempotency-Key` is answered as the first was; `false` when left out. */
  readonly idempotencyKeys?: boolean;
  /** Notes are kept, so that our reference is found in them; `true` when left out. */
  readonly notes?: boolean;
  /** `absent`: no `ETag`. `ignored`: there is one, and nobody compares it. `absent` when left out. */
  readonly versions?: "honoured" | "ignored" | "absent";
}
