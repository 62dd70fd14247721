import type { MedotsClient } from "../client/medots-client.js";
import { findClients } from "../lookups/find-clients.js";
import { sameName, sameNumber } from "../lookups/is-same-client.js";
import type { WireClient } from "../wire/client.js";

/** By what somebody at the desk is looked for. */
export interface PatientSearch {
  readonly phone: string;
  readonly surname: string;
}

/** Whom a search found. */
export type PatientsFound =
  | { readonly found: "one"; readonly client: WireClient }
  /** Several bear the name and the number, or only alike ones: somebody says which it is. Nobody is chosen by guessing. */
  | { readonly found: "several"; readonly clients: readonly WireClient[] }
  | { readonly found: "nobody" };

/**
 * Looks for a patient by telephone and surname. MEDOTS decides what is alike, so only one who bears exactly this surname
 * and number, and is the only one, is found.
 *
 * Errors: `ReadFailure`.
 */
export async function findPatient(
  client: MedotsClient,
  search: PatientSearch,
  signal: AbortSignal,
): Promise<PatientsFound> {
  const { phone: number, surname: name } = search;
  const alike = await findClients(client, { phone: number, surname: name.trim() }, signal);
  const same = alike.filter(
    ({ surname, phone }) => sameName(surname, name) && sameNumber(phone ?? "", number),
  );
  const [only, ...others] = same;
  if (only && others.length === 0) return { found: "one", client: only };
  if (alike.length === 0) return { found: "nobody" };
  return { found: "several", clients: same.length > 0 ? same : alike };
}
