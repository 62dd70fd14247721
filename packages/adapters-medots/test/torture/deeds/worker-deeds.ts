import { deliverIntent, dueIntents, pullChanges, reconcile, type Carrier, type Feed } from "@guichet/sync";
import type { AppointmentBody } from "@guichet/adapters-medots";
import type { TorturedClinic } from "../clinics.js";
import type { Deed, Role } from "../deed.js";
import type { Desk } from "../desk.js";
import type { Simulation } from "../simulation.js";
import { neverAborted } from "./never-aborted.js";

/** A worker delivers what is due, up to four intents. */
export function deliverDeed(simulation: Simulation, clinic: TorturedClinic, role: Role): Deed {
  return {
    name: "deliver",
    role,
    clinic,
    run: async ({ store, desk, process: { store: all, surroundings } }) => {
      const carriers = desk.carriers.map((carrier) => simulation.planted?.carrier?.(carrier) ?? carrier);
      const wanted = carriers.map(({ kind }) => ({ tenant: clinic.tenant, kind }));
      const due = await all.overview((transaction) => dueIntents(transaction, wanted, 4));
      const came: string[] = [];
      for (const { id } of due) {
        const carrierOf = (kind: string): Carrier | undefined => carriers.find((one) => one.kind === kind);
        const delivered = await deliverIntent(store, id, { carrierOf, ...surroundings });
        came.push(`${id.slice(0, 8)} ${delivered.outcome}${"code" in delivered ? ` ${delivered.code}` : ""}`);
      }
      return came.join(", ") || "nothing due";
    },
  };
}

export function pullDeed(simulation: Simulation, clinic: TorturedClinic, role: Role): Deed {
  return {
    name: "pull",
    role,
    clinic,
    run: async ({ store, desk }) =>
      JSON.stringify(
        await pullChanges(store, feedOf(simulation, desk), { follow: desk.follow, signal: neverAborted() }),
      ),
  };
}

export function reconcileDeed(clinic: TorturedClinic, role: Role): Deed {
  return {
    name: "reconcile",
    role,
    clinic,
    // Few appointments: one that is deleted is a large share of them.
    run: async ({ store, desk }) =>
      JSON.stringify(
        await reconcile(store, desk.feed, {
          follow: desk.follow,
          signal: neverAborted(),
          options: { heldFrom: 1_000 },
        }),
      ),
  };
}

function feedOf({ planted }: Simulation, desk: Desk): Feed<AppointmentBody> {
  return planted?.feed?.(desk.feed) ?? desk.feed;
}
