import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { storeError } from "../store-error.js";
import { derivedFrom } from "./derived-from.js";
import { checkSealingKeys, type SealingKeys } from "./sealing-keys.js";

/** Something sealed, and the id of the key it was sealed with. */
export interface Sealed {
  readonly keyId: string;
  readonly bytes: Uint8Array;
}

/** Seals what may be personal, and tells whether two contents are the same without keeping either. */
export interface Sealer {
  /** `place` says where it is kept (tenant, id): sealed bytes that were moved elsewhere do not open. */
  readonly seal: (content: string, place: string) => Sealed;
  /** Errors: `key-unknown`, `seal-broken`. */
  readonly open: (sealed: Sealed, place: string) => string;
  /** A keyed digest: without the key nobody can try contents out against it. */
  readonly digest: (content: string, place: string) => Sealed;
  /** The same with each key there is: what was digested before the current one came is found too. */
  readonly digests: (content: string, place: string) => readonly Sealed[];
  /** Errors: `key-unknown`. */
  readonly isDigestOf: (digest: Sealed, content: string, place: string) => boolean;
}

/** AES-256-GCM with a random nonce of 12 bytes, and HMAC-SHA-256, each with a key of its own derived by HKDF. */
export function sealerOf(given: SealingKeys): Sealer {
  const { current, keys } = checkSealingKeys(given);
  const derived = new Map(
    Object.entries(keys).map(([id, key]) => [
      id,
      { seal: derivedFrom(key, "seal"), digest: derivedFrom(key, "digest") },
    ]),
  );
  const keyOf = (id: string): { readonly seal: Uint8Array; readonly digest: Uint8Array } => {
    const found = derived.get(id);
    if (found) return found;
    throw storeError(
      "key-unknown",
      "sealing keys",
      `no key "${id}"`,
      "keep a key as long as something is sealed with it",
    );
  };
  const digestBy = (keyId: string, content: string, place: string): Uint8Array =>
    createHmac("sha256", keyOf(keyId).digest)
      .update(JSON.stringify([place, content]))
      .digest();
  return {
    seal: (content, place) => {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv("aes-256-gcm", keyOf(current).seal, nonce).setAAD(Buffer.from(place));
      const body = [cipher.update(content, "utf8"), cipher.final()];
      return { keyId: current, bytes: Buffer.concat([nonce, ...body, cipher.getAuthTag()]) };
    },
    open: ({ keyId, bytes }, place) => {
      const key = keyOf(keyId).seal;
      try {
        const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, nonceBytes), {
          authTagLength: tagBytes,
        })
          .setAAD(Buffer.from(place))
          .setAuthTag(bytes.subarray(-tagBytes));
        const body = bytes.subarray(nonceBytes, -tagBytes);
        return Buffer.concat([decipher.update(body), decipher.final()]).toString("utf8");
      } catch {
        throw storeError(
          "seal-broken",
          "payload",
          "it does not open with its key",
          "see whether the row was altered or moved",
        );
      }
    },
    digest: (content, place) => ({ keyId: current, bytes: digestBy(current, content, place) }),
    digests: (content, place) =>
      [...derived.keys()].map((keyId) => ({ keyId, bytes: digestBy(keyId, content, place) })),
    isDigestOf: ({ keyId, bytes }, content, place) => {
      const expected = digestBy(keyId, content, place);
      return bytes.length === expected.length && timingSafeEqual(bytes, expected);
    },
  };
}

const nonceBytes = 12;
const tagBytes = 16;
