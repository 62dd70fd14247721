import {
  carrierFor,
  deliverIntent,
  readIntent,
  readRecord,
  type Delivered,
  type TenantStore,
} from "@guichet/sync";
import { seededRandom, type TestStore } from "@guichet/sync/testing";
import { platform } from "./platform.fixture.js";
import { askOpinion, type AskedOpinion } from "./requests/ask-opinion.js";
import { opinionsFeed } from "./requests/opinion-feed.js";
import { opinionOutlet } from "./requests/opinion-outlet.js";
import { withdrawOutlet } from "./requests/withdraw-outlet.js";
import type { OpinionBody } from "./to-facts/opinion-item.js";
import type { OpinionWish } from "./from-outcome/plan-opinion.js";
import { wish } from "./wish.fixture.js";

let clinics = 0;

/** A clinic of its own in a store, on a platform of its own. */
export async function clinicOn(store: TestStore, ...how: Parameters<typeof platform>) {
  clinics += 1;
  const setup = platform(...how);
  const clinic = await store.addTenant({ id: `clinic-${clinics}`, jurisdiction: "FR" });
  const carriers = [carrierFor(opinionOutlet(setup)), carrierFor(withdrawOutlet(setup))];
  return { ...setup, clinic, carriers, ...actsOf(clinic, setup, carriers) };
}

function actsOf(
  clinic: TenantStore,
  { clock, settings }: ReturnType<typeof platform>,
  carriers: readonly ReturnType<typeof carrierFor>[],
) {
  return {
    ask: (reference: string, asked: OpinionWish = wish): Promise<AskedOpinion> =>
      clinic.transaction((transaction) => askOpinion(transaction, asked, { reference, settings })),
    deliver: (id: string): Promise<Delivered> =>
      deliverIntent(clinic, id, {
        carriers,
        clock: { now: clock.now, sleep: () => new Promise(() => undefined) },
        random: seededRandom(1),
      }),
    intent: (reference: string) =>
      clinic.transaction((transaction) => readIntent(transaction, "request-opinion", reference)),
    record: (remoteId: string) =>
      clinic.transaction((transaction) => readRecord<OpinionBody>(transaction, opinionsFeed, remoteId)),
  };
}
