import { GuichetError } from "@guichet/rules";
import {
  mirrorRecords,
  takeEvent,
  wasTaken,
  type Clock,
  type FeedItem,
  type Follower,
  type TenantStore,
} from "@guichet/sync";
import { verifyWebhook, type WebhookRefusal } from "@guichet/sync/webhooks";
import type { FhirClient } from "../client/fhir-client.js";
import type { OmnidocSettings } from "../omnidoc-options.js";
import { opinionItem, type OpinionBody } from "../to-facts/opinion-item.js";
import { opinionsFeed, readOpinions } from "./opinion-feed.js";
import { pushedOpinions } from "./pushed-opinions.js";

/** A push as it arrived: its bytes are what was signed. */
export interface Push {
  readonly headers: Headers;
  readonly rawBody: Uint8Array;
}

export interface ReceivePushOptions {
  readonly settings: OmnidocSettings;
  /** Of this clinic: the current secret, and the old one while it is being replaced. */
  readonly secrets: readonly string[];
  readonly clock: Pick<Clock, "now">;
  /**
   * Asks the platform how the requests stand that a push is about: it is then only a hint, and what it says is not
   * believed. Left out, for a platform that cannot be asked: what it brings along is stored, and what it only names is
   * `push-incomplete`.
   */
  readonly client?: FhirClient | undefined;
  /** What else is done when a request changes, in the same transaction. */
  readonly follow?: Follower<OpinionBody> | undefined;
  readonly signal: AbortSignal;
}

/** What became of a push. */
export type Received =
  | { readonly outcome: "taken"; readonly changed: number }
  /** It was taken before: nothing happened. */
  | { readonly outcome: "repeated" }
  /** It is not from the platform, or not lately. */
  | { readonly outcome: "refused"; readonly code: WebhookRefusal }
  /** It is from the platform, and says nothing that is understood. */
  | { readonly outcome: "not-understood"; readonly code: string }
  /** The platform could not be asked; it may push again. */
  | { readonly outcome: "later"; readonly code: string };

/**
 * Takes a push of the platform: checks its signature over the bytes as they came, and stores what it is about, once.
 * In whatever order pushes and pulls come, and however often, what stands in the end is the newest version.
 *
 * Errors: those of the store; then nothing was taken, and the platform may push again.
 */
export async function receivePush(
  clinic: TenantStore,
  { headers, rawBody }: Push,
  options: ReceivePushOptions,
): Promise<Received> {
  const { secrets, clock, client, follow } = options;
  const verified = verifyWebhook({ secrets, headers, rawBody, nowMillis: clock.now() });
  if (verified.outcome === "refused") return verified;
  const event = { source: "omnidoc", id: verified.id };
  // Whoever replays one makes nobody ask the platform.
  if (client !== undefined && (await clinic.transaction((transaction) => wasTaken(transaction, event))))
    return { outcome: "repeated" };
  const told = await itemsOf(rawBody, options);
  if ("outcome" in told) return told;
  const items = newestOf(told.items);
  const taken = clinic.transaction(async (transaction): Promise<Received> => {
    if (!(await takeEvent(transaction, event))) return { outcome: "repeated" };
    const mirrored = await mirrorRecords(transaction, opinionsFeed, [...items.values()]);
    for (const { remoteId, isNew } of mirrored) {
      const item = items.get(remoteId);
      if (item) await follow?.(transaction, { change: isNew ? "new" : "changed", remoteId, item });
    }
    return { outcome: "taken", changed: mirrored.length };
  });
  return taken.catch(unlessUnstorable);
}

/** What cannot be stored now never can: pushed again, it would be refused again. */
function unlessUnstorable(error: unknown): Received {
  const isUnstorable = GuichetError.isInstance(error) && ["id-refused", "text-refused"].includes(error.code);
  if (!isUnstorable) throw error;
  return { outcome: "not-understood", code: error.code };
}

type Told =
  | { readonly items: readonly FeedItem<OpinionBody>[] }
  | Extract<Received, { readonly outcome: "later" | "not-understood" }>;

async function itemsOf(rawBody: Uint8Array, { settings, client, signal }: ReceivePushOptions): Promise<Told> {
  try {
    const { items, remoteIds } = pushedOpinions(jsonOf(rawBody), settings);
    if (client === undefined) return isBrought(remoteIds, items) ? { items } : broughtNothing;
    try {
      const opinions = await readOpinions({ client, settings }, remoteIds, signal);
      return { items: opinions.map((opinion) => opinionItem(opinion, settings.pseudonymKey)) };
    } catch (error) {
      if (!GuichetError.isInstance(error)) throw error;
      return { outcome: "later", code: error.code };
    }
  } catch (error) {
    if (!GuichetError.isInstance(error)) throw error;
    return { outcome: "not-understood", code: error.code };
  }
}

/** Taken, it would be lost: what is only named can be read nowhere. */
const broughtNothing = { outcome: "not-understood", code: "push-incomplete" } as const;

function isBrought(remoteIds: readonly string[], items: readonly FeedItem<OpinionBody>[]): boolean {
  const brought = new Set(items.map(({ remoteId }) => remoteId));
  return remoteIds.every((id) => brought.has(id));
}

function jsonOf(rawBody: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(rawBody));
  } catch {
    return undefined;
  }
}

function newestOf(items: readonly FeedItem<OpinionBody>[]): ReadonlyMap<string, FeedItem<OpinionBody>> {
  const newest = new Map<string, FeedItem<OpinionBody>>();
  for (const item of items) {
    if (item.version >= (newest.get(item.remoteId)?.version ?? "")) newest.set(item.remoteId, item);
  }
  return newest;
}
