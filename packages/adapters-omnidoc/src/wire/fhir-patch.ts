import * as z from "zod";

/** One operation of a FHIRPath Patch. */
export interface PatchOperation {
  /** `add`, `insert`, `delete`, `replace`, `move`. */
  readonly type: string;
  /** A FHIRPath expression, such as `ServiceRequest.status`. */
  readonly path: string;
  /** The element that is added. */
  readonly name?: string | undefined;
  /** A primitive, or an extension with a primitive in it; left out for anything else. */
  readonly value?: string | { readonly url: string; readonly value?: string | undefined } | undefined;
}

const part = z.looseObject({
  name: z.string(),
  part: z.array(z.looseObject({ name: z.string() })).optional(),
});

const parameters = z.looseObject({
  resourceType: z.literal("Parameters"),
  parameter: z.array(z.looseObject({ name: z.literal("operation"), part: z.array(part) })).min(1),
});

/**
 * The operations of a patch, in their order; `undefined` for what is no FHIRPath Patch.
 *
 * Source: FHIR R4, FHIRPath Patch.
 */
export function patchOperations(resource: unknown): readonly PatchOperation[] | undefined {
  const { data } = parameters.safeParse(resource);
  const operations = data?.parameter.map(({ part: parts }) => {
    const named = new Map(parts.map((one) => [one.name, one]));
    const [type, path, name] = ["type", "path", "name"].map((one) => primitiveIn(named.get(one)));
    return type === undefined || path === undefined
      ? undefined
      : { type, path, name, value: valueIn(named.get("value")) };
  });
  return operations?.every((one) => one !== undefined) === true ? operations : undefined;
}

function valueIn(value: z.infer<typeof part> | undefined): PatchOperation["value"] {
  const elements = new Map(value?.part?.map((one) => [one.name, primitiveIn(one)]));
  const url = elements.get("url");
  return url === undefined ? primitiveIn(value) : { url, value: elements.get("value") };
}

/** What stands in whichever of the elements `valueCode`, `valueString`, … there is. */
function primitiveIn(one: object | undefined): string | undefined {
  const [, value] = Object.entries(one ?? {}).find(([name]) => name.startsWith("value")) ?? [];
  return typeof value === "string" ? value : undefined;
}
