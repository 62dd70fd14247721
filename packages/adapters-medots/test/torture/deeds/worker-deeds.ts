import {
  confirmDisappearance,
  deliverIntent,
  dueIntents,
  pullChanges,
  reconcile,
  type Feed,
} from "@guichet/sync";
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
        const delivered = await deliverIntent(store, id, { carriers, ...surroundings });
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

export function reconcileDeed(simulation: Simulation, clinic: TorturedClinic, role: Role): Deed {
  return {
    name: "reconcile",
    role,
    clinic,
    run: async ({ store, desk }) => {
      const options = simulation.planted?.reading ?? {};
      const { feed, follow } = desk;
      return JSON.stringify(await reconcile(store, feed, { follow, signal: neverAborted(), options }));
    },
  };
}

/** Somebody looks at what is held as gone, and confirms it unless the platform lists too little. */
export function confirmDeed(simulation: Simulation, clinic: TorturedClinic): Deed {
  return {
    name: "confirm what is gone",
    role: "desk",
    clinic,
    run: async ({ store, desk }) => {
      const held = simulation.watch.row("feeds", `${clinic.tenant} ${desk.feed.name}`)?.["held_missing"];
      if (typeof held !== "number") return "nothing held";
      if (simulation.line.isHiding) return `${held} are there`;
      await store.transaction((transaction) => confirmDisappearance(transaction, desk.feed.name));
      return `${held} confirmed`;
    },
  };
}

function feedOf({ planted }: Simulation, desk: Desk): Feed<AppointmentBody> {
  return planted?.feed?.(desk.feed) ?? desk.feed;
}
