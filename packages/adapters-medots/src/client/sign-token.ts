import { SignJWT } from "jose";

/** How long a token is good for, in seconds: the life that public clients give it. */
export const tokenLifeSeconds = 60;

/** A clock that runs ahead of theirs by less than this still signs tokens that are not from the future. */
const backDatedSeconds = 10;

/** A token for one request: HS512, signed with the secret as it is written. */
export function signToken(identity: string, secretKey: string, nowMillis: number): Promise<string> {
  const issuedAt = Math.floor(nowMillis / 1000) - backDatedSeconds;
  return new SignJWT()
    .setProtectedHeader({ alg: "HS512", typ: "JWT" })
    .setIssuer(identity)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + tokenLifeSeconds)
    .sign(new TextEncoder().encode(secretKey));
}
