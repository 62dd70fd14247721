import { decide, type Decision, type FactsOf } from "@guichet/rules";
import type { IsoDay } from "@guichet/rules/calendar";
import type { BookingFacts } from "@guichet/rules/desk";
import { registrationDocuments } from "@guichet/rules/policies/registration-documents";

type RegistrationDocuments = typeof registrationDocuments;

/** What is known of somebody's papers, in the words of `registration-documents`. */
export type PapersKnown = Omit<FactsOf<RegistrationDocuments>, "request">;

/** What the desk knows of a request besides the wish. What is left out is unknown. */
export interface RequestKnown {
  readonly channel?: NonNullable<BookingFacts["request"]>["channel"] | undefined;
  readonly visitKind?: NonNullable<BookingFacts["visit"]>["kind"] | undefined;
  readonly emergency?: boolean | undefined;
  readonly papers?: PapersKnown | undefined;
}

/** What a search for the patient came to. */
export type Registration = "registered" | "unregistered" | "unknown";

/** Facts for `bookAppointment`, and the decision on the papers that one of them rests on. */
export interface FactsOfRequest {
  readonly facts: BookingFacts;
  readonly papers: Decision<RegistrationDocuments>;
}

/**
 * The facts of `appointment-booking` that the desk and MEDOTS know of a request. What nobody knows is left out: several
 * patients found are none known, and papers that leave their decision open are neither accepted nor refused.
 */
export function bookingFacts(on: IsoDay, known: RequestKnown, registration: Registration): FactsOfRequest {
  const { channel, visitKind: kind, emergency } = known;
  const papers = decide(registrationDocuments, { ...known.papers, request: { on } });
  const documentsAccepted = papers.outcome?.accepted;
  const registeredInMis = registration === "unknown" ? undefined : registration === "registered";
  return {
    papers,
    facts: {
      ...(channel === undefined ? {} : { request: { channel } }),
      visit: { ...(kind === undefined ? {} : { kind }), ...(emergency === undefined ? {} : { emergency }) },
      patient: {
        ...(documentsAccepted === undefined ? {} : { documentsAccepted }),
        ...(registeredInMis === undefined ? {} : { registeredInMis }),
      },
    },
  };
}
