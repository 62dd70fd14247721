import type { Clock, Fetch, Intent } from "@guichet/sync";
import type { ArrivedWebhook } from "@guichet/sync/webhooks";
import { FhirClient } from "./client/fhir-client.js";
import type { OpinionRequest } from "./from-outcome/opinion-request.js";
import { settingsOf, type OmnidocOptions } from "./omnidoc-options.js";
import { simulateOmnidoc } from "./simulator/simulate-omnidoc.js";
import type { OmnidocSimulatorOptions } from "./simulator/simulator-options.js";
import { bundle, type Bundle } from "./wire/bundle.js";
import { dermatologist, nurse, wish } from "./wish.fixture.js";

/** A simulated platform, and a clinic's client of it. */
export function platform(
  simulated: Partial<OmnidocSimulatorOptions> = {},
  options: Partial<OmnidocOptions> = {},
) {
  const clock = patientClock(Date.parse("2026-11-23T08:30:00Z"));
  const simulator = simulateOmnidoc({ clock, token: "token-1", ...simulated });
  const settings = settingsOf({
    baseUrl: "https://omnidoc.invalid/fhir",
    pseudonymKey: new Uint8Array(32).fill(7),
    honours: { conditionalCreate: true, searchByReference: true, versions: true },
    ...options,
  });
  const fetch: Fetch = (request) => {
    const headers = new Headers(request.headers);
    headers.set("authorization", "Bearer token-1");
    return simulator.fetch(new Request(request, { headers }));
  };
  const client = new FhirClient({ baseUrl: settings.baseUrl, fetch, clock });
  return { clock, simulator, settings, client, fetch };
}

/** A clock on which whoever sleeps has slept at once. */
export function patientClock(startsAt: number): Clock {
  let now = startsAt;
  return {
    now: () => now,
    sleep: (millis) => {
      now += millis;
      return Promise.resolve();
    },
  };
}

/** A platform whose pages are otherwise. */
export function answering(fetch: Fetch, change: (page: Bundle) => Bundle): Fetch {
  return async (request) => {
    const answer = await fetch(request);
    if (request.method !== "GET") return answer;
    const page = bundle.parse(await answer.json());
    return new Response(JSON.stringify(change(page)), answer);
  };
}

/** Where a simulated platform pushes to, and what it signs with. */
export const webhook = {
  url: "https://clinic.invalid/omnidoc",
  secret: `whsec_${Buffer.alloc(32, 9).toString("base64")}`,
};

/** A push of the simulated platform, as it arrives there. */
export async function arrived(request: Request): Promise<ArrivedWebhook> {
  const { method, url, headers } = request;
  if (method !== "POST" && method !== "PUT" && method !== "PATCH") throw new Error(method);
  const rawBody = new Uint8Array(await request.clone().arrayBuffer());
  return { method, path: url.slice(webhook.url.length + 1), headers, rawBody };
}

/** A patch with one operation of one code. */
export function patch(operation: { readonly type: string; readonly path: string; readonly value: string }) {
  const { type, path, value } = operation;
  const part = [
    { name: "type", valueCode: type },
    { name: "path", valueString: path },
    { name: "value", valueCode: value },
  ];
  return { resourceType: "Parameters", parameter: [{ name: "operation", part }] };
}

/** A request for the opinion of an invented dermatologist, under a number. */
export function opinionIntent(number = 1): Intent<"request-opinion", OpinionRequest> {
  const { askedAt, patient } = wish;
  return {
    id: `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`,
    tenant: "clinic-1",
    kind: "request-opinion",
    reference: `reference-${number}`,
    payload: { askedAt, patient, requester: nurse, to: { responder: dermatologist }, consentGiven: true },
  };
}

export const unhurried = new AbortController().signal;
