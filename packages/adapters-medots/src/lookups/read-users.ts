import type { MedotsClient } from "../client/medots-client.js";
import { readList } from "../client/read-list.js";
import { wireUser, type WireUser } from "../wire/user.js";

/** The medical staff of a clinic who see patients by appointment. */
export function readUsers(
  client: MedotsClient,
  clinicId: number,
  signal: AbortSignal,
): Promise<readonly WireUser[]> {
  const query = { clinicId, status: "active", userGroup: "medical_staff" };
  return readList(client, { path: ["users"], query, row: wireUser }, signal);
}
