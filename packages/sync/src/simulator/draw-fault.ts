import type { Random } from "../surroundings.js";
import type { Fault } from "./fault.js";

/** A fault of any kind, for histories made of a seed. */
export function drawFault(random: Random): Fault {
  const oneOf = <T>(values: readonly [T, ...T[]]): T =>
    values[Math.floor(random.next() * values.length)] ?? values[0];
  const upTo = (millis: number): number => Math.floor(random.next() * millis);
  const effect = random.next() < 0.5;
  return oneOf<() => Fault>([
    () => ({ kind: "request-lost", afterMillis: upTo(90_000) }),
    () => ({ kind: "answer-lost", afterMillis: upTo(90_000) }),
    () => ({ kind: "duplicated", answer: oneOf(["first", "second"]) }),
    () => ({ kind: "request-delayed", millis: upTo(100_000) }),
    () => ({ kind: "answer-delayed", millis: upTo(100_000) }),
    () => ({ kind: "connection-refused" }),
    () => ({ kind: "connection-reset", effect }),
    () => ({ kind: "status", status: oneOf([500, 502, 504]), effect }),
    () => ({ kind: "status", status: oneOf([401, 409, 412]), effect: false }),
    () => ({ kind: "status", status: oneOf([429, 503]), effect: false }),
    () => ({
      kind: "status",
      status: oneOf([429, 503]),
      effect: false,
      retryAfter: String(1 + upTo(60)),
    }),
    () => ({ kind: "html", effect }),
    () => ({ kind: "body-truncated" }),
    () => ({ kind: "wrong-length" }),
    () => ({ kind: "redirect", location: "https://login.invalid/sign-in" }),
    () => ({ kind: "slow-drip", millisPerPart: 1 + upTo(500) }),
  ])();
}
