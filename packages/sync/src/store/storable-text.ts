import { storeError } from "./store-error.js";

/** Refuses a text that PostgreSQL would not give back as it was: one with U+0000 or half a surrogate pair. */
export function refuseUnstorable(text: string): void {
  if (text.includes("\0") || /\p{Surrogate}/u.test(text)) {
    throw storeError(
      "text-refused",
      "store",
      "a text has U+0000 or half a surrogate pair",
      "send it without, or escape it",
    );
  }
}

/** Whether a text can be a key: not empty, storable, and at most 1,024 bytes long. */
export function isStorableId(id: string): boolean {
  const bytes = Buffer.byteLength(id);
  return bytes > 0 && bytes <= 1_024 && !id.includes("\0") && !/\p{Surrogate}/u.test(id);
}

/** An identifier as it came, if it can be a key. Errors: `id-refused`, which names the field and never the value. */
export function storableId(field: string, id: string): string {
  if (isStorableId(id)) return id;
  throw storeError(
    "id-refused",
    field,
    "not a text of 1 to 1,024 bytes of whole characters",
    "use an id that can be stored",
  );
}
