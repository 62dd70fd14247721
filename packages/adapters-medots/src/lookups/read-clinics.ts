import type { MedotsClient } from "../client/medots-client.js";
import { readList } from "../client/read-list.js";
import { wireClinic, type WireClinic } from "../wire/clinic.js";

/** The clinics that our key sees. */
export function readClinics(client: MedotsClient, signal: AbortSignal): Promise<readonly WireClinic[]> {
  return readList(client, { path: ["clinics"], query: {}, row: wireClinic }, signal);
}
