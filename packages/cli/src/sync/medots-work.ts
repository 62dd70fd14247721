import {
  appointmentsFeed,
  deskCarriers,
  deskWork,
  followAppointments,
  MedotsClient,
  type FrontDesk,
} from "@guichet/adapters-medots";
import { feedWork, type TenantStore } from "@guichet/sync";
import { guardedFetch } from "@guichet/sync/http";
import type { MedotsConfig } from "./medots-config.js";
import { platformFetch } from "./platform-fetch.js";
import type { PlatformWork } from "./platform-work.js";
import { keyIn } from "./secrets-of.js";
import type { WorkSurroundings } from "./work-surroundings.js";

/** What is to be done for a clinic on MEDOTS: its appointments both ways, and its waitlist where its desk is described. */
export function medotsWork(
  clinic: TenantStore,
  config: MedotsConfig,
  { clock, observe, secretOf, policiesOf }: WorkSurroundings,
): PlatformWork {
  const { secretKey, allowLoopback, clinicId, zone, desk, ...given } = config;
  const { pullEverySeconds, reconcileEverySeconds, followedFrom, ...options } = given;
  const { baseUrl } = options;
  const guarded = guardedFetch({ platform: "medots", baseUrl, allowLoopback });
  const fetch = platformFetch(guarded, { tenant: clinic.tenant, platform: "medots", clock, observe });
  const client = new MedotsClient(
    { ...options, secretKey: secretOf(secretKey), clinics: [{ clinicId, zone }] },
    { clock, fetch },
  );
  const readings = { pullEverySeconds, reconcileEverySeconds, followedFrom };
  if (desk === undefined) {
    const feed = appointmentsFeed(client, { clinicId, followedFrom });
    const follow = followAppointments(feed.name);
    return {
      platform: "medots",
      carriers: deskCarriers(client),
      feeds: [feedWork(feed, { follow, pullEverySeconds, reconcileEverySeconds })],
    };
  }
  const { address, appointmentSourceId, services, recordKey, holdSeconds, daysAhead, offerEverySeconds } =
    desk;
  const frontDesk: FrontDesk = {
    client,
    store: clinic,
    clinic: { clinicId, zone, address, appointmentSourceId, services },
    recordKey: keyIn(secretOf(recordKey)),
    ...(holdSeconds === undefined ? {} : { holdSeconds }),
    ...(daysAhead === undefined ? {} : { daysAhead }),
    policies: policiesOf(clinic.tenant),
  };
  const { carriers, feeds = [], chores = [] } = deskWork(frontDesk, { ...readings, offerEverySeconds });
  return { platform: "medots", carriers, feeds, chores };
}
