import type { MedotsClient } from "../client/medots-client.js";
import type { WireClient } from "../wire/client.js";
import { compareClient, type PersonKnown } from "./compare-client.js";
import { findClients } from "./find-clients.js";

/** By what somebody at the desk is looked for: the more is known, the less has to be asked. */
export interface PatientSearch extends PersonKnown {
  /** Numbers of entries that are of other people: somebody has looked at them and said so. */
  readonly noneOf?: readonly number[] | undefined;
}

/** Whom a search found. */
export type PatientsFound =
  | { readonly found: "one"; readonly client: WireClient }
  /** Each of these may be the patient, and be it only one: somebody says which it is, or that it is none of them. */
  | { readonly found: "unclear"; readonly clients: readonly WireClient[] }
  | { readonly found: "nobody" };

/**
 * Looks for a patient by telephone and surname. MEDOTS decides what is alike; whoever differs in first name, patronymic
 * or birth date is somebody else. One is found only if nobody else may be meant, and enough is known to tell.
 *
 * Errors: `ReadFailure`.
 */
export async function findPatient(
  client: MedotsClient,
  search: PatientSearch,
  signal: AbortSignal,
): Promise<PatientsFound> {
  const { phone, surname, noneOf = [] } = search;
  const alike = await findClients(client, { phone, surname: surname.trim() }, signal);
  const clients = alike.filter((one) => !noneOf.includes(one.id) && compareClient(one, search) !== "another");
  const [only, ...others] = clients;
  if (!only) return { found: "nobody" };
  return others.length === 0 && compareClient(only, search) === "same"
    ? { found: "one", client: only }
    : { found: "unclear", clients };
}
