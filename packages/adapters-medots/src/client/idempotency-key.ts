import type { Intent } from "@guichet/sync";

/** The key that an intent is sent with, where the platform takes one: a reference is one intent's only within its kind. */
export function idempotencyKey({ kind, reference }: Pick<Intent, "kind" | "reference">): string {
  return `${kind} ${reference}`;
}
