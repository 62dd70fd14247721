import * as z from "zod";

/** One page of a list: its rows, and how many there are on all pages. */
export function wirePage<Row extends z.ZodType>(row: Row) {
  return z.object({ data: z.array(row), totalItems: z.int().nonnegative() });
}
