import type * as z from "zod";
import type { Call, MedotsClient } from "./medots-client.js";
import { ReadFailure } from "./read-failure.js";

/**
 * Asks for something and gives it in the form that is known. It has no effect, so nothing is left open when it fails.
 *
 * Errors: `ReadFailure`.
 */
export async function readAnswer<Schema extends z.ZodType>(
  client: MedotsClient,
  call: Call,
  schema: Schema,
  signal: AbortSignal,
): Promise<z.output<Schema>> {
  const where = `${call.method} ${call.path.map((part) => (/^\d+$/.test(part) ? "{id}" : part)).join("/")}`;
  const reply = await client.ask(call, signal);
  if (reply.kind === "failed") throw ReadFailure.unanswered(reply, where);
  if (reply.status < 200 || reply.status > 299) throw ReadFailure.of(reply, where);
  const read = schema.safeParse(reply.body);
  if (read.success) return read.data;
  // A key that is none of our fields may be anything.
  const named = (part: PropertyKey) =>
    /^(?:\d+|[a-z][a-zA-Z]*)$/.test(String(part)) ? String(part) : "{key}";
  const path = read.error.issues[0]?.path.map(named).join(".") ?? "";
  throw new ReadFailure("answer-unexpected", path === "" ? where : `${where}, ${path}`);
}
