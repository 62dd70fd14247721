import { createHash } from "node:crypto";

/**
 * A UUID that follows from a text: the same for ever, so that whoever asks again finds what was done. Version 8 of RFC
 * 9562, made of a SHA-256: whoever can guess the text can tell that it is of this one.
 *
 * @example
 * uuidFrom("wish-1"); // "245507d2-9844-812c-ab01-4a25a298d98d"
 */
export function uuidFrom(text: string): string {
  const hex = createHash("sha256").update(text).digest("hex");
  const version = `8${hex.slice(13, 16)}`;
  const variant = `${(8 + (Number.parseInt(hex.slice(16, 17), 16) % 4)).toString(16)}${hex.slice(17, 20)}`;
  return [hex.slice(0, 8), hex.slice(8, 12), version, variant, hex.slice(20, 32)].join("-");
}
