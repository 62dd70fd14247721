import { seededRandom, type Fault, type Faults } from "@guichet/sync/simulator";
import { usageRefusal } from "../refusal.js";

/** Faults by name, as they are when nothing more is said of them. */
const named: Readonly<Record<string, Fault>> = {
  "request-lost": { kind: "request-lost" },
  "answer-lost": { kind: "answer-lost" },
  duplicated: { kind: "duplicated", answer: "second" },
  "connection-refused": { kind: "connection-refused" },
  "connection-reset": { kind: "connection-reset", effect: true },
  "401": { kind: "status", status: 401, effect: false },
  "409": { kind: "status", status: 409, effect: false },
  "412": { kind: "status", status: 412, effect: false },
  "429": { kind: "status", status: 429, effect: false, retryAfter: "5" },
  "500": { kind: "status", status: 500, effect: true },
  "502": { kind: "status", status: 502, effect: true },
  "503": { kind: "status", status: 503, effect: false },
  "504": { kind: "status", status: 504, effect: true },
  html: { kind: "html", effect: false },
  "body-truncated": { kind: "body-truncated" },
  "wrong-length": { kind: "wrong-length" },
  redirect: { kind: "redirect", location: "https://login.invalid/sign-in" },
  "slow-drip": { kind: "slow-drip", millisPerPart: 500 },
};

/** The names that `--faults` takes. */
export const faultNames: readonly string[] = Object.keys(named);

/**
 * Plans faults as they were typed: a share of all requests (`0.1`), or names for the next ones (`503*3,answer-lost`).
 *
 * Errors: `usage-refused`.
 */
export function planFaults(faults: Faults, typed: string, seed: number): void {
  const share = Number(typed);
  if (/^(?:0?\.\d+|[01](?:\.0+)?)$/.test(typed)) {
    faults.strike(share, seededRandom(seed));
    return;
  }
  const parts = typed.split(",").map((part) => {
    const [, name = "", times = "1"] = /^([\w-]+?)(?:\*([1-9]\d*))?$/.exec(part.trim()) ?? [];
    return { part, fault: Object.hasOwn(named, name) ? named[name] : undefined, times: Number(times) };
  });
  const unknown = parts.filter(({ fault }) => fault === undefined).map(({ part }) => part);
  if (unknown.length > 0) {
    const known = `write a share from 0 to 1, or names of ${faultNames.join(", ")}, each with *<times> if need be`;
    throw usageRefusal("fault-unknown", "--faults", `no such fault: ${unknown.join(", ")}`, known);
  }
  for (const { fault, times } of parts) if (fault !== undefined) faults.plan(fault, { times });
}
