import type { Found } from "@guichet/sync";
import { ReadFailure } from "../client/read-failure.js";

/** Looks, and says `unknown` where looking failed: not being able to look proves nothing. */
export async function finding(look: () => Promise<Found>): Promise<Found> {
  try {
    return await look();
  } catch (error) {
    if (!(error instanceof ReadFailure)) throw error;
    const { afterSeconds, code, reason = code } = error;
    return { outcome: "unknown", code: reason, ...(afterSeconds === undefined ? {} : { afterSeconds }) };
  }
}
