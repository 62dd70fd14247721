import * as z from "zod";

/** A business identifier: a value, and the system that gave it. */
export const identifier = z.looseObject({
  system: z.string().optional(),
  value: z.string().optional(),
});

export type Identifier = z.infer<typeof identifier>;

/** The value a resource has in a system. */
export function valueIn(
  identifiers: readonly Identifier[] | undefined,
  systems: readonly string[],
): string | undefined {
  return identifiers?.find(({ system }) => system !== undefined && systems.includes(system))?.value;
}
