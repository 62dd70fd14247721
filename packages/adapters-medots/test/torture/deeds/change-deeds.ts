import type { Slot } from "@guichet/rules/desk";
import { cancelAppointmentKind, changeAppointmentKind } from "@guichet/adapters-medots";
import type { TorturedClinic } from "../clinics.js";
import type { Deed } from "../deed.js";
import type { Simulation } from "../simulation.js";
import { placeOf } from "./place-of.js";

/** An appointment is to be at another time. */
export function moveDeed(
  simulation: Simulation,
  clinic: TorturedClinic,
  wish: { readonly remoteId: string; readonly reference: string; readonly slot: Slot },
): Deed {
  const { remoteId, reference, slot } = wish;
  const wants = { kind: "change", ...placeOf(slot, clinic), remoteId: Number(remoteId) } as const;
  simulation.ask({ tenant: clinic.tenant, reference, wants });
  const at = simulation.turns.now();
  return {
    name: `move ${remoteId} to ${slot.id}, ${reference}`,
    role: "desk",
    clinic,
    run: async ({ store, desk }) => {
      await store.transaction((transaction) => desk.move(transaction, remoteId, { reference, slot, at }));
      simulation.acknowledge(clinic, changeAppointmentKind, reference);
      return "recorded";
    },
  };
}

export function cancelDeed(
  simulation: Simulation,
  clinic: TorturedClinic,
  { remoteId, reference }: { readonly remoteId: string; readonly reference: string },
): Deed {
  const wants = { kind: "cancel", remoteId: Number(remoteId) } as const;
  simulation.ask({ tenant: clinic.tenant, reference, wants });
  const at = simulation.turns.now();
  return {
    name: `cancel ${remoteId}, ${reference}`,
    role: "desk",
    clinic,
    run: async ({ store, desk }) => {
      await store.transaction((transaction) => desk.cancel(transaction, remoteId, reference, at));
      simulation.acknowledge(clinic, cancelAppointmentKind, reference);
      return "recorded";
    },
  };
}
