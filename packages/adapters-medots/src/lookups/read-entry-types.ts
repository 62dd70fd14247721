import type { MedotsClient } from "../client/medots-client.js";
import { readList } from "../client/read-list.js";
import { wireEntryType, type WireEntryType } from "../wire/entry-type.js";

/** The catalogue of services. */
export function readEntryTypes(client: MedotsClient, signal: AbortSignal): Promise<readonly WireEntryType[]> {
  return readList(client, { path: ["entry_types"], query: {}, row: wireEntryType }, signal);
}
