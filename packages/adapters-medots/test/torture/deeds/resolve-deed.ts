import { resolveDeadLetter, type Resolution } from "@guichet/sync";
import type { Row } from "@guichet/sync/testing";
import type { TorturedClinic } from "../clinics.js";
import type { Deed } from "../deed.js";
import { madeBy } from "../made-by.js";
import type { Simulation } from "../simulation.js";

/** Nobody looks before a request that was sent last could not arrive any more. */
const looksAfterMillis = 10 * 60_000;

/** What was set aside of a clinic, and has been long enough for somebody to look. */
export function setAsideOf({ watch, turns }: Simulation, { tenant }: TorturedClinic): readonly Row[] {
  return watch
    .rows("intents")
    .filter(
      (row) =>
        row["tenant"] === tenant &&
        row["state"] === "set-aside" &&
        Date.parse(String(row["moved_at"])) + looksAfterMillis <= turns.now(),
    );
}

/**
 * Somebody looks on the platform for what was set aside: what is there is done; what is not is sent again, or given up by
 * who does not want it any more.
 */
export function resolveDeed(simulation: Simulation, clinic: TorturedClinic): Deed {
  return {
    name: "see to what was set aside",
    role: "desk",
    clinic,
    run: async ({ store, desk }) => {
      const came: string[] = [];
      for (const row of setAsideOf(simulation, clinic)) {
        const id = String(row["id"]);
        const resolution = resolutionOf(row, simulation);
        await store.transaction((transaction) =>
          resolveDeadLetter(transaction, id, resolution, desk.carriers),
        );
        came.push(`${id.slice(0, 8)} ${resolution.resolution}`);
      }
      return came.join(", ") || "nothing set aside";
    },
  };
}

function resolutionOf(intent: Row, { watch }: Simulation): Resolution {
  const remoteId = madeBy(intent, watch);
  if (remoteId !== undefined) return { resolution: "done", remoteId: String(remoteId) };
  const isWanted = /^[0-7]/.test(String(intent["id"]));
  return isWanted ? { resolution: "send" } : { resolution: "give-up", code: "given-up" };
}
