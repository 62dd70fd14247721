import type { ClientToRegister } from "../outlets/register-client.js";
import { findPatient, type PatientSearch } from "../lookups/find-patient.js";
import type { Registration } from "../to-facts/booking-facts.js";
import type { WireClient } from "../wire/client.js";
import type { AppointmentRequest } from "./appointment-request.js";
import type { FrontDesk } from "./front-desk.js";

/** Whom a request is for. */
export interface RequestedFor {
  readonly registration: Registration;
  /** The number of the entry on MEDOTS, once it is certain. */
  readonly clientId?: number;
  /** Who may be the patient, where that is not certain. */
  readonly candidates?: readonly WireClient[];
  /** What an entry is made from, should there be none. */
  readonly particulars?: ClientToRegister | undefined;
}

/**
 * Looks for the patient of a request, by all that was said of them. `made`: the number of the entry that was made for
 * this very request.
 *
 * Errors: `ReadFailure`.
 */
export async function patientOf(
  { client }: FrontDesk,
  { patient, particulars }: AppointmentRequest,
  made: number | undefined,
  signal: AbortSignal,
): Promise<RequestedFor> {
  if (made !== undefined) return { registration: "registered", clientId: made };
  if (patient === undefined) return { registration: "unknown", particulars };
  if ("clientId" in patient) return { registration: "registered", clientId: patient.clientId };
  const known = knownOf(patient, particulars);
  const found = await findPatient(client, known, signal);
  switch (found.found) {
    case "one":
      return { registration: "registered", clientId: found.client.id };
    case "nobody": {
      const { secondName, birthdate, noneOf } = known;
      const complete = particulars && { ...particulars, secondName, birthdate, noneOf };
      return { registration: "unregistered", particulars: complete };
    }
    case "unclear":
      return { registration: "unknown", candidates: found.clients };
  }
}

/** All that is known of somebody: what was taken down for an entry also says who it is. */
function knownOf(search: PatientSearch, particulars: ClientToRegister | undefined): PatientSearch {
  const { phone, surname, name, secondName, birthdate } = search;
  const noneOf = [search, particulars].flatMap((said) => said?.noneOf ?? []);
  return {
    phone,
    surname,
    name: name ?? particulars?.name,
    secondName: secondName ?? particulars?.secondName,
    birthdate: birthdate ?? particulars?.birthdate,
    ...(noneOf.length > 0 ? { noneOf } : {}),
  };
}
