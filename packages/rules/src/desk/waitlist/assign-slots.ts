import type { Policy } from "../../language/policy.js";
import { SlotSearch } from "./plan/slot-search.js";
import { waitlistSegments, type WaitlistSegment } from "./plan/waitlist-segments.js";
import type { Waitlist } from "./read-waitlist.js";

/** Which slot goes to whom. */
export interface Assignment {
  /** The slot of an entry; none for one that is not matched. */
  readonly slotOf: (entry: number) => number | undefined;
  /** Whether a slot was gone when it was the entry's turn. */
  readonly wasTaken: (slot: number, entry: number) => boolean;
  readonly segments: readonly WaitlistSegment[];
  readonly search: SlotSearch;
}

/** Gives each entry in turn the first slot that suits it and is not taken (WL-3). */
export function assignSlots(waitlist: Waitlist<Policy>): Assignment {
  const { entries, slots, turns } = waitlist;
  const segments = waitlistSegments(waitlist);
  const search = new SlotSearch(waitlist, segments);
  const held = heldSlots(waitlist);
  const taken = new Uint8Array(slots.ids.length);
  if (held.size > 0) slots.ids.forEach((id, slot) => (taken[slot] = held.has(id) ? 1 : 0));
  const given = new Int32Array(entries.ids.length).fill(-1);
  for (const entry of turns) {
    const slot = search.firstLeft(entry, taken);
    if (slot === undefined) continue;
    taken[slot] = 1;
    given[entry] = slot;
  }
  return {
    slotOf: (entry) => (given[entry] === -1 ? undefined : given[entry]),
    wasTaken: (slot, entry) => {
      const taker = given.indexOf(slot);
      const wentBefore = taker !== -1 && turns.indexOf(taker) < turns.indexOf(entry);
      return wentBefore || held.has(slots.ids[slot] ?? "");
    },
    segments,
    search,
  };
}

/** The slots that stand proposed to an entry of the list already. */
function heldSlots({ entries }: Waitlist<Policy>): ReadonlySet<string> {
  const states = entries.columns.get("entry.state");
  const held = [...entries.slots].filter(([entry]) => states?.valueOf(entry) === "proposed");
  return new Set(held.map(([, slot]) => slot));
}
