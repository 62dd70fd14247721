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
        request: z.looseObject({ method: z.string(), url: z.string() }).optional(),
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
 * The resources of one type in a bundle. One that is broken is refused, never left out: a list that is short
 * without a word would read as things that are gone.
 *
 * Errors: a `ZodError`, whose paths name elements and whose messages hold no value.
 */
export function resourcesIn<Type extends string, Resource>(
  { entry = [] }: Bundle,
  resourceType: Type,
  schema: z.ZodType<Resource>,
): readonly Resource[] {
  return entry.flatMap(({ resource }) =>
    resource?.resourceType === resourceType ? [schema.parse(resource)] : [],
  );
}

/** Where the next page of a search is; `undefined` on the last one. */
export function nextLink({ link = [] }: Bundle): string | undefined {
  return link.find(({ relation }) => relation === "next")?.url;
}
