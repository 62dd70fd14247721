import type { FeedItem } from "@guichet/sync";
import type { ArrivedWebhook } from "@guichet/sync/webhooks";
import type { OmnidocSettings } from "../omnidoc-options.js";
import { opinionItem, type OpinionBody } from "../to-facts/opinion-item.js";
import { opinionsIn } from "../to-facts/opinion.js";
import { bundle, type Bundle, type BundleEntry } from "../wire/bundle.js";
import { patchOperations, type PatchOperation } from "../wire/fhir-patch.js";
import { idFrom } from "../wire/reference.js";
import { serviceRequest } from "../wire/service-request.js";
import { pushError } from "./push-error.js";

/** What a push tells of one request; with neither, the request is only named. */
export interface PushedOpinion {
  readonly remoteId: string;
  /** The version it is to take the place of, as we named it. */
  readonly ifMatch: string | undefined;
  /** The request as it stands, with its version. */
  readonly item?: FeedItem<OpinionBody> | undefined;
  /** What is changed of it. */
  readonly operations?: readonly PatchOperation[] | undefined;
}

/** What a push tells. */
export interface PushedOpinions {
  /** In the order of what was pushed. */
  readonly opinions: readonly PushedOpinion[];
  /** The transaction it came as, whose entries are answered one by one: the request each is about, if any. */
  readonly transaction?: readonly (string | undefined)[] | undefined;
}

/**
 * Reads a push: a transaction that puts requests and whom they name, or patches them; or one request alone, put or
 * patched at its own address.
 *
 * Shape: a request that is deleted, or comes without its version, is only named: it is to be read from the platform.
 * Errors: `push-not-understood`.
 */
export function pushedOpinions(
  push: Omit<ArrivedWebhook, "headers"> & { readonly ifMatch?: string | undefined },
  settings: OmnidocSettings,
): PushedOpinions {
  const pushed = asBundle(push);
  const { entry: entries = [], type } = pushed;
  const whole = entries.filter(({ resource, request }) => isWhole(resource) && request?.method !== "PATCH");
  const items = itemsIn({ ...pushed, entry: whole }, settings);
  const opinions = entries.flatMap((entry) =>
    remoteIdsOf(entry).map((remoteId) => {
      const { resource, request } = entry;
      const { ifMatch } = request ?? {};
      if (request?.method === "PATCH") return { remoteId, ifMatch, operations: patchOperations(resource) };
      return { remoteId, ifMatch, item: items.get(remoteId) };
    }),
  );
  if (opinions.length === 0) throw pushError("push-not-understood");
  return {
    opinions,
    ...(type === "transaction" && push.path === ""
      ? { transaction: entries.map((entry) => remoteIdsOf(entry)[0]) }
      : {}),
  };
}

/** The requests as they stand that came along; of several of one, the newest. */
function itemsIn(pushed: Bundle, settings: OmnidocSettings): ReadonlyMap<string, FeedItem<OpinionBody>> {
  try {
    const items = opinionsIn(pushed, settings).map((opinion) => opinionItem(opinion, settings.pseudonymKey));
    const inOrder = items.toSorted((left, right) => (left.version < right.version ? -1 : 1));
    return new Map(inOrder.map((item) => [item.remoteId, item]));
  } catch {
    throw pushError("push-not-understood");
  }
}

/** The requests an entry is about: by its address, and by the id of what it brings. They differ in what is broken only. */
function remoteIdsOf({ resource, request }: BundleEntry): readonly string[] {
  const named = [
    idFrom(request?.url.split("?")[0], "ServiceRequest"),
    resource?.resourceType === "ServiceRequest" ? serviceRequest.safeParse(resource).data?.id : undefined,
  ];
  return [...new Set(named.flatMap((id) => (id === undefined || id === "" ? [] : [id])))];
}

function asBundle({ method, path, rawBody, ifMatch }: Parameters<typeof pushedOpinions>[0]): Bundle {
  const body = jsonOf(rawBody);
  const whole = bundle.safeParse(path === "" ? body : undefined);
  if (whole.success) return whole.data;
  const request = path === "" ? undefined : { method, url: path, ifMatch };
  const alone = bundle.safeParse({
    resourceType: "Bundle",
    type: "collection",
    entry: [{ resource: body, request }],
  });
  if (!alone.success) throw pushError("push-not-understood");
  return alone.data;
}

/** A request is whole with its id and its moment; anything else is taken as it is. */
function isWhole(resource: BundleEntry["resource"]): boolean {
  if (resource?.resourceType !== "ServiceRequest") return true;
  const { data } = serviceRequest.safeParse(resource);
  return data?.id !== undefined && data.meta?.lastUpdated !== undefined;
}

function jsonOf(rawBody: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(rawBody));
  } catch {
    return undefined;
  }
}
