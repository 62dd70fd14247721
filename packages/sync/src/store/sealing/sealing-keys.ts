import { storeError } from "../store-error.js";

/**
 * The keys that payloads are sealed with, 32 bytes each. New payloads take the current one; the others still open what
 * they sealed, so a key is rotated by adding one and naming it, and dropped once nothing is sealed with it any more.
 */
export interface SealingKeys {
  readonly current: string;
  readonly keys: Readonly<Record<string, Uint8Array>>;
}

/** The keys as they came, if they can be used. Errors: `keys-refused`. */
export function checkSealingKeys(given: SealingKeys): SealingKeys {
  const ids = Object.keys(given.keys);
  if (!ids.includes(given.current)) throw refused("the current one is not among them", "add it");
  if (ids.some((id) => !/^[\w.-]{1,64}$/.test(id)))
    throw refused("an id is not of 1 to 64 letters, digits, . _ -", "rename it");
  if (ids.some((id) => given.keys[id]?.length !== 32))
    throw refused("one is not 32 bytes long", "draw 32 random bytes");
  return given;
}

function refused(what: string, todo: string): Error {
  return storeError("keys-refused", "sealing keys", what, todo);
}
