import {
  FhirClient,
  omnidocFetch,
  opinionFeed,
  opinionOutlet,
  receivePush,
  settingsOf,
  withdrawOutlet,
  type OmnidocOptions,
} from "@guichet/adapters-omnidoc";
import { carrierFor, feedWork, type TenantStore } from "@guichet/sync";
import { platformFetch } from "./platform-fetch.js";
import type { PlatformWork } from "./platform-work.js";
import { keyFrom } from "./secrets-of.js";
import type { OmnidocConfig } from "./sync-config.js";
import type { WorkSurroundings } from "./work-surroundings.js";

/** What is to be done for a clinic on Omnidoc: its requests for opinions, and what becomes of them. */
export function omnidocWork(
  clinic: TenantStore,
  config: OmnidocConfig,
  { clock, observe, secretOf, signal }: WorkSurroundings,
): PlatformWork {
  const { baseUrl, allowLoopback, token, pseudonymKey, pullEverySeconds, reconcileEverySeconds, ...given } =
    config;
  const { webhookSecrets = [], ...optional } = given;
  const options = { ...optional, baseUrl, pseudonymKey: keyFrom(secretOf, pseudonymKey) };
  // What is left out stays left out: the adapter has its own defaults.
  const settings = settingsOf(options as OmnidocOptions);
  const guarded = omnidocFetch({ baseUrl, allowLoopback, token: () => secretOf(token) });
  const fetch = platformFetch(guarded, { tenant: clinic.tenant, platform: "omnidoc", clock, observe });
  const client = new FhirClient({ baseUrl, fetch, clock });
  const secrets = webhookSecrets.map(secretOf);
  return {
    platform: "omnidoc",
    carriers: [
      carrierFor(opinionOutlet({ client, settings })),
      carrierFor(withdrawOutlet({ client, settings })),
    ],
    feeds: [
      feedWork(opinionFeed({ client, settings }), {
        ...(pullEverySeconds === undefined ? {} : { pullEverySeconds }),
        ...(reconcileEverySeconds === undefined ? {} : { reconcileEverySeconds }),
      }),
    ],
    ...(secrets.length === 0
      ? {}
      : { receive: (push) => receivePush(clinic, push, { settings, secrets, clock, client, signal }) }),
  };
}
