import type { MedotsClient } from "../client/medots-client.js";
import { readList } from "../client/read-list.js";
import { wireClient, type WireClient } from "../wire/client.js";

/** Whom to look for: by telephone, by surname or by both, as the platform searches. */
export type ClientSearch =
  | { readonly phone: string; readonly surname?: string }
  | { readonly phone?: string; readonly surname: string };

/** The clients that the platform finds: it decides what is alike, so the caller compares. */
export function findClients(
  client: MedotsClient,
  search: ClientSearch,
  signal: AbortSignal,
): Promise<readonly WireClient[]> {
  return readList(client, { path: ["clients"], query: { ...search }, row: wireClient }, signal);
}
