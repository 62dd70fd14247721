import { GuichetError, problemAt } from "@guichet/rules";
import * as z from "zod";
import { meta } from "./meta.js";

const anyResource = z.looseObject({ resourceType: z.string() });

/** Several resources, or the answers to several requests. A resource is read for what it is by `resourcesIn`. */
export const bundle = z.looseObject({
  resourceType: z.literal("Bundle"),
  type: z.string(),
  meta: meta.optional(),
  total: z.number().int().nonnegative().optional(),
  link: z.array(z.looseObject({ relation: z.string(), url: z.string() })).optional(),
  entry: z
    .array(
      z.looseObject({
        fullUrl: z.string().optional(),
        resource: anyResource.optional(),
        request: z
          .looseObject({ method: z.string(), url: z.string(), ifMatch: z.string().optional() })
          .optional(),
        response: z
          .looseObject({
            status: z.string(),
            location: z.string().optional(),
            etag: z.string().optional(),
            lastModified: z.string().optional(),
          })
          .optional(),
      }),
    )
    .optional(),
});

export type Bundle = z.infer<typeof bundle>;
export type BundleEntry = NonNullable<Bundle["entry"]>[number];

/**
 * The resources of one type in a bundle. One that is broken is refused, never left out: a list that is short without
 * a word would read as things that are gone.
 *
 * Errors: `resource-broken`, which names the element and no value.
 */
export function resourcesIn<Resource>(
  { entry = [] }: Bundle,
  resourceType: string,
  schema: z.ZodType<Resource>,
): readonly Resource[] {
  return entry.flatMap(({ resource }) => {
    if (resource?.resourceType !== resourceType) return [];
    const read = schema.safeParse(resource);
    if (read.success) return [read.data];
    const element = read.error.issues[0]?.path.find((part) => typeof part === "string") ?? "its shape";
    const where = `omnidoc, ${resourceType}, ${element}`;
    throw new GuichetError("resource-broken", [
      problemAt("resource-broken", where, "not what FHIR R4 says", "report it to the platform"),
    ]);
  });
}

/** The resources of one type in a bundle that can be read; what is broken is unknown. */
export function readableIn<Resource>(
  { entry = [] }: Bundle,
  resourceType: string,
  schema: z.ZodType<Resource>,
): readonly Resource[] {
  return entry.flatMap(({ resource }) => {
    const read = resource?.resourceType === resourceType ? schema.safeParse(resource) : undefined;
    return read?.success === true ? [read.data] : [];
  });
}

/** Where the next page of a search is; `undefined` on the last one. */
export function nextLink({ link = [] }: Bundle): string | undefined {
  return link.find(({ relation }) => relation === "next")?.url;
}
