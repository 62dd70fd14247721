import { createHmac, timingSafeEqual } from "node:crypto";
import * as z from "zod";
import type { SimulatedKey } from "./medots-simulator-options.js";

const header = z.object({ alg: z.literal("HS512"), typ: z.literal("JWT").optional() });
const claims = z.object({ iss: z.string(), iat: z.int(), exp: z.int() });

/**
 * The key that signed a token; `undefined` when the token is not accepted: of another form, not signed by a key that was
 * handed out, expired, or from the future. Read without the library that our client signs with.
 */
export function keyOfToken(
  token: string,
  keys: readonly SimulatedKey[],
  nowMillis: number,
): SimulatedKey | undefined {
  const [head = "", body = "", signature = "", ...others] = token.split(".");
  if (others.length > 0 || !header.safeParse(jsonIn(head)).success) return undefined;
  const read = claims.safeParse(jsonIn(body));
  if (!read.success) return undefined;
  const { iss, iat, exp } = read.data;
  const nowSeconds = nowMillis / 1000;
  if (iat > nowSeconds || exp <= nowSeconds) return undefined;
  const given = Buffer.from(signature, "base64url");
  return keys.find(({ identity, secretKey }) => {
    const right = createHmac("sha512", secretKey).update(`${head}.${body}`).digest();
    return identity === iss && given.length === right.length && timingSafeEqual(given, right);
  });
}

function jsonIn(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
  } catch {
    return undefined;
  }
}
