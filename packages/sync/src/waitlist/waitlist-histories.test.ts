import { fc } from "@fast-check/vitest";
import { instantFromMillis, millisFromInstant } from "@guichet/rules/calendar";
import { afterAll, beforeAll, expect, it } from "vitest";
import { activeReservations } from "../bookings/active-reservations.js";
import { release } from "../bookings/reserve.js";
import { sql, type Sql } from "../store/sql.js";
import type { TenantStore, TenantTransaction } from "../store/store.js";
import { openTestStore, type TestStore } from "../testing/open-test-store.js";
import { stopTestServers } from "../testing/test-server.js";
import { lapseProposals, takeBackProposals } from "./lapse-proposals.js";
import { withdrawEntry } from "./leave-waitlist.js";
import { holdEntry, waitingEntries } from "./read-entries.js";
import { recordCall, type CallOutcome } from "./record-call.js";
import { settleAgreed } from "./settle-agreed.js";
import { mondayAtEight, patientWaits, propose, slotAt } from "./waitlist.fixture.js";

let store: TestStore;
let histories = 0;

beforeAll(async () => {
  store = await openTestStore({ jurisdiction: "RU" });
});
afterAll(async () => {
  await store.close();
  await stopTestServers();
});

/** Three half hours of the next day. */
const slots = [48, 49, 50].map((halfHours) => slotAt(halfHours));

/** Something that happens to a waitlist; `which` picks one of the entries or proposals there are. */
type Step =
  | { readonly does: "add"; readonly patient: string; readonly priority: number }
  | { readonly does: "propose"; readonly slots: readonly number[] }
  | { readonly does: "call"; readonly which: number; readonly outcome: CallOutcome }
  | { readonly does: "settle"; readonly which: number; readonly isBooked: boolean }
  | { readonly does: "withdraw"; readonly which: number }
  | { readonly does: "take-back"; readonly slot: number }
  | { readonly does: "pass"; readonly seconds: number }
  | { readonly does: "lapse" };

const which = fc.nat({ max: 5 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant("add"),
      patient: fc.constantFrom("1", "2", "3", "4"),
      priority: fc.nat({ max: 2 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ does: fc.constant("propose"), slots: fc.subarray([0, 1, 2], { minLength: 1 }) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant("call"),
      which,
      outcome: fc.constantFrom<CallOutcome>("agreed", "refuses-slot", "declined", "not-reached"),
    }),
  },
  fc.record({ does: fc.constant("settle"), which, isBooked: fc.boolean() }),
  fc.record({ does: fc.constant("withdraw"), which }),
  fc.record({ does: fc.constant("take-back"), slot: fc.nat({ max: 2 }) }),
  fc.constant({ does: "lapse" } as const),
);
const pass = fc.record({ does: fc.constant("pass"), seconds: fc.constantFrom(1, 300, 599, 600) });
/** What happens at the same time, one moment after the other; time passes between them. */
const history: fc.Arbitrary<readonly (readonly Step[])[]> = fc.array(
  fc.oneof({ weight: 5, arbitrary: fc.array(step, { minLength: 1, maxLength: 3 }) }, fc.tuple(pass)),
  { minLength: 3, maxLength: 14 },
);

const runs = Number(process.env["GUICHET_WAITLIST_HISTORIES"] ?? 15);

it("whatever happens, and at once, nobody has two proposals, no slot is held for nobody, and only who agreed is booked", async () => {
  await fc.assert(
    fc.asyncProperty(history, async (moments) => {
      histories += 1;
      await store.stopClock(mondayAtEight);
      const clinic = await store.addTenant({ id: `history-${histories}`, jurisdiction: "RU" });
      for (const moment of moments) {
        await Promise.all(moment.map((one) => happen(clinic, one)));
        await checkInvariants(clinic);
      }
      await store.stepClock(600);
      await clinic.transaction(lapseProposals);
      await clinic.transaction((transaction) => propose(transaction, ...slots));
      await checkInvariants(clinic);
      await checkNothingLeftOver(clinic);
    }),
    { numRuns: runs },
  );
});

async function happen(clinic: TenantStore, one: Step): Promise<void> {
  if (one.does === "pass") {
    await store.stepClock(one.seconds);
    return;
  }
  await clinic.transaction(async (transaction) => {
    switch (one.does) {
      case "add":
        await patientWaits(transaction, one.patient, { priority: one.priority });
        return;
      case "propose":
        await propose(transaction, ...slots.filter((_slot, index) => one.slots.includes(index)));
        return;
      case "call": {
        const [proposal] = await nth(transaction, liveProposals, one.which);
        if (proposal) await recordCall(transaction, { proposal: proposal.id, outcome: one.outcome });
        return;
      }
      case "settle": {
        const [proposal] = await nth(transaction, unsettledProposals, one.which);
        // An intent ends once.
        if (!proposal || !(await holdEntry(transaction, proposal.entry))) return;
        if (!one.isBooked) await release(transaction, proposal.id);
        await settleAgreed(transaction, { proposal: proposal.id, isBooked: one.isBooked });
        return;
      }
      case "withdraw": {
        const [entry] = await nth(transaction, entriesOnTheList, one.which);
        if (entry) await withdrawEntry(transaction, { entry: entry.id, by: "patient" });
        return;
      }
      case "take-back": {
        const slot = slots[one.slot];
        if (slot) await takeBackProposals(transaction, { ...slot, endsAt: endOf(slot.startsAt) });
        return;
      }
      case "lapse":
        await lapseProposals(transaction);
    }
  });
}

function endOf(startsAt: string): string {
  return instantFromMillis((millisFromInstant(startsAt) ?? NaN) + 1_800_000);
}

interface Row {
  readonly id: string;
  readonly entry: string;
}

const liveProposals = sql`
  select id::text, entry::text from guichet.waitlist_proposals where state = 'live' order by id`;
const unsettledProposals = sql`
  select proposals.id::text, proposals.entry::text from guichet.waitlist_proposals proposals
  join guichet.waitlist_entries entries on entries.tenant = proposals.tenant and entries.id = proposals.entry
  where proposals.state = 'agreed' and entries.wish is not null order by proposals.id`;
const entriesOnTheList = sql`
  select id::text, id::text as entry from guichet.waitlist_entries where state in ('waiting', 'proposed') order by id`;

async function nth({ query }: TenantTransaction, list: Sql, which: number): Promise<readonly Row[]> {
  const rows = await query<Row>(list);
  return rows.length === 0 ? [] : rows.slice(which % rows.length).slice(0, 1);
}

/** What must never be: each statement finds nothing. */
const violations: Readonly<Record<string, Sql>> = {
  "a slot has two live proposals": sql`
    select slot from guichet.waitlist_proposals where state = 'live' group by slot having count(*) > 1`,
  "a person has two live proposals": sql`
    select entry from guichet.waitlist_proposals where state = 'live' group by entry having count(*) > 1`,
  "a person waits twice for one need": sql`
    select need from guichet.waitlist_entries where state in ('waiting', 'proposed') group by need having count(*) > 1`,
  "an entry is proposed without a live proposal": sql`
    select id from guichet.waitlist_entries entries where state = 'proposed' and not exists (
      select from guichet.waitlist_proposals proposals
      where proposals.entry = entries.id and proposals.slot = entries.slot and proposals.state = 'live')`,
  "a live proposal is of an entry that is not proposed": sql`
    select proposals.id from guichet.waitlist_proposals proposals
    join guichet.waitlist_entries entries on entries.id = proposals.entry
    where proposals.state = 'live' and (entries.state <> 'proposed' or entries.slot <> proposals.slot)`,
  "a proposed or agreed slot is not held": sql`
    select proposals.id from guichet.waitlist_proposals proposals
    join guichet.waitlist_entries entries on entries.id = proposals.entry
    where (proposals.state = 'live' or (proposals.state = 'agreed' and entries.wish is not null)) and not exists (
      select from guichet.bookings where bookings.reference = proposals.id::text and bookings.state = 'active')`,
  "a slot is held for nobody": sql`
    select reference from guichet.bookings where state = 'active' and not exists (
      select from guichet.waitlist_proposals proposals
      where proposals.id::text = bookings.reference and proposals.state in ('live', 'agreed'))`,
  "somebody is booked who did not agree": sql`
    select id from guichet.waitlist_entries entries where state = 'booked' and not exists (
      select from guichet.waitlist_proposals proposals where proposals.entry = entries.id and proposals.state = 'agreed')`,
  "somebody agreed after the deadline": sql`
    select id from guichet.waitlist_proposals where state = 'agreed' and ended_at >= expires_at`,
};

async function checkInvariants(clinic: TenantStore): Promise<void> {
  const found = await clinic.transaction(async ({ query }) => {
    const broken: string[] = [];
    for (const [name, statement] of Object.entries(violations)) {
      if ((await query(statement)).length > 0) broken.push(name);
    }
    return broken;
  });
  expect(found).toEqual([]);
}

/** Every slot that is free was turned down by everybody who still waits. */
async function checkNothingLeftOver(clinic: TenantStore): Promise<void> {
  await clinic.transaction(async (transaction) => {
    const held = await activeReservations(transaction, {
      startsAt: mondayAtEight,
      endsAt: "2026-03-09T00:00:00Z",
    });
    const free = slots.filter(
      ({ startsAt }) => !held.some((reservation) => reservation.startsAt === startsAt),
    );
    for (const { refusedSlots } of await waitingEntries(transaction)) {
      expect(refusedSlots).toEqual(expect.arrayContaining(free.map(({ id }) => id)));
    }
  });
}
