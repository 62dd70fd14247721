import type { Context } from "hono";
import type * as z from "zod";
import type { MedotsWorld } from "../medots-world.js";
import type { MedotsSimulatorOptions, SimulatedKey } from "../medots-simulator-options.js";

/** What every route has at hand: the key that the request came with. */
export interface PlatformEnv {
  readonly Variables: { key: SimulatedKey };
}

/** What routes answer from. */
export interface Platform {
  readonly world: MedotsWorld;
  readonly options: MedotsSimulatorOptions;
}

/** Whether a key sees a clinic. */
export function sees(key: SimulatedKey, clinicId: number): boolean {
  return key.clinicIds?.includes(clinicId) ?? true;
}

/** The body of a request in its known form; `undefined` when it is none. Fields that nobody knows are left out. */
export async function bodyOf<Schema extends z.ZodType>(
  context: Context,
  schema: Schema,
): Promise<z.output<Schema> | undefined> {
  const body: unknown = await context.req.json().catch(() => undefined);
  const read = schema.safeParse(body);
  return read.success ? read.data : undefined;
}

/** The answer to a request that lacks something or holds something wrong. The form of its body is a guess. */
export function invalid(context: Context, key = "parameters_are_invalid"): Response {
  return context.json({ errors: [`errors.${key}`] }, 422);
}

/** A number in the query, or `undefined`. */
export function numberIn(context: Context, name: string): number | undefined {
  const text = context.req.query(name);
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

/** One page of a list, as `limit` and `offset` ask for; both are required, and a page has at most 100 rows. */
export function paged(context: Context, rows: readonly object[]): Response {
  const limit = numberIn(context, "limit");
  const offset = numberIn(context, "offset");
  if (limit === undefined || limit > 100 || offset === undefined)
    return invalid(context, "paging_is_required");
  return context.json({ data: rows.slice(offset, offset + limit), totalItems: rows.length });
}

/** The answer to a create, with the new id where this platform has it. */
export function created(context: Context, { options }: Platform, row: object): Response {
  return context.json(options.newId === "first-of-data" ? { data: [row] } : row);
}
