import type { Capabilities } from "@guichet/sync";
import type { MedotsOptions } from "./medots-options.js";
import { tokenLifeSeconds } from "./sign-token.js";

/** What this MEDOTS guarantees for appointments, by what its options say. */
export function capabilitiesOf({ honours = {}, referenceIn = "note" }: MedotsOptions): Capabilities {
  return {
    idempotencyKeys: honours.idempotencyKeys ?? false,
    searchByReference: referenceIn !== "none",
    versions: honours.versions ?? false,
    requestLifeSeconds: tokenLifeSeconds,
  };
}
