import type { WireNewClient } from "../wire/client.js";

/** An appointment as the platform has it. */
export interface SimulatedAppointment {
  readonly id: number;
  readonly clinicId: number;
  readonly userId: number;
  readonly clientId: number | null;
  readonly date: string;
  readonly time: string;
  readonly duration: number;
  readonly status: string;
  readonly appointmentTypeId: number | null;
  readonly appointmentSourceId: number | null;
  readonly entryTypeIds: readonly number[];
  readonly note: string | null;
  readonly clientComment: string | null;
  readonly orderId: number | null;
  /** Seconds since 1970. */
  readonly updatedAt: number;
}

export type SimulatedClient = WireNewClient & { readonly id: number };

/** Who did it: a call to the interface, or somebody at the clinic's own screen. */
export type Actor = "interface" | "staff";

/** What really happened on the platform. */
export type MedotsEvent =
  | { readonly kind: "client-registered"; readonly by: Actor; readonly client: SimulatedClient }
  | { readonly kind: "appointment-made"; readonly by: Actor; readonly appointment: SimulatedAppointment }
  | {
      readonly kind: "appointment-changed";
      readonly by: Actor;
      readonly before: SimulatedAppointment;
      readonly appointment: SimulatedAppointment;
    }
  | { readonly kind: "appointment-deleted"; readonly by: Actor; readonly appointment: SimulatedAppointment }
  /** A request arrived and was answered, with whatever effect stands before it. */
  | { readonly kind: "answered"; readonly method: string; readonly path: string; readonly status: number };
