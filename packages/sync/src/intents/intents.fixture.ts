import type { Capabilities } from "../platform/capabilities.js";
import type { Found, Intent, Outlet, Sent } from "../platform/outlet.js";

/** A platform in memory: what was asked of it, what it did, and how it answers next. */
export interface BenchPlatform {
  readonly outlet: Outlet<"note", { readonly text: string }>;
  /** The references it carried out, in order; the truth. */
  readonly done: readonly string[];
  readonly sends: () => number;
  readonly finds: () => number;
  /** How the next sends go; afterwards they simply succeed. */
  readonly next: (...ways: readonly Way[]) => void;
}

export type Way =
  | "done"
  /** Done, but the answer is lost. */
  | "lost-after"
  /** The request is lost on its way. */
  | "lost-before"
  | Exclude<Sent, { readonly outcome: "done" }>;

export function benchPlatform(capabilities: Partial<Capabilities> = {}): BenchPlatform {
  const done: string[] = [];
  let ways: readonly Way[] = [];
  let sends = 0;
  let finds = 0;
  const sheet: Capabilities = {
    idempotencyKeys: false,
    searchByReference: false,
    versions: false,
    requestLifeSeconds: undefined,
    ...capabilities,
  };
  const carryOut = ({ reference }: Intent): Sent => {
    if (!sheet.idempotencyKeys || !done.includes(reference)) done.push(reference);
    return { outcome: "done", remoteId: `note-${reference}`, version: "1" };
  };
  return {
    done,
    sends: () => sends,
    finds: () => finds,
    next: (...given) => {
      ways = given;
    },
    outlet: {
      kind: "note",
      capabilities: sheet,
      send: (intent) => {
        sends += 1;
        const [way = "done", ...rest] = ways;
        ways = rest;
        if (typeof way === "object") return Promise.resolve(way);
        const sent: Sent = way === "lost-before" ? { outcome: "unknown", code: "timeout" } : carryOut(intent);
        return Promise.resolve(way === "lost-after" ? { outcome: "unknown", code: "timeout" } : sent);
      },
      find: ({ reference }): Promise<Found> => {
        finds += 1;
        return Promise.resolve(
          done.includes(reference)
            ? { outcome: "found", remoteId: `note-${reference}`, version: "1" }
            : { outcome: "absent" },
        );
      },
    },
  };
}
