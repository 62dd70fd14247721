import {
  clockAt,
  dayFromIso,
  isoFromDay,
  millisFromInstant,
  momentsAt,
  type IsoDay,
} from "@guichet/rules/calendar";
import { findSlots, type Slot } from "@guichet/rules/desk";
import {
  callTasks,
  databaseTime,
  expireEntries,
  lapseProposals,
  proposeOpenSlots,
  waitingEntries,
  type CallTask,
  type StoredEntry,
} from "@guichet/sync";
import { deskNow, type DeskNow } from "./desk-now.js";
import { standardDaysAhead, type FrontDesk } from "./front-desk.js";

/**
 * Goes through the waitlist: ends the proposals whose time is up and the entries whose last day is over, and proposes
 * free slots to whose turn it is. The answer is whom to call now, asked before or just now. It looks at the whole
 * schedule, so a slot that was freed while nobody looked is found the next time.
 *
 * Errors: `ReadFailure`; those of the store.
 */
export async function offerOpenSlots(desk: FrontDesk, signal: AbortSignal): Promise<readonly CallTask[]> {
  const { clinic, store, holdSeconds = 3600, recordKey, policies } = desk;
  const { at, waiting } = await store.transaction(async (transaction) => {
    await lapseProposals(transaction);
    await expireEntries(transaction, clinic.zone);
    return { at: await databaseTime(transaction), waiting: await waitingEntries(transaction) };
  });
  const days = daysWanted(desk, waiting, clockAt(millisFromInstant(at) ?? 0, clinic.zone).day);
  if (days) {
    const slots = freeSlots(desk, waiting, days, await deskNow(desk, days, signal));
    const policy = policies?.waitlistOffer;
    const rules = { zone: clinic.zone, recordKey, ...(policy ? { policy } : {}) };
    await store.transaction((transaction) => proposeOpenSlots(transaction, { ...rules, slots, holdSeconds }));
  }
  return store.transaction(callTasks);
}

interface Days {
  readonly from: IsoDay;
  readonly to: IsoDay;
}

/** The days that suit anybody, from today on; nothing when there are none. */
function daysWanted(
  { daysAhead = standardDaysAhead }: FrontDesk,
  waiting: readonly StoredEntry[],
  today: IsoDay,
): Days | undefined {
  const horizon = isoFromDay((dayFromIso(today) ?? 0) + daysAhead);
  const from = waiting.reduce<IsoDay>((first, entry) => (entry.from < first ? entry.from : first), horizon);
  const to = waiting.reduce<IsoDay>((last, entry) => (entry.to > last ? entry.to : last), today);
  const days = { from: from > today ? from : today, to: to < horizon ? to : horizon };
  return waiting.length > 0 && days.from <= days.to ? days : undefined;
}

/** The free slots of every service somebody waits for, but those whose time the clock shows twice. */
function freeSlots(
  { clinic }: FrontDesk,
  waiting: readonly StoredEntry[],
  days: Days,
  { at, schedule }: DeskNow,
): readonly Slot[] {
  const wanted = new Set(waiting.map(({ service }) => service));
  return clinic.services
    .filter(({ id }) => wanted.has(id))
    .flatMap(({ id: service }) => {
      const { slots } = findSlots({ at, schedule, wish: { service, practitioner: "any", ...days } });
      return slots.map(({ group: _group, ...slot }) => slot);
    })
    .filter((slot) => momentsAt(slot, clinic.zone).length === 1);
}
