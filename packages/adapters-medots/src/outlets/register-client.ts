import type { Found, Intent, Outlet } from "@guichet/sync";
import { capabilitiesOf } from "../client/capabilities-of.js";
import { idempotencyKey } from "../client/idempotency-key.js";
import type { MedotsClient } from "../client/medots-client.js";
import { verdictOf } from "../client/verdict-of.js";
import { findPatient, type PatientSearch } from "../lookups/find-patient.js";
import type { WireNewClient } from "../wire/client.js";
import { newIdPlaces } from "../wire/new-id.js";
import { finding } from "./finding.js";
import { settleOwn } from "./settle-own.js";

/** A person to be registered. The telephone has eleven digits or more, as the platform asks. */
export type ClientToRegister = WireNewClient & Pick<PatientSearch, "noneOf">;

export const registerClientKind = "medots.register-client";

/**
 * Registers patients. Who is registered already is not registered again, and the intent is done all the same: one
 * person, one client.
 */
export function registerClient(client: MedotsClient): Outlet<typeof registerClientKind, ClientToRegister> {
  const { options } = client;
  const find = ({ payload }: Intent<string, ClientToRegister>, signal: AbortSignal): Promise<Found> =>
    finding(async () => {
      const found = await findPatient(client, payload, signal);
      switch (found.found) {
        case "one":
          return { outcome: "found", remoteId: String(found.client.id) };
        case "nobody":
          return { outcome: "absent" };
        case "unclear":
          return { outcome: "unknown", code: "found-unclear" };
      }
    });

  return {
    kind: registerClientKind,
    // A person is found by who it is, and the platform refuses a second one alike.
    capabilities: { ...capabilitiesOf(options), searchByReference: true },
    find,
    send: async (intent, signal) => {
      const headers =
        options.honours?.idempotencyKeys === true ? { "idempotency-key": idempotencyKey(intent) } : {};
      const body = { ...intent.payload, noneOf: undefined };
      const reply = await client.ask({ method: "POST", path: ["clients"], body, headers }, signal);
      const verdict = verdictOf(reply);
      // A refusal may say that there is such a client: its words are not known, so it is looked for. Nobody is taken for
      // the person of whom somebody has said otherwise, or of whom it is not clear.
      if (
        verdict.outcome === "conflict" ||
        (verdict.outcome === "refused" && verdict.code === "validation-refused")
      )
        return settleOwn(verdict, () => find(intent, signal));
      if (verdict.outcome !== "accepted") return verdict;
      const id = newIdPlaces[options.newId ?? "either"].safeParse(verdict.body);
      return id.success
        ? { outcome: "done", remoteId: String(id.data) }
        : { outcome: "unknown", code: "answer-without-id" };
    },
  };
}
