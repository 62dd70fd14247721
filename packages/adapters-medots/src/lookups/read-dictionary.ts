import type { MedotsClient } from "../client/medots-client.js";
import { readList } from "../client/read-list.js";
import { wireDictionaryEntry, type WireDictionaryEntry } from "../wire/dictionary-entry.js";

/** The types that appointments have, or the sources they come from: a new one names both. */
export function readDictionary(
  client: MedotsClient,
  of: "types" | "sources",
  signal: AbortSignal,
): Promise<readonly WireDictionaryEntry[]> {
  return readList(client, { path: ["appointments", of], query: {}, row: wireDictionaryEntry }, signal);
}
