import type { FeedItem, RemoteRecord } from "@guichet/sync";
import { match, P } from "ts-pattern";
import type { OmnidocSettings } from "../omnidoc-options.js";
import type { OpinionBody } from "../to-facts/opinion-item.js";
import { standingOf } from "../to-facts/opinion.js";
import type { PatchOperation } from "../wire/fhir-patch.js";
import { statusOf } from "../wire/request-state.js";
import { versionAfter } from "../wire/version.js";

/** The elements of a request that a patch can change without the rest of it. */
interface PatchedElements {
  readonly status: string;
  readonly split?: string | undefined;
  readonly occurrence?: string | undefined;
}

/**
 * What is kept of a request once a patch has changed it.
 *
 * Shape: a patch moves a request on, and may name the day of the opinion; without, that day stays unknown. What it
 * changes besides is not kept and not looked at; `undefined` where it changes something that is kept and can only be
 * read from the whole request, such as who answers, or where it says what it changes in a way that is not read.
 */
export function patchedOpinion(
  record: RemoteRecord<OpinionBody>,
  operations: readonly PatchOperation[],
  settings: OmnidocSettings,
): FeedItem<OpinionBody> | undefined {
  const { remoteId, version, body, status } = record;
  const { extensions } = settings.dialect;
  const before: PatchedElements = { ...statusOf(status), occurrence: body.answeredOn };
  const after = operations.reduce<PatchedElements | undefined>(
    (elements, operation) => elements && changedBy(operation, elements, extensions.splitActiveStatus),
    before,
  );
  if (after === undefined) return undefined;
  const { answeredOn: answeredBefore, ...others } = body;
  const { state, answeredOn } = standingOf(
    {
      ...{ resourceType: "ServiceRequest", intent: "proposal", status: after.status },
      ...(after.occurrence === undefined ? {} : { occurrenceDateTime: after.occurrence }),
      extension: [{ url: extensions.splitActiveStatus, valueCode: after.split }],
    },
    settings,
  );
  const isChanged = state !== status || answeredOn !== answeredBefore;
  return {
    remoteId,
    version: isChanged ? versionAfter(version) : version,
    status: state,
    reference: record.reference ?? undefined,
    body: { ...others, ...(answeredOn === undefined ? {} : { answeredOn }) },
  };
}

function changedBy(
  { type, path, name, value }: PatchOperation,
  elements: PatchedElements,
  splitUrl: string,
): PatchedElements | undefined {
  const place = type === "add" && path === resource ? `${resource}.${name ?? ""}` : path;
  const element = elementAt.exec(place)?.groups?.["element"];
  if (element === undefined) return undefined;
  const extension = extensionAt.exec(place)?.groups?.["url"];
  return match({ element, type, place, value, extension })
    .with(
      { element: "status", type: "replace", place: `${resource}.status`, value: P.string },
      (changed) => ({
        ...elements,
        status: changed.value,
      }),
    )
    .with(
      { element: P.union("occurrence", "occurrenceDateTime"), place: P.string.regex(occurrenceAt) },
      (changed) => withOccurrence(elements, changed.type, changed.value),
    )
    .with({ element: "extension", type: "add", value: { url: P.string } }, (changed) =>
      changed.value.url === splitUrl ? { ...elements, split: changed.value.value } : elements,
    )
    .with({ extension: P.string.select() }, (url) =>
      url === splitUrl ? withSplit(elements, type, value) : elements,
    )
    .otherwise(() => (readWhole.has(element) ? undefined : elements));
}

function withOccurrence(
  elements: PatchedElements,
  type: string,
  value: PatchOperation["value"],
): PatchedElements | undefined {
  if (type === "delete") return { ...elements, occurrence: undefined };
  const isSet = (type === "add" || type === "replace") && typeof value === "string";
  return isSet ? { ...elements, occurrence: value } : undefined;
}

function withSplit(
  elements: PatchedElements,
  type: string,
  value: PatchOperation["value"],
): PatchedElements | undefined {
  if (type === "delete") return { ...elements, split: undefined };
  return type === "replace" && typeof value === "string" ? { ...elements, split: value } : undefined;
}

const resource = "ServiceRequest";
const elementAt = /^ServiceRequest\.(?<element>\w+)/;
const occurrenceAt = /^ServiceRequest\.(occurrence(\.ofType\(dateTime\))?|occurrenceDateTime)$/;
const extensionAt =
  /^ServiceRequest\.extension(\.where\(\s*url\s*=\s*|\()'(?<url>[^']+)'\s*\)(\.value(Code|\.ofType\(code\))?)?$/;

/** What is kept of these is read from the whole request. */
const readWhole: ReadonlySet<string> = new Set([
  ...["id", "identifier", "status", "authoredOn", "occurrence", "occurrenceDateTime", "extension"],
  ...["subject", "requester", "performer"],
]);
