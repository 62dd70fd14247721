import type { Policy } from "../../language/policy.js";
import { objectionsTo } from "./objections-to.js";
import type { ListedEntry, ListedSlot, Waitlist } from "./read-waitlist.js";

/**
 * For an entry, the slots worth trying, in the order of the list. Leaving one out must be safe: each slot the
 * policy would offer the entry is among them.
 */
export type CandidateSearch = (entry: ListedEntry) => Iterable<ListedSlot>;

/** Which slot goes to whom. */
export interface Assignment {
  /** The slot of each matched entry, in the order of the entries. */
  readonly slotOf: ReadonlyMap<ListedEntry, ListedSlot>;
  /** Whether a slot was gone when it was the entry's turn. */
  readonly wasTaken: (slot: ListedSlot, entry: ListedEntry) => boolean;
}

/** Gives each entry in turn the first slot that suits it and is not taken (WL-3). */
export function assignSlots<P extends Policy>(
  waitlist: Waitlist<P>,
  candidatesFor: CandidateSearch = () => waitlist.slots,
): Assignment {
  const slotOf = new Map<ListedEntry, ListedSlot>();
  const takenBy = new Map<string, ListedEntry>();
  const isLeft = ({ id }: ListedSlot): boolean => !takenBy.has(id) && !waitlist.held.has(id);
  for (const entry of waitlist.entries) {
    for (const slot of candidatesFor(entry)) {
      if (!isLeft(slot) || objectionsTo(waitlist, entry, slot).length > 0) continue;
      slotOf.set(entry, slot);
      takenBy.set(slot.id, entry);
      break;
    }
  }
  const wasTaken = ({ id }: ListedSlot, entry: ListedEntry): boolean =>
    waitlist.held.has(id) || (takenBy.get(id)?.place ?? Infinity) < entry.place;
  return { slotOf, wasTaken };
}
