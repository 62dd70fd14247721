import type { Policy } from "@guichet/rules";
import { millisFromInstant } from "@guichet/rules/calendar";
import {
  matchWaitlist,
  type Slot,
  type WaitlistEntry,
  type WaitlistOptions,
  type WaitlistSlot,
} from "@guichet/rules/desk";

/** An entry of the waitlist, as matching needs it. */
export interface WaitingEntry extends WaitlistEntry {
  /** The service the person waits for: only slots of it are offered. */
  readonly service: string;
  /** The slots about which the person was not reached: others are called about them first. */
  readonly passedSlots: readonly string[];
}

/** A waitlist, and the free slots of the services it waits for. */
export interface OpenSlots<Entry extends WaitingEntry = WaitingEntry> {
  /** The moment of the offer, with its offset. */
  readonly at: string;
  /** The clinic's zone, of the tz database. */
  readonly zone: string;
  readonly entries: readonly Entry[];
  /** All of them free. Those of one practitioner may overlap: services take longer or shorter. */
  readonly slots: readonly Slot[];
}

/** A slot to propose to an entry. */
export interface OpenProposal<Entry extends WaitingEntry = WaitingEntry> {
  readonly entry: Entry;
  readonly slot: Slot;
}

/**
 * Whom to call about which free slot: each entry in its turn takes the earliest slot of its service that suits it
 * (norm WL-3) and overlaps none that was taken before. Who was not reached about a slot is called about it again only
 * when nobody else can use it.
 *
 * Errors: those of `matchWaitlist`.
 */
export function matchOpenSlots<Entry extends WaitingEntry>(
  open: OpenSlots<Entry>,
  options: WaitlistOptions<Policy> = {},
): readonly OpenProposal<Entry>[] {
  const first = takeInTurn(open, [], options, ({ refusedSlots = [], passedSlots }) => [
    ...refusedSlots,
    ...passedSlots,
  ]);
  return takeInTurn(open, first, options, ({ refusedSlots = [] }) => refusedSlots);
}

/** The slots an entry is not offered. */
type Withheld = (entry: WaitingEntry) => readonly string[];

/** What is taken, and what the entries without a proposal take of the rest. */
function takeInTurn<Entry extends WaitingEntry>(
  open: OpenSlots<Entry>,
  taken: readonly OpenProposal<Entry>[],
  options: WaitlistOptions<Policy>,
  withheld: Withheld,
): readonly OpenProposal<Entry>[] {
  const proposals = [...taken];
  for (;;) {
    const served = new Set(proposals.map(({ entry }) => entry.id));
    const matched = matchByService(
      {
        ...open,
        entries: open.entries.filter(({ id }) => !served.has(id)),
        slots: open.slots.filter((slot) => !proposals.some((proposal) => overlap(proposal.slot, slot))),
      },
      options,
      withheld,
    );
    // What comes after the first overlap was matched as if both slots were free: it is matched anew.
    const clash = matched.findIndex(({ slot }, index) =>
      matched.slice(0, index).some((earlier) => overlap(earlier.slot, slot)),
    );
    proposals.push(...(clash === -1 ? matched : matched.slice(0, clash)));
    if (clash === -1) return proposals;
  }
}

/** The proposals of each service by itself, in the order of the entries. Those of two services may overlap. */
function matchByService<Entry extends WaitingEntry>(
  { at, zone, entries, slots }: OpenSlots<Entry>,
  options: WaitlistOptions<Policy>,
  withheld: Withheld,
): readonly OpenProposal<Entry>[] {
  const services = [...new Set(entries.map(({ service }) => service))];
  return services
    .flatMap((name) => {
      const waiting = new Map(
        entries.filter(({ service }) => service === name).map((entry) => [entry.id, entry]),
      );
      const free = new Map(slots.filter(({ service }) => service === name).map((slot) => [slot.id, slot]));
      const { proposals } = matchWaitlist(
        {
          at,
          zone,
          entries: [...waiting.values()].map((entry) => listedEntry(entry, withheld(entry))),
          slots: [...free.values()].map(listedSlot),
        },
        options,
      );
      return proposals.flatMap((proposal) => {
        const [entry, slot] = [waiting.get(proposal.entry), free.get(proposal.slot)];
        return entry && slot ? [{ entry, slot }] : [];
      });
    })
    .sort((left, right) => compareTurns(left.entry, right.entry));
}

/** Who comes first: by priority, then by the moment the entry was made, then by id. */
function compareTurns(left: WaitingEntry, right: WaitingEntry): number {
  const madeAt = ({ madeAt: at }: WaitingEntry): number => millisFromInstant(at) ?? 0;
  const byTurn = right.priority - left.priority || madeAt(left) - madeAt(right);
  return byTurn || (left.id < right.id ? -1 : 1);
}

function overlap(left: Slot, right: Slot): boolean {
  return (
    left.practitioner === right.practitioner && startOf(left) < endOf(right) && startOf(right) < endOf(left)
  );
}

function startOf({ startsAt }: Slot): number {
  return millisFromInstant(startsAt) ?? 0;
}

function endOf(slot: Slot): number {
  return startOf(slot) + slot.durationMinutes * 60_000;
}

function listedEntry(
  { id, priority, madeAt, state, slot, specialty, practitioner, from, to, ...wish }: WaitingEntry,
  refusedSlots: readonly string[],
): WaitlistEntry {
  const { weekdays, earliestTime, latestTime, durationMinutes } = wish;
  const hours = { weekdays, earliestTime, latestTime, durationMinutes };
  return { id, priority, madeAt, state, slot, refusedSlots, specialty, practitioner, from, to, ...hours };
}

function listedSlot({ id, specialty, practitioner, day, time, durationMinutes }: Slot): WaitlistSlot {
  return { id, specialty, practitioner, day, time, durationMinutes, free: true };
}
