import * as z from "zod";

/** The name of a person. */
export const humanName = z.looseObject({
  use: z.string().optional(),
  family: z.string().optional(),
  given: z.array(z.string()).optional(),
});
