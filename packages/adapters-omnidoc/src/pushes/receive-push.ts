import { GuichetError } from "@guichet/rules";
import {
  mirrorRecords,
  takeEvent,
  wasTaken,
  type Clock,
  type FeedItem,
  type Follower,
  type TenantStore,
  type TenantTransaction,
} from "@guichet/sync";
import {
  verifyWebhook,
  type ArrivedWebhook,
  type WebhookRefusal,
  type WebhookReply,
} from "@guichet/sync/webhooks";
import type { FhirClient } from "../client/fhir-client.js";
import type { OmnidocSettings } from "../omnidoc-options.js";
import { opinionsFeed, readOpinions } from "../requests/opinion-feed.js";
import { opinionItem, type OpinionBody } from "../to-facts/opinion-item.js";
import { pushReply, remoteIdsIn } from "./push-reply.js";
import { pushedOpinions, type PushedOpinions } from "./pushed-opinions.js";
import { standingAfter } from "./standing-after.js";

export interface ReceivePushOptions {
  readonly settings: OmnidocSettings;
  /** Of this clinic: the current secret, and the old one while it is being replaced. */
  readonly secrets: readonly string[];
  readonly clock: Pick<Clock, "now">;
  /**
   * Asks the platform how the requests stand that a push is about: it is then only a hint, and what it says is not
   * believed. Left out, for a platform that cannot be asked: what it brings along is stored, what it patches is changed,
   * and what it only names is `push-incomplete`.
   */
  readonly client?: FhirClient | undefined;
  /** What else is done when a request changes, in the same transaction. */
  readonly follow?: Follower<OpinionBody> | undefined;
  readonly signal: AbortSignal;
}

/** What became of a push; the reply has the version of each request by it. */
export type Received =
  | { readonly outcome: "taken"; readonly changed: number; readonly reply: WebhookReply | undefined }
  /** It was taken before: nothing happened. */
  | { readonly outcome: "repeated"; readonly reply: WebhookReply | undefined }
  /** It is not from the platform, or not lately. */
  | { readonly outcome: "refused"; readonly code: WebhookRefusal }
  /** It is from the platform, and says nothing that is understood. */
  | { readonly outcome: "not-understood"; readonly code: string }
  /** It changes a version that is not the one held here. */
  | { readonly outcome: "outdated"; readonly code: "changed-meanwhile" }
  /** The platform could not be asked; it may push again. */
  | { readonly outcome: "later"; readonly code: string };

/**
 * Takes a push of the platform: checks its signature over the bytes as they came, and stores what it is about, once.
 * In whatever order whole requests are pushed and pulled, and however often, what stands in the end is the newest version.
 *
 * Errors: those of the store; then nothing was taken, and the platform may push again.
 */
export async function receivePush(
  clinic: TenantStore,
  push: ArrivedWebhook,
  options: ReceivePushOptions,
): Promise<Received> {
  const { secrets, clock, client, follow, settings } = options;
  const { headers, rawBody } = push;
  const verified = verifyWebhook({ secrets, headers, rawBody, nowMillis: clock.now() });
  if (verified.outcome === "refused") return verified;
  const event = { source: "omnidoc", id: verified.id };
  try {
    const pushed = pushedOpinions({ ...push, ifMatch: headers.get("if-match") ?? undefined }, settings);
    const repeated = async (transaction: TenantTransaction): Promise<Received> => ({
      outcome: "repeated",
      // Which version a patch made when it was taken, nobody knows any more.
      reply: await pushReply(
        transaction,
        pushed,
        client ? "held" : versionsOf(pushed.opinions.flatMap(({ item }) => item ?? [])),
      ),
    });
    // Whoever replays one makes nobody ask the platform.
    const known =
      client &&
      (await clinic.transaction(async (transaction) =>
        (await wasTaken(transaction, event)) ? repeated(transaction) : undefined,
      ));
    if (known) return known;
    const asked = client && (await itemsAskedFor(pushed, { ...options, client }));
    if (asked !== undefined && "outcome" in asked) return asked;
    return await clinic.transaction(async (transaction): Promise<Received> => {
      if (!(await takeEvent(transaction, event))) return repeated(transaction);
      const items = asked?.items ?? (await standingAfter(transaction, pushed.opinions, settings));
      const changed = await storeOpinions(transaction, items, follow);
      const reply = await pushReply(transaction, pushed, client ? "held" : versionsOf(items));
      return { outcome: "taken", changed, reply };
    });
  } catch (error) {
    return notTaken(error);
  }
}

type Items = readonly FeedItem<OpinionBody>[];

function versionsOf(items: Items): ReadonlyMap<string, string> {
  return new Map(items.map(({ remoteId, version }) => [remoteId, version]));
}

async function itemsAskedFor(
  { opinions }: PushedOpinions,
  { client, settings, signal }: ReceivePushOptions & { readonly client: FhirClient },
): Promise<{ readonly items: Items } | Extract<Received, { readonly outcome: "later" }>> {
  try {
    const read = await readOpinions({ client, settings }, remoteIdsIn(opinions), signal);
    return { items: read.map((opinion) => opinionItem(opinion, settings.pseudonymKey)) };
  } catch (error) {
    if (!GuichetError.isInstance(error)) throw error;
    return { outcome: "later", code: error.code };
  }
}

async function storeOpinions(
  transaction: TenantTransaction,
  items: Items,
  follow: Follower<OpinionBody> | undefined,
): Promise<number> {
  const mirrored = await mirrorRecords(transaction, opinionsFeed, items);
  for (const { remoteId, isNew } of mirrored) {
    const item = items.find((one) => one.remoteId === remoteId);
    if (item) await follow?.(transaction, { change: isNew ? "new" : "changed", remoteId, item });
  }
  return mirrored.length;
}

/** What cannot be stored now never can: pushed again, it would be refused again. */
function notTaken(error: unknown): Received {
  if (!GuichetError.isInstance(error)) throw error;
  const { code } = error;
  if (code === "changed-meanwhile") return { outcome: "outdated", code };
  if (["push-not-understood", "push-incomplete", "id-refused", "text-refused"].includes(code))
    return { outcome: "not-understood", code };
  throw error;
}
