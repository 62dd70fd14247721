import { createHmac, timingSafeEqual } from "node:crypto";
import * as z from "zod";
import type { SimulatedKey } from "./medots-simulator-options.js";

const header = z.object({ alg: z.literal("HS512"), typ: z.literal("JWT").optional() });
const claims = z.object({ iss: z.string(), iat: z.int(), exp: z.int() });

/**
 * Tells the key that signed a token; `undefined` when the token is not accepted: of another form, not signed by a key
 * that was handed out, expired, or from the future. Read without the library that our client signs with. A client sends
 * a token many times, so what was read of the last one is kept.
 */
export function checkTokens(
  keys: readonly SimulatedKey[],
): (token: string, nowMillis: number) => SimulatedKey | undefined {
  let last: { readonly token: string; readonly signed: Signed | undefined } | undefined;
  return (token, nowMillis) => {
    if (last?.token !== token) last = { token, signed: signedBy(token, keys) };
    const { signed } = last;
    if (signed === undefined || signed.iat * 1000 > nowMillis || signed.exp * 1000 <= nowMillis)
      return undefined;
    return signed.key;
  };
}

/** What a token says that one of the keys signed. */
interface Signed extends z.output<typeof claims> {
  readonly key: SimulatedKey;
}

function signedBy(token: string, keys: readonly SimulatedKey[]): Signed | undefined {
  const [head = "", body = "", signature = "", ...others] = token.split(".");
  if (others.length > 0 || !header.safeParse(jsonIn(head)).success) return undefined;
  const read = claims.safeParse(jsonIn(body));
  if (!read.success) return undefined;
  const given = Buffer.from(signature, "base64url");
  const key = keys.find(({ identity, secretKey }) => {
    const right = createHmac("sha512", secretKey).update(`${head}.${body}`).digest();
    return identity === read.data.iss && given.length === right.length && timingSafeEqual(given, right);
  });
  return key && { ...read.data, key };
}

function jsonIn(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
  } catch {
    return undefined;
  }
}
