import { instantFromMillis } from "@guichet/rules/calendar";
import type { Clock, Surroundings } from "@guichet/sync";
import type { Draws } from "@guichet/sync/testing";
import {
  FhirClient,
  settingsOf,
  type OmnidocSettings,
  type OpinionWish,
  type Professional,
} from "@guichet/adapters-omnidoc";
import {
  pushForms,
  simulateOmnidoc,
  type OmnidocSimulator,
  type SimulatedCapabilities,
} from "@guichet/adapters-omnidoc/simulator";
import { webhook } from "../../src/platform.fixture.js";

/** What the platform of a clinic can do, as it is and as we were told. */
export interface Habits extends SimulatedCapabilities {
  /** Longer than the line ever delays a request; left out where nobody knows. */
  readonly requestLifeSeconds?: number;
  /** How it pushes, if at all. */
  readonly pushes?: (typeof pushForms)[number];
  /** Whether it is read; otherwise what is pushed is all that is known. */
  readonly isAsked: boolean;
  readonly pageSize: number;
}

/** A clinic of a history, on a platform of its own. */
export interface OpinionClinic {
  readonly tenant: string;
  readonly habits: Habits;
  readonly simulator: OmnidocSimulator;
  readonly settings: OmnidocSettings;
  readonly secret: string;
}

export function drawHabits(draws: Draws): Habits {
  const pushes = draws.happens(0.75) ? draws.oneOf(pushForms) : undefined;
  const [conditionalCreate, searchByReference] = draws.oneOf([
    [true, true],
    [true, false],
    [false, true],
    [false, true],
    [false, false],
  ] as const);
  return {
    conditionalCreate,
    searchByReference,
    versions: draws.oneOf(["honoured", "honoured", "ignored", "absent"] as const),
    ...(draws.happens(0.6) ? { requestLifeSeconds: 150 } : {}),
    ...(pushes === undefined ? {} : { pushes }),
    isAsked: pushes === undefined || draws.happens(0.5),
    pageSize: draws.oneOf([2, 5, 100]),
  };
}

export function openClinic(place: number, seed: number, habits: Habits, clock: Clock): OpinionClinic {
  const tenant = `clinic-${place}`;
  const secret = `whsec_${Buffer.alloc(32, place).toString("base64")}`;
  const { conditionalCreate, searchByReference, versions, requestLifeSeconds, pushes } = habits;
  return {
    tenant,
    habits,
    secret,
    simulator: simulateOmnidoc({
      clock,
      seed: seed * 10 + place,
      token: tenant,
      capabilities: { conditionalCreate, searchByReference, versions },
      ...(pushes === undefined ? {} : { webhook: { url: webhook.url, secret, as: pushes } }),
    }),
    settings: settingsOf({
      baseUrl: `https://${tenant}.invalid/fhir`,
      pseudonymKey: new Uint8Array(32).fill(place),
      honours: {
        conditionalCreate,
        searchByReference,
        versions: versions === "honoured",
        ...(requestLifeSeconds === undefined ? {} : { requestLifeSeconds }),
      },
    }),
  };
}

/** A client of a clinic's platform, with its token. */
export function clientOf(
  { tenant, settings }: OpinionClinic,
  { fetch, clock }: Pick<Surroundings, "fetch" | "clock">,
): FhirClient {
  return new FhirClient({
    baseUrl: settings.baseUrl,
    clock,
    fetch: (request) => {
      const headers = new Headers(request.headers);
      headers.set("authorization", `Bearer ${tenant}`);
      return fetch(new Request(request, { headers }));
    },
  });
}

const insWithoutKey = "2580199999";

/** What stands nowhere but in sealed payloads and on the platform. */
export const canaries: readonly string[] = [
  "zyablikova",
  "vasilisa",
  "korosteleva",
  "pustelga",
  insWithoutKey,
];

const nurse = {
  rpps: "10000000001",
  familyName: "Korosteleva",
  givenName: "Iris",
  profession: "nurse",
  workplace: { finess: "990000011", name: "Cabinet Exemple" },
} as const satisfies Professional;

const dermatologist = {
  rpps: "10000000002",
  familyName: "Pustelga",
  givenName: "Denis",
  profession: "physician",
  specialty: "SM15",
  workplace: { finess: "990000022", name: "Clinique Exemple" },
} as const satisfies Professional;

/** The number of a colleague, who takes up what is asked of nobody by name. */
export const another = "10000000003";

/** Everybody who bills. */
export const professionals: readonly string[] = [nurse.rpps, dermatologist.rpps, another];

export const patients = 3;

/** A wish for the opinion of a dermatologist, or of whoever of them takes it up. */
export function wishFor(patient: number, to: "person" | "specialty", atMillis: number): OpinionWish {
  const digits = `${insWithoutKey}${String(patient + 1).padStart(3, "0")}`;
  const key = String(97 - Number(BigInt(digits) % 97n)).padStart(2, "0");
  return {
    askedAt: instantFromMillis(Math.floor(atMillis / 1_000) * 1_000),
    patient: {
      ins: `${digits}${key}`,
      birthName: "ZYABLIKOVA",
      givenNames: ["VASILISA"],
      gender: "female",
      bornOn: "1958-01-02",
    },
    requester: nurse,
    ...(to === "person"
      ? {
          to: { responder: dermatologist.rpps },
          responders: [{ professional: dermatologist, available: [] }],
        }
      : { to: { specialty: dermatologist.specialty } }),
    facts: {
      consent: {
        given: true,
        informedOf: ["reason", "responder-identity", "responder-specialty", "return-mode"],
      },
      responder: { profession: "physician" },
      request: { urgent: false },
    },
  };
}
