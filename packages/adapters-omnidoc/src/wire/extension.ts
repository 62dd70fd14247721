import * as z from "zod";

/** An extension, with the kinds of value this package reads. */
export const extension = z.looseObject({
  url: z.string(),
  valueBoolean: z.boolean().optional(),
  valueCode: z.string().optional(),
  valueString: z.string().optional(),
  valueUri: z.string().optional(),
  valueUrl: z.string().optional(),
});

export type Extension = z.infer<typeof extension>;

/** The extension with a URL; `undefined` when there is none. */
export function extensionOf(
  element: { readonly extension?: readonly Extension[] | undefined } | undefined,
  url: string,
): Extension | undefined {
  return element?.extension?.find((one) => one.url === url);
}

/** The address an extension holds, in whichever of the types that hold one. */
export function addressIn(one: Extension | undefined): string | undefined {
  return one?.valueUrl ?? one?.valueUri ?? one?.valueString;
}
