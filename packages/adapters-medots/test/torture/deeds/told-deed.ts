import type { Slot } from "@guichet/rules/desk";
import type { TorturedClinic } from "../clinics.js";
import type { Deed } from "../deed.js";
import { InvariantBroken } from "@guichet/sync/testing";
import type { Simulation } from "../simulation.js";
import { placeOf } from "./place-of.js";

/** The website tells of a wish; it may tell it twice. */
export function toldDeed(
  simulation: Simulation,
  clinic: TorturedClinic,
  event: { readonly id: string; readonly slot: Slot; readonly patient: number },
): Deed {
  const { id, slot, patient } = event;
  let isTaken = false;
  return {
    name: `told of ${slot.id} for ${patient}, ${id}`,
    role: "desk",
    clinic,
    run: async ({ store, desk }) => {
      const at = simulation.turns.now();
      const wants = { kind: "book", ...placeOf(slot, clinic), clientId: patient } as const;
      const came = await store.transaction((transaction) =>
        desk.told(transaction, { id, slot, patient, at }, (reference) => {
          simulation.ask({ tenant: clinic.tenant, reference, wants });
        }),
      );
      if (came === "taken" && isTaken) throw new InvariantBroken("I2", `event ${id} was taken twice`);
      isTaken ||= came === "taken";
      return came;
    },
  };
}
