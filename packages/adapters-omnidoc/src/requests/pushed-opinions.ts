import { GuichetError, problemAt } from "@guichet/rules";
import type { FeedItem } from "@guichet/sync";
import type { OmnidocSettings } from "../omnidoc-options.js";
import { opinionItem, type OpinionBody } from "../to-facts/opinion-item.js";
import { opinionsIn } from "../to-facts/opinion.js";
import { bundle, type Bundle } from "../wire/bundle.js";
import { idFrom } from "../wire/reference.js";
import { serviceRequest } from "../wire/service-request.js";

/** What a push tells. */
export interface PushedOpinions {
  /** The requests it is about, each once. */
  readonly remoteIds: readonly string[];
  /** Those it brings along as they stand, with their version. */
  readonly items: readonly FeedItem<OpinionBody>[];
}

/**
 * Reads a push: a transaction that puts requests and whom they name, or changes them; or a request alone.
 *
 * Shape: a request that is only patched, or comes without its version, is named and not brought along: it is to be
 * read from the platform.
 * Errors: `push-not-understood`.
 */
export function pushedOpinions(body: unknown, settings: OmnidocSettings): PushedOpinions {
  const pushed = asBundle(body);
  const { entry = [] } = pushed;
  const named = entry.flatMap(({ resource, request }) => [
    idFrom(request?.url.split("?")[0], "ServiceRequest"),
    resource?.resourceType === "ServiceRequest" ? serviceRequest.safeParse(resource).data?.id : undefined,
  ]);
  const remoteIds = [...new Set(named.flatMap((id) => (id === undefined || id === "" ? [] : [id])))];
  if (remoteIds.length === 0) throw notUnderstood();
  const whole = entry.filter(({ resource, request }) => isWhole(resource) && request?.method !== "PATCH");
  try {
    const opinions = opinionsIn({ ...pushed, entry: whole }, settings);
    return { remoteIds, items: opinions.map((opinion) => opinionItem(opinion, settings.pseudonymKey)) };
  } catch {
    throw notUnderstood();
  }
}

function asBundle(body: unknown): Bundle {
  const read = bundle.safeParse(body);
  if (read.success) return read.data;
  const alone = serviceRequest.safeParse(body);
  if (!alone.success) throw notUnderstood();
  return { resourceType: "Bundle", type: "collection", entry: [{ resource: alone.data }] };
}

/** A request is whole with its id and its moment; anything else is taken as it is. */
function isWhole(resource: NonNullable<Bundle["entry"]>[number]["resource"]): boolean {
  if (resource?.resourceType !== "ServiceRequest") return true;
  const { data } = serviceRequest.safeParse(resource);
  return data?.id !== undefined && data.meta?.lastUpdated !== undefined;
}

function notUnderstood(): GuichetError {
  const code = "push-not-understood";
  return new GuichetError(code, [
    problemAt(
      code,
      "omnidoc, push",
      "no request for an opinion in it",
      "see docs/omnidoc.md for what is read",
    ),
  ]);
}
