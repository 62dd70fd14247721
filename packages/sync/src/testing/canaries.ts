import { randomBytes, randomInt } from "node:crypto";

/** Invented personal data and secrets that stand nowhere else, to be looked for where none may be. */
export interface Canaries {
  readonly familyName: string;
  readonly givenName: string;
  /** Digits after a plus; what comes after the plus stands alone too. */
  readonly phone: string;
  /** `YYYY-MM-DD`, in a year nobody was born in. */
  readonly birthDate: string;
  /** Free text. */
  readonly note: string;
  readonly token: string;
  /** 32 bytes in base64, as Standard Webhooks write a secret. */
  readonly secret: string;
}

/** New ones at each call. */
export function canaries(): Canaries {
  const letters = (count: number): string =>
    Array.from({ length: count }, () => String.fromCharCode(0x61 + randomInt(26))).join("");
  const digits = (count: number): string => Array.from({ length: count }, () => randomInt(10)).join("");
  return {
    familyName: `Canari${letters(12)}`,
    givenName: `Zéphirin${letters(12)}`,
    phone: `+3399${digits(10)}`,
    birthDate: `18${String(randomInt(10, 90))}-0${String(randomInt(1, 10))}-${String(randomInt(10, 29))}`,
    note: `a note about ${letters(16)}`,
    token: `Ey${randomBytes(32).toString("base64url")}`,
    secret: `whsec_${randomBytes(32).toString("base64")}`,
  };
}
