import type { Fetch } from "@guichet/sync";
import { HttpFailure, readJson, retryAfterSeconds, urlUnder } from "@guichet/sync/http";
import * as z from "zod";

/** A visit as the platform has it. Versions count up over all visits, so that a list by version never shifts. */
export const visit = z.object({
  id: z.string(),
  version: z.int(),
  reference: z.string().nullable(),
  practitioner: z.string(),
  startsAt: z.string(),
  state: z.enum(["booked", "cancelled"]),
});

export type Visit = z.output<typeof visit>;

/** An answer, or that there is none that can be used and whether the request may have had its effect. */
export type Reply =
  | { readonly status: number; readonly body: unknown; readonly afterSeconds: number | undefined }
  | { readonly failure: HttpFailure };

export async function ask(fetch: Fetch, request: Request): Promise<Reply> {
  try {
    const response = await fetch(request);
    const body = response.ok ? await readJson(response, { platform: "visits" }) : undefined;
    return { status: response.status, body, afterSeconds: retryAfterSeconds(response, Date.now()) };
  } catch (error) {
    if (HttpFailure.isInstance(error)) return { failure: error };
    // What it says may be personal.
    return { failure: new HttpFailure("connection-lost", "visits", "maybe") };
  }
}

export const visitsUrl = (query: Readonly<Record<string, string | number>> = {}) =>
  urlUnder("https://visits.invalid", ["visits"], query);
