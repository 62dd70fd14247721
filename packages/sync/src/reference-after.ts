import { isUuid } from "./store/is-uuid.js";
import { uuidFrom } from "./uuid-from.js";

/**
 * The reference under which something is asked for again, where what was asked for under this one went to somebody else:
 * an intent is of one slot for ever, and an entry of the waitlist ends once. It follows from the one before, so that
 * whoever asks again finds what was done.
 */
export function referenceAfter(reference: string): string {
  // The database writes a UUID in small letters, whoever named it.
  return uuidFrom(`after\n${isUuid(reference) ? reference.toLowerCase() : reference}`);
}
