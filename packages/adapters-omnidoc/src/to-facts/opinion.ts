import type { IsoDay } from "@guichet/rules";
import { clockAt, dayFromIso, millisFromInstant } from "@guichet/rules/calendar";
import { readableIn, resourcesIn, type Bundle } from "../wire/bundle.js";
import { codeIn } from "../wire/codeable-concept.js";
import type { OmnidocDialect, Profession, Region } from "../wire/dialect.js";
import { extensionOf } from "../wire/extension.js";
import { valueIn, type Identifier } from "../wire/identifier.js";
import { nationalFrom } from "../wire/national-identifiers.js";
import { organization, type Organization } from "../wire/organization.js";
import { patient } from "../wire/patient.js";
import { practitioner } from "../wire/practitioner.js";
import { practitionerRole } from "../wire/practitioner-role.js";
import { idFrom, type Reference } from "../wire/reference.js";
import { requestState, type RequestState } from "../wire/request-state.js";
import {
  sketchedServiceRequest,
  storedServiceRequest,
  type ServiceRequest,
  type StoredServiceRequest,
} from "../wire/service-request.js";
import { versionOf } from "../wire/version.js";

/** One of the two who exchange an opinion, as far as the platform says. */
export interface OpinionParty {
  /** RPPS number or, where there is none, ADELI number. */
  readonly number?: string | undefined;
  readonly profession?: Profession | undefined;
  readonly region?: Region | undefined;
  readonly finess?: string | undefined;
  /** Whether the place is a multi-professional health centre. */
  readonly healthCentre?: boolean | undefined;
}

/** A request for an opinion and everybody it names, in our words. What the platform leaves out is left out. */
export interface Opinion {
  readonly remoteId: string;
  readonly version: string;
  readonly state: RequestState;
  /** Our own reference, of a request we made. */
  readonly reference?: string | undefined;
  readonly askedOn?: IsoDay | undefined;
  /** The day it was given, where the platform names it. The day a record was last changed says nothing of it. */
  readonly answeredOn?: IsoDay | undefined;
  readonly urgent?: boolean | undefined;
  readonly consentGiven?: boolean | undefined;
  /** Who the patient is (INS). It stays in memory. */
  readonly ins?: string | undefined;
  readonly requester: OpinionParty;
  readonly responder: OpinionParty;
}

export interface ReadOpinionOptions {
  readonly dialect: OmnidocDialect;
  /** The zone whose calendar gives the days. */
  readonly zone: string;
}

/**
 * Reads the requests of a search, and of what came with them whom they name.
 *
 * Shape: a request that cannot be read is `unknown`, and holds up no other; what it names and cannot be read is left out.
 * Errors: `resource-broken` for a request without its id or its moment.
 */
export function opinionsIn(page: Bundle, options: ReadOpinionOptions): readonly Opinion[] {
  const named = namedIn(page);
  return resourcesIn(page, "ServiceRequest", sketchedServiceRequest).map((sketched) => {
    const request = storedServiceRequest.safeParse(sketched);
    if (request.success) return opinionFrom(request.data, named, options);
    return {
      remoteId: sketched.id,
      version: versionOf(sketched),
      state: "unknown",
      requester: {},
      responder: {},
    };
  });
}

function opinionFrom(
  request: StoredServiceRequest,
  named: ReturnType<typeof namedIn>,
  options: ReadOpinionOptions,
): Opinion {
  const { dialect, zone } = options;
  const { systems, extensions } = dialect;
  const subject = find(named.patients, request.subject, "Patient");
  const party = (reference: Reference | undefined) => partyFrom(reference, named, dialect);
  return {
    remoteId: request.id,
    version: versionOf(request),
    ...standingOf(request, options),
    reference: valueIn(request.identifier, [systems.reference]),
    askedOn: dayOf(request.authoredOn, zone),
    urgent: urgencies.get(request.priority ?? ""),
    consentGiven: extensionOf(request, extensions.patientConsent)?.valueBoolean,
    ins: nationalIn("ins", [...(subject?.identifier ?? []), ...alone(request.subject)], systems.ins),
    requester: party(request.requester),
    // Where several may answer, nobody can say who did.
    responder: request.performer?.length === 1 ? party(request.performer[0]) : {},
  };
}

/** Where a request stands, and the day of its answer. */
export function standingOf(
  request: ServiceRequest,
  { dialect, zone }: ReadOpinionOptions,
): Pick<Opinion, "state" | "answeredOn"> {
  const state = requestState(request, dialect);
  return { state, answeredOn: state === "completed" ? dayOf(request.occurrenceDateTime, zone) : undefined };
}

function partyFrom(
  reference: Reference | undefined,
  named: ReturnType<typeof namedIn>,
  { systems, professions, healthCentreType }: OmnidocDialect,
): OpinionParty {
  const role = find(named.roles, reference, "PractitionerRole");
  const person = find(named.practitioners, role?.practitioner ?? reference, "Practitioner");
  const place = find(named.organizations, role?.organization, "Organization");
  const identifiers = [
    ...(person?.identifier ?? []),
    ...(role?.identifier ?? []),
    ...alone(role?.practitioner),
    ...alone(reference),
  ];
  const code = codeIn(role?.code, systems.profession);
  const type = codeIn(place?.type, systems.organizationType);
  return {
    number: nationalIn("rpps", identifiers, systems.rpps) ?? nationalIn("adeli", identifiers, systems.adeli),
    profession: code === undefined ? undefined : professionBy(code, professions),
    region: regionOf(place),
    finess: nationalIn(
      "finess",
      [...(place?.identifier ?? []), ...alone(role?.organization)],
      systems.finess,
    ),
    healthCentre: type === undefined ? undefined : type === healthCentreType,
  };
}

/** Everything in a bundle that a request can point to, by id. */
function namedIn(page: Bundle) {
  const byId = <Resource extends { readonly id?: string | undefined }>(all: readonly Resource[]) =>
    new Map(all.map((one) => [one.id, one]));
  return {
    patients: byId(readableIn(page, "Patient", patient)),
    practitioners: byId(readableIn(page, "Practitioner", practitioner)),
    roles: byId(readableIn(page, "PractitionerRole", practitionerRole)),
    organizations: byId(readableIn(page, "Organization", organization)),
  };
}

function find<Resource>(
  all: ReadonlyMap<string | undefined, Resource>,
  reference: Reference | undefined,
  resourceType: string,
): Resource | undefined {
  const id = idFrom(reference?.reference, resourceType);
  return id === undefined ? undefined : all.get(id);
}

/** An identifier that stands for a resource that did not come along. */
function alone(reference: Reference | undefined): readonly Identifier[] {
  return reference?.identifier ? [reference.identifier] : [];
}

function nationalIn(
  kind: Parameters<typeof nationalFrom>[0],
  identifiers: readonly Identifier[],
  systems: readonly string[],
): string | undefined {
  const known = identifiers.filter(({ system }) => system !== undefined && systems.includes(system));
  return known.map(({ value }) => nationalFrom(kind, value)).find((value) => value !== undefined);
}

function professionBy(code: string, codes: OmnidocDialect["professions"]): Profession | undefined {
  // The keys of a dialect are professions.
  return Object.entries(codes).find(([, one]) => one === code)?.[0] as Profession | undefined;
}

// Saint-Barthélemy and Saint-Martin kept postal codes of Guadeloupe.
const overseas = /^97(?!133|150)[1-4]\d{2}$/;
const metropolitan = /^(?!9[78])\d{5}$/;
const france: ReadonlySet<string> = new Set(["FR", "FRA", "FRANCE"]);

/**
 * The region by the postal code of a place in France. It stays unknown for the collectivities overseas and for Mayotte:
 * whether the fees of the other departments overseas hold there, nobody has told us.
 */
function regionOf(place: Organization | undefined): Region | undefined {
  const { postalCode = "", country = "FR" } = place?.address?.[0] ?? {};
  if (!france.has(country.toUpperCase())) return undefined;
  if (overseas.test(postalCode)) return "overseas";
  return metropolitan.test(postalCode) ? "metropolitan" : undefined;
}

const urgencies = new Map([
  ["routine", false],
  ["urgent", true],
  ["asap", true],
  ["stat", true],
]);

/** The day of a FHIR date or moment; `undefined` for a year or a month alone. */
function dayOf(dateTime: string | undefined, zone: string): IsoDay | undefined {
  if (dateTime === undefined) return undefined;
  const millis = millisFromInstant(dateTime.replace(/(\.\d{3})\d+/, "$1"));
  if (millis !== undefined) return clockAt(millis, zone).day;
  return dayFromIso(dateTime) === undefined ? undefined : (dateTime as IsoDay);
}
