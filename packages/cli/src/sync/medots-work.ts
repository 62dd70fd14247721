import {
  appointmentsFeed,
  deskCarriers,
  followAppointments,
  MedotsClient,
  offerOpenSlots,
  type FrontDesk,
  type MedotsOptions,
} from "@guichet/adapters-medots";
import { feedWork, type Chore, type TenantStore } from "@guichet/sync";
import { guardedFetch } from "@guichet/sync/http";
import { platformFetch } from "./platform-fetch.js";
import type { PlatformWork } from "./platform-work.js";
import { keyFrom } from "./secrets-of.js";
import type { MedotsConfig } from "./sync-config.js";
import type { WorkSurroundings } from "./work-surroundings.js";

/** What is to be done for a clinic on MEDOTS: its appointments both ways, and its waitlist where its desk is described. */
export function medotsWork(
  clinic: TenantStore,
  config: MedotsConfig,
  { clock, observe, secretOf }: WorkSurroundings,
): PlatformWork {
  const {
    clinicId,
    zone,
    secretKey,
    allowLoopback,
    desk,
    pullEverySeconds,
    reconcileEverySeconds,
    ...given
  } = config;
  const guarded = guardedFetch({ platform: "medots", baseUrl: config.baseUrl, allowLoopback });
  const fetch = platformFetch(guarded, { tenant: clinic.tenant, platform: "medots", clock, observe });
  const options = { ...given, secretKey: secretOf(secretKey), clinics: [{ clinicId, zone }] };
  // What is left out stays left out: the adapter has its own defaults.
  const client = new MedotsClient(options as MedotsOptions, { clock, fetch });
  const feed = appointmentsFeed(client, { clinicId });
  return {
    platform: "medots",
    carriers: deskCarriers(client),
    feeds: [
      feedWork(feed, {
        follow: followAppointments(feed.name),
        ...(pullEverySeconds === undefined ? {} : { pullEverySeconds }),
        ...(reconcileEverySeconds === undefined ? {} : { reconcileEverySeconds }),
      }),
    ],
    chores: desk === undefined ? [] : [waitlistChore(desk)],
  };

  function waitlistChore(described: NonNullable<MedotsConfig["desk"]>): Chore {
    const { recordKey, holdSeconds, daysAhead, offerEverySeconds = 60, ...known } = described;
    const frontDesk: FrontDesk = {
      client,
      store: clinic,
      clinic: { clinicId, zone, ...known },
      recordKey: keyFrom(secretOf, recordKey),
      ...(holdSeconds === undefined ? {} : { holdSeconds }),
      ...(daysAhead === undefined ? {} : { daysAhead }),
    };
    return {
      name: "offer-open-slots",
      everySeconds: offerEverySeconds,
      run: async (_, signal) => (await offerOpenSlots(frontDesk, signal)).length,
    };
  }
}
