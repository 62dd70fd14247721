import type { BundleEntry } from "../wire/bundle.js";
import type { OmnidocDialect } from "../wire/dialect.js";
import { extensionOf } from "../wire/extension.js";
import { nationalFrom } from "../wire/national-identifiers.js";
import { organization } from "../wire/organization.js";
import { patient } from "../wire/patient.js";
import { practitioner } from "../wire/practitioner.js";
import { practitionerRole } from "../wire/practitioner-role.js";
import { serviceRequest } from "../wire/service-request.js";

/** Elements the exchange leaves out of a request: why an opinion is asked for is written on the platform. */
const forbidden = ["note", "patientInstruction", "reasonReference"];

/** What keeps a transaction from being a request for an opinion; `undefined` when nothing does. */
export function faultIn(
  entries: readonly BundleEntry[],
  { extensions, systems }: OmnidocDialect,
): { readonly status: 400 | 422; readonly code: string } | undefined {
  for (const { resource } of entries) {
    const shape = shapes.get(resource?.resourceType ?? "");
    if (shape === undefined) return { status: 400, code: "not-supported" };
    if (!shape.safeParse(resource).success) return { status: 400, code: "structure" };
  }
  const requests = entries.flatMap(({ resource }) =>
    resource?.resourceType === "ServiceRequest" ? [serviceRequest.parse(resource)] : [],
  );
  const [request] = requests;
  if (request === undefined || requests.length > 1) return { status: 400, code: "required" };
  const broken = [
    request.intent !== "proposal" || request.status !== "draft",
    request.authoredOn === undefined || request.requester === undefined || request.subject === undefined,
    request.performer === undefined && request.performerType === undefined,
    extensionOf(request, extensions.patientConsent)?.valueBoolean !== true,
    forbidden.some((element) => element in request),
    !entries.some(({ resource }) => bears(resource, "Patient", "ins", systems.ins)),
    !entries.some(
      ({ resource }) =>
        bears(resource, "Practitioner", "rpps", systems.rpps) ||
        bears(resource, "Practitioner", "adeli", systems.adeli),
    ),
  ];
  return broken.includes(true) ? { status: 422, code: "business-rule" } : undefined;
}

const shapes: ReadonlyMap<string, { readonly safeParse: (value: unknown) => { readonly success: boolean } }> =
  new Map(
    Object.entries({
      ServiceRequest: serviceRequest,
      Patient: patient,
      Practitioner: practitioner,
      PractitionerRole: practitionerRole,
      Organization: organization,
    }),
  );

function bears(
  resource: BundleEntry["resource"],
  resourceType: string,
  kind: Parameters<typeof nationalFrom>[0],
  systems: readonly string[],
): boolean {
  if (resource?.resourceType !== resourceType) return false;
  const { identifier = [] } = practitioner.pick({ identifier: true }).parse(resource);
  return identifier.some(
    ({ system, value }) => systems.includes(system ?? "") && nationalFrom(kind, value) !== undefined,
  );
}
