import { createHash } from "node:crypto";

/**
 * The reference under which a wish asks for its next slot, once so many were lost to others: an intent is of one slot for
 * ever. The first goes by the reference of the wish; the others are UUIDs that follow from it, so that whoever asks again
 * finds what was done.
 */
export function slotReference(wish: string, lost: number): string {
  if (lost === 0) return wish;
  const hex = createHash("sha256").update(`${wish}\n${lost}`).digest("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}
