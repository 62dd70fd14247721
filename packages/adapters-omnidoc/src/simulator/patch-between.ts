import type { OmnidocDialect } from "../wire/dialect.js";
import { extensionOf } from "../wire/extension.js";
import { serviceRequest } from "../wire/service-request.js";
import type { SimulatedResource } from "./fhir-store.js";

/** What changed of a request, as a FHIRPath Patch. */
export function patchBetween(
  before: SimulatedResource,
  after: SimulatedResource,
  { extensions }: OmnidocDialect,
): object {
  const [old, now] = [serviceRequest.parse(before), serviceRequest.parse(after)];
  const url = extensions.splitActiveStatus;
  const split = `ServiceRequest.extension.where(url='${url}')`;
  const [oldSplit, newSplit] = [old, now].map((one) => extensionOf(one, url)?.valueCode);
  const { status, occurrenceDateTime } = now;
  const operations = [
    status !== old.status && operation("replace", "ServiceRequest.status", { valueCode: status }),
    newSplit === undefined && oldSplit !== undefined && operation("delete", split),
    newSplit !== undefined &&
      oldSplit !== undefined &&
      newSplit !== oldSplit &&
      operation("replace", `${split}.value`, { valueCode: newSplit }),
    newSplit !== undefined &&
      oldSplit === undefined &&
      operation("add", "ServiceRequest", {
        name: "extension",
        part: [
          { name: "url", valueUri: url },
          { name: "value", valueCode: newSplit },
        ],
      }),
    occurrenceDateTime !== undefined &&
      occurrenceDateTime !== old.occurrenceDateTime &&
      operation("add", "ServiceRequest", { name: "occurrence", valueDateTime: occurrenceDateTime }),
    JSON.stringify(now.performer) !== JSON.stringify(old.performer) &&
      operation("replace", "ServiceRequest.performer[0]", {
        part: [{ name: "reference", valueString: now.performer?.[0]?.reference }],
      }),
  ];
  return { resourceType: "Parameters", parameter: operations.filter((one) => one !== false) };
}

function operation(
  type: string,
  path: string,
  { name, ...value }: { readonly name?: string; readonly [element: string]: unknown } = {},
): object {
  return {
    name: "operation",
    part: [
      { name: "type", valueCode: type },
      { name: "path", valueString: path },
      ...(name === undefined ? [] : [{ name: "name", valueString: name }]),
      ...(Object.keys(value).length === 0 ? [] : [{ name: "value", ...value }]),
    ],
  };
}
