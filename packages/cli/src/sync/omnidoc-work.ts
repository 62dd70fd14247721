import {
  FhirClient,
  omnidocFetch,
  opinionFeed,
  opinionOutlet,
  receivePush,
  settingsOf,
  withdrawOutlet,
} from "@guichet/adapters-omnidoc";
import { carrierFor, feedWork, type TenantStore } from "@guichet/sync";
import type { OmnidocConfig } from "./omnidoc-config.js";
import { platformFetch } from "./platform-fetch.js";
import type { PlatformWork } from "./platform-work.js";
import { keyIn } from "./secrets-of.js";
import type { WorkSurroundings } from "./work-surroundings.js";

/** What is to be done for a clinic on Omnidoc: its requests for opinions, and what becomes of them. */
export function omnidocWork(
  clinic: TenantStore,
  config: OmnidocConfig,
  { clock, observe, secretOf, signal }: WorkSurroundings,
): PlatformWork {
  const { token, pseudonymKey, allowLoopback, webhookSecrets = [], ...given } = config;
  const { changes = "pulled", pullEverySeconds, reconcileEverySeconds, ...options } = given;
  const { baseUrl } = options;
  const settings = settingsOf({ ...options, pseudonymKey: keyIn(secretOf(pseudonymKey)) });
  const guarded = omnidocFetch({ baseUrl, allowLoopback, token: () => secretOf(token) });
  const fetch = platformFetch(guarded, { tenant: clinic.tenant, platform: "omnidoc", clock, observe });
  const client = new FhirClient({ baseUrl, fetch, clock });
  const secrets = webhookSecrets.map(secretOf);
  const isAsked = changes === "pulled";
  const taking = { settings, secrets, clock, signal, ...(isAsked ? { client } : {}) };
  return {
    platform: "omnidoc",
    carriers: [
      carrierFor(opinionOutlet({ client, settings })),
      carrierFor(withdrawOutlet({ client, settings })),
    ],
    feeds: isAsked
      ? [feedWork(opinionFeed({ client, settings }), { pullEverySeconds, reconcileEverySeconds })]
      : [],
    ...(secrets.length === 0 ? {} : { receive: (push) => receivePush(clinic, push, taking) }),
  };
}
