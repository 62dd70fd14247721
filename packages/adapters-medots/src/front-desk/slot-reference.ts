import { uuidFrom } from "@guichet/sync";

/**
 * The reference under which a wish asks for its next slot, once so many were lost to others: an intent is of one slot for
 * ever. The first goes by the reference of the wish; the others are UUIDs that follow from it, so that whoever asks again
 * finds what was done.
 */
export function slotReference(wish: string, lost: number): string {
  return lost === 0 ? wish : uuidFrom(`${wish}\n${lost}`);
}
