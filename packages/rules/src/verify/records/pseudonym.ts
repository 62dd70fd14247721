import { hkdf } from "@noble/hashes/hkdf.js";
import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { problemAt, type Problem } from "../../language/problem.js";

/** Whose record it is, and for whom and what for it is kept: together they make the pseudonym. */
export interface Pseudonymous {
  /** What tells this person from all others; it is never kept. */
  readonly subject: string;
  /** At least 32 random bytes, which only the keeper of the records has. */
  readonly key: Uint8Array;
  /** Who keeps the records, a clinic for instance. */
  readonly tenant: string;
  /** What they are kept for: records for different purposes cannot be joined. */
  readonly purpose: string;
}

/** HMAC-SHA-256 is as strong as its key up to 32 bytes. */
const shortestKey = 32;

/**
 * A name for a person that only the holder of the key can find again: HMAC-SHA-256 under a key of its own for each
 * tenant and purpose (HKDF-SHA-256). The same person has the same one, always 64 digits.
 */
export function pseudonymOf({ subject, key, tenant, purpose }: Pseudonymous): string {
  const own = hkdf(sha256, key, undefined, utf8ToBytes(JSON.stringify([tenant, purpose])), 32);
  return `hmac-sha256:${bytesToHex(hmac(sha256, own, utf8ToBytes(subject.normalize("NFC"))))}`;
}

/** What is wrong with what makes a pseudonym, without a word of it. */
export function pseudonymProblems(made: Pseudonymous): readonly Problem[] {
  const texts = (["subject", "tenant", "purpose"] as const).flatMap((name) =>
    isName(made[name])
      ? []
      : [problemAt(`${name}-refused`, `record, ${name}`, "not a text of 1 to 1000 characters", "supply one")],
  );
  // Callers without types may pass anything, a text as key most of all.
  const isKey = (made.key as unknown) instanceof Uint8Array && made.key.length >= shortestKey;
  if (isKey) return texts;
  const what = `not ${shortestKey} bytes or more`;
  const todo = "make one from a secure source of randomness, and keep it secret";
  return [...texts, problemAt("key-refused", "record, key", what, todo)];
}

// Half a surrogate pair has no UTF-8: two different texts would get one pseudonym.
function isName(text: unknown): boolean {
  return typeof text === "string" && text.length >= 1 && text.length <= 1000 && !/\p{Cs}/u.test(text);
}
