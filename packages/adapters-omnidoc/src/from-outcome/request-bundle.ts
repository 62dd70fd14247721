import { instantFromMillis, millisFromInstant } from "@guichet/rules/calendar";
import { uuidFrom } from "@guichet/sync";
import type { Bundle, BundleEntry } from "../wire/bundle.js";
import type { OmnidocDialect } from "../wire/dialect.js";
import type { Identifier } from "../wire/identifier.js";
import { searchToken } from "../wire/search-token.js";
import type { OpinionRequest, PatientIdentity, Professional, Workplace } from "./opinion-request.js";

export interface RequestBundleOptions {
  readonly dialect: OmnidocDialect;
  /** Whether the platform makes a thing once, however often it is told its identifier. */
  readonly conditionalCreate: boolean;
}

/**
 * The transaction that makes a draft of a request: the request first, then everybody and every place it names.
 * The same request and reference give the same bundle, byte for byte.
 */
export function requestBundle(
  request: OpinionRequest,
  ourReference: string,
  { dialect, conditionalCreate }: RequestBundleOptions,
): Bundle {
  const { systems, extensions } = dialect;
  const { patient, requester, to } = request;
  const entry = (name: string, resource: Resource, known: Identifier): BundleEntry => ({
    fullUrl: urnOf(ourReference, name),
    resource,
    request: {
      method: "POST",
      url: resource.resourceType,
      ...(conditionalCreate ? { ifNoneExist: `identifier=${encodeURIComponent(searchToken(known))}` } : {}),
    },
  });
  const pointTo = (name: string) => ({ reference: urnOf(ourReference, name) });
  const referenceFor = (part?: string): Identifier => ({
    system: systems.reference,
    value: part === undefined ? ourReference : `${ourReference}-${part}`,
  });

  const someone = (name: string, professional: Professional): readonly BundleEntry[] => {
    const { workplace } = professional;
    const number = numberIn(professional, dialect);
    const practitioner = entry(
      `${name}-practitioner`,
      {
        resourceType: "Practitioner",
        identifier: [number],
        name: [{ family: professional.familyName, given: [professional.givenName] }],
      },
      number,
    );
    const role = entry(name, roleOf(name, professional), referenceFor(name));
    if (!workplace) return [practitioner, role];
    const finess: Identifier = { system: systems.finess[0], value: workplace.finess };
    const place = { resourceType: "Organization", identifier: [finess], name: workplace.name };
    return [practitioner, role, entry(nameOf(workplace), place, finess)];
  };

  const roleOf = (name: string, { profession, specialty, workplace }: Professional): Resource => {
    const code = dialect.professions[profession];
    return {
      resourceType: "PractitionerRole",
      identifier: [referenceFor(name)],
      practitioner: pointTo(`${name}-practitioner`),
      ...(workplace ? { organization: pointTo(nameOf(workplace)) } : {}),
      ...(code === undefined ? {} : { code: [{ coding: [{ system: systems.profession, code }] }] }),
      ...(specialty === undefined ? {} : { specialty: [specialtyOf(specialty)] }),
    };
  };
  const specialtyOf = (code: string) => ({ coding: [{ system: systems.specialty, code }] });

  const ins: Identifier = { system: systems.ins[0], value: patient.ins };
  const asked: Resource = {
    resourceType: "ServiceRequest",
    identifier: [referenceFor()],
    extension: [{ url: extensions.patientConsent, valueBoolean: request.consentGiven }],
    status: "draft",
    intent: "proposal",
    ...(request.urgent === undefined ? {} : { priority: request.urgent ? "urgent" : "routine" }),
    authoredOn: instantFromMillis(millisFromInstant(request.askedAt) ?? 0),
    subject: pointTo("patient"),
    requester: pointTo("requester"),
    ...("responder" in to
      ? { performer: [pointTo("responder")] }
      : { performerType: specialtyOf(to.specialty) }),
  };
  const entries = [
    entry("request", asked, referenceFor()),
    entry("patient", patientOf(patient, ins), ins),
    ...someone("requester", requester),
    ...("responder" in to ? someone("responder", to.responder) : []),
  ];
  return { resourceType: "Bundle", type: "transaction", entry: onceEach(entries) };
}

type Resource = NonNullable<BundleEntry["resource"]>;

function patientOf({ birthName, givenNames, gender, bornOn }: PatientIdentity, ins: Identifier): Resource {
  return {
    resourceType: "Patient",
    identifier: [ins],
    name: [{ use: "official", family: birthName, given: givenNames }],
    gender,
    birthDate: bornOn,
  };
}

function numberIn(professional: Professional, { systems }: OmnidocDialect): Identifier {
  return "rpps" in professional
    ? { system: systems.rpps[0], value: professional.rpps }
    : { system: systems.adeli[0], value: professional.adeli };
}

/** Two who work at one place name it once. */
function onceEach(entries: readonly BundleEntry[]): BundleEntry[] {
  return [...new Map(entries.map((one) => [one.fullUrl, one])).values()];
}

function nameOf({ finess }: Workplace): string {
  return `organization-${finess}`;
}

/** A name inside the bundle, always the same for one request. */
function urnOf(ourReference: string, name: string): string {
  return `urn:uuid:${uuidFrom(`${ourReference}\n${name}`)}`;
}
