import type { TorturedClinic } from "./clinics.js";
import type { Deed } from "./deed.js";
import { resolveDeed } from "./deeds/resolve-deed.js";
import { lapseDeed } from "./deeds/waitlist-deeds.js";
import { confirmDeed, deliverDeed, pullDeed, reconcileDeed } from "./deeds/worker-deeds.js";
import type { Simulation } from "./simulation.js";

const open = ["pending", "sending", "unknown", "set-aside"];

/**
 * Lets work end now that nothing goes wrong any more: intents at their own pace, those set aside by somebody who looks, then
 * two polls. Afterwards everything must have ended, and what is stored be what stands on the platform. Only what went all at once needs somebody to confirm
 * it, and a third one.
 */
export async function comeToRest(simulation: Simulation): Promise<void> {
  simulation.stopFaults();
  const { turns, watch, place } = simulation;
  const each = async (deedFor: (clinic: TorturedClinic) => Deed): Promise<void> => {
    for (const clinic of place.clinics) await simulation.finish(deedFor(clinic));
  };
  await turns.advance(5 * 60_000);
  await turns.settle(0);
  // The longest wait is a quarter of an hour, and the last try of an intent is its twelfth.
  for (let round = 0; round < 60; round += 1) {
    await each((clinic) => deliverDeed(simulation, clinic, "worker-1"));
    const isOpen = watch.rows("intents").some((row) => open.includes(String(row["state"])));
    const isLive = watch.rows("waitlist_proposals").some((row) => row["state"] === "live");
    if (!isOpen && !isLive) break;
    await turns.advance(4 * 60_000);
    await each((clinic) => resolveDeed(simulation, clinic));
    await each((clinic) => lapseDeed(clinic, "worker-1"));
  }
  await each((clinic) => pullDeed(simulation, clinic, "worker-1"));
  await each((clinic) => reconcileDeed(simulation, clinic, "worker-2"));
  if (watch.rows("feeds").some((row) => row["held_at"] !== null)) {
    await each((clinic) => confirmDeed(simulation, clinic));
    await each((clinic) => reconcileDeed(simulation, clinic, "worker-2"));
  }
  simulation.sawPlatform();
  watch.atRest();
}
