import type { Found, Intent, Outlet, RemoteVersion, Sent } from "@guichet/sync";
import { notDoneByStatus } from "@guichet/sync/http";
import type { FhirClient } from "../client/fhir-client.js";
import { notDoneOf } from "../client/refusal.js";
import type { OpinionRequest } from "../from-outcome/opinion-request.js";
import { requestBundle } from "../from-outcome/request-bundle.js";
import type { OmnidocSettings } from "../omnidoc-options.js";
import { nextLink, resourcesIn, type Bundle } from "../wire/bundle.js";
import { addressIn, extensionOf } from "../wire/extension.js";
import { valueIn } from "../wire/identifier.js";
import { idFrom } from "../wire/reference.js";
import { searchToken } from "../wire/search-token.js";
import { storedServiceRequest } from "../wire/service-request.js";
import { versionOf } from "../wire/version.js";
import { opinionsFeed } from "./opinion-feed.js";
import { unlessOurs } from "./unless-ours.js";

export type RequestOpinion = Intent<"request-opinion", OpinionRequest>;

export interface OpinionOutletOptions {
  readonly client: FhirClient;
  readonly settings: OmnidocSettings;
  /** Is told where the requester goes on with the draft. The address may hold a right of access: it is not stored. */
  readonly redirected?: ((request: RequestOpinion, address: string) => void) | undefined;
}

/** Makes the draft of a request for an opinion on the platform, once. */
export function opinionOutlet({
  client,
  settings,
  redirected,
}: OpinionOutletOptions): Outlet<"request-opinion", OpinionRequest> {
  const { dialect, capabilities } = settings;
  const { systems, extensions } = dialect;

  const send = async (intent: RequestOpinion, signal: AbortSignal): Promise<Sent> => {
    const transaction = requestBundle(intent.payload, intent.reference, {
      dialect,
      conditionalCreate: capabilities.idempotencyKeys,
    });
    const reply = await client.transact(transaction, signal);
    const address = addressIn(extensionOf(reply.meta, extensions.redirectUrl));
    const sent = sentBy(reply);
    if (sent.outcome === "done" && address !== undefined && isWebPage(address)) redirected?.(intent, address);
    return sent;
  };

  const find = async ({ reference }: RequestOpinion, signal: AbortSignal): Promise<Found> => {
    const identifier = searchToken({ system: systems.reference, value: reference });
    let page = await client.search([["identifier", identifier]], signal);
    let others = 0;
    for (let read = 1; ; read += 1) {
      const requests = resourcesIn(page, "ServiceRequest", storedServiceRequest);
      const ours = requests.find((request) => valueIn(request.identifier, [systems.reference]) === reference);
      if (ours) return { outcome: "found", remoteId: ours.id, version: versionOf(ours) };
      others += requests.length;
      const link = nextLink(page);
      if (link === undefined || read === mostPages) break;
      page = await client.page(link, signal);
    }
    // A server that does not know the parameter gives others: then not being among them proves nothing.
    const isSearched = capabilities.searchByReference && others === 0 && (page.total ?? 0) === 0;
    return isSearched ? { outcome: "absent" } : { outcome: "unknown", code: "search-not-honoured" };
  };
  const look = (intent: RequestOpinion, signal: AbortSignal): Promise<Found> =>
    find(intent, signal).catch((error: unknown) => ({ ...notDoneOf(error), outcome: "unknown" }));

  return {
    kind: "request-opinion",
    capabilities,
    feedOf: () => opinionsFeed,
    send: async (intent, signal) =>
      unlessOurs(await send(intent, signal).catch(notDoneOf), () => look(intent, signal)),
    find: look,
  };
}

/** Of a search that is not honoured, so many pages are looked through. */
const mostPages = 50;

/** What became of the request itself: the first entry of what was sent. */
function sentBy({ type, entry = [] }: Bundle): Sent {
  const [first] = entry;
  const status = Number(first?.response?.status.slice(0, 3));
  if (type !== "transaction-response" || !first || Number.isNaN(status)) {
    return { outcome: "unknown", code: "answer-not-understood" };
  }
  if (status < 200 || status > 299) return notDoneByStatus(status, undefined);
  const stored = storedServiceRequest.safeParse(first.resource);
  if (stored.success) return { outcome: "done", remoteId: stored.data.id, version: versionOf(stored.data) };
  const remoteId = idFrom(first.response?.location, "ServiceRequest");
  if (remoteId === undefined || remoteId === "") return { outcome: "unknown", code: "answer-not-understood" };
  return { outcome: "done", remoteId, ...versionIn(first.response) };
}

/** The version an answer names without the resource, where it can be compared with others. */
function versionIn(
  response: { readonly etag?: string | undefined; readonly lastModified?: string | undefined } | undefined,
): Pick<RemoteVersion, "version"> {
  const { etag, lastModified } = response ?? {};
  if (lastModified === undefined || Number.isNaN(Date.parse(lastModified))) return {};
  const versionId = /^(?:W\/)?"(.+)"$/.exec(etag ?? "")?.[1];
  return { version: versionOf({ meta: { lastUpdated: lastModified, versionId } }) };
}

/** Whether an address is one that a browser opens, and no program. */
export function isWebPage(address: string): boolean {
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
}
