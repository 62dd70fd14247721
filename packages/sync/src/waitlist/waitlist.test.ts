import { instantFromMillis, millisFromInstant } from "@guichet/rules/calendar";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { release, reserve } from "../bookings/reserve.js";
import { sql } from "../store/sql.js";
import type { TenantStore, TenantTransaction } from "../store/store.js";
import { openTestStore, type TestStore } from "../testing/open-test-store.js";
import { stopTestServers } from "../testing/test-server.js";
import { addEntry } from "./add-entry.js";
import { callTasks, type CallTask } from "./call-tasks.js";
import { checkWishes } from "./check-wishes.js";
import { lapseProposals, takeBackProposals } from "./lapse-proposals.js";
import { expireEntries, withdrawEntry } from "./leave-waitlist.js";
import { holdEntry } from "./read-entries.js";
import { recordCall, type CallOutcome, type CallRecorded } from "./record-call.js";
import { settleAgreed } from "./settle-agreed.js";
import { half, mondayAtEight, nine, patientWaits, propose, slotAt, wish, zone } from "./waitlist.fixture.js";

let store: TestStore;
let clinic: TenantStore;

beforeEach(async () => {
  store = await openTestStore({ jurisdiction: "RU" });
  clinic = await store.addTenant({ id: "clinic-1", jurisdiction: "RU" });
  await store.stopClock(mondayAtEight);
});
afterEach(() => store.close());
afterAll(() => stopTestServers());

const inClinic = <Result>(work: (transaction: TenantTransaction) => Promise<Result>): Promise<Result> =>
  clinic.transaction(work);
const tasksNow = (): Promise<readonly CallTask[]> => inClinic(callTasks);
const call = (proposal: string, outcome: CallOutcome): Promise<CallRecorded> =>
  inClinic((transaction) => recordCall(transaction, { proposal, outcome }));
const stateOf = (entry: string): Promise<string | undefined> =>
  inClinic(async ({ query }) => {
    const [row] = await query<{ state: string }>(
      sql`select state from guichet.waitlist_entries where id = ${entry}`,
    );
    return row?.state;
  });
/** Whether somebody else could have the slot now. */
const isFree = (slot = nine): Promise<boolean> =>
  inClinic(async (transaction) => {
    const reference = transaction.uuid();
    const endsAt = instantFromMillis((millisFromInstant(slot.startsAt) ?? NaN) + 1_800_000);
    const asked = await reserve(transaction, { ...slot, endsAt, reference });
    await release(transaction, reference);
    return asked.outcome === "reserved";
  });
const only = <Item>(items: readonly Item[]): Item => {
  const [item] = items;
  if (item === undefined || items.length > 1) throw new Error(`${items.length} instead of one`);
  return item;
};

describe("an entry of the waitlist", () => {
  it("is there once, however often it is added", async () => {
    const entry = { id: "7f3b1f0e-6f0d-4d6a-9a57-2f4a1c6c9d10", wish, priority: 0, decision: null };
    const first = await inClinic((transaction) => addEntry(transaction, entry));
    expect(first).toEqual({ outcome: "added", entry: entry.id });
    expect(await inClinic((transaction) => addEntry(transaction, entry))).toEqual(first);
    expect(await inClinic((transaction) => propose(transaction, nine, half))).toHaveLength(1);
  });

  it("is one for a patient and a service, until the patient has left the list", async () => {
    const entry = await inClinic((transaction) => patientWaits(transaction, "40"));
    expect(await inClinic((transaction) => patientWaits(transaction, "40"))).toBe(entry);
    const another = await inClinic((transaction) => patientWaits(transaction, "40", { service: "cleaning" }));
    expect(another).not.toBe(entry);
    await inClinic((transaction) => withdrawEntry(transaction, { entry, by: "patient" }));
    expect(await inClinic((transaction) => patientWaits(transaction, "40"))).not.toBe(entry);
  });

  it.each([
    { from: "2026-03-07" },
    { weekdays: [] },
    { earliestTime: "10:00", latestTime: "10:00" },
    { durationMinutes: 0 },
  ] as const)("that no slot could ever suit is refused before it holds up others: %j", async (wrong) => {
    await expect(inClinic((transaction) => patientWaits(transaction, "40", wrong))).rejects.toMatchObject({
      code: "input-refused",
    });
  });

  it("keeps its wish sealed, and nothing of it once the patient has left the list", async () => {
    const canary = "Canary-dentistry-4711";
    const entry = await inClinic((transaction) => patientWaits(transaction, canary, { specialty: canary }));
    const dump = (): Promise<string> =>
      store.asOwner(async ({ query }) => {
        const rows = await query(
          sql`select *, encode(wish, 'escape') as readable from guichet.waitlist_entries`,
        );
        return JSON.stringify(rows);
      });
    expect(await dump()).not.toContain(canary);
    await inClinic((transaction) => withdrawEntry(transaction, { entry, by: "patient" }));
    expect(JSON.parse(await dump())).toMatchObject([{ wish: null, state: "withdrawn" }]);
  });

  it("is not seen by another clinic", async () => {
    await inClinic((transaction) => patientWaits(transaction, "40"));
    const other = await store.addTenant({ id: "clinic-2", jurisdiction: "RU" });
    expect(await other.transaction((transaction) => propose(transaction, nine))).toEqual([]);
    expect(await inClinic((transaction) => propose(transaction, nine))).toHaveLength(1);
    expect(await other.transaction(callTasks)).toEqual([]);
  });

  it.each([
    ["2026-03-06T20:59:59Z", "waiting"],
    ["2026-03-06T21:00:00Z", "expired"],
  ])("at %s is %s: its last day ends on the clinic's clock", async (at, state) => {
    const entry = await inClinic((transaction) => patientWaits(transaction, "40"));
    await store.stopClock(at);
    await inClinic((transaction) => expireEntries(transaction, zone));
    expect(await stateOf(entry)).toBe(state);
  });
});

describe("a free slot", () => {
  it("is proposed to whose turn it is, and held for them; nothing is booked", async () => {
    await inClinic((transaction) => patientWaits(transaction, "41"));
    await store.stepClock(1);
    const urgent = await inClinic((transaction) => patientWaits(transaction, "42", { priority: 1 }));
    const proposed = await inClinic((transaction) => propose(transaction, nine));
    expect(proposed).toMatchObject([
      { entry: urgent, patient: "42", slot: nine, expiresAt: "2026-03-02T05:10:01Z" },
    ]);
    expect(await tasksNow()).toEqual(proposed);
    expect(await isFree()).toBe(false);
    expect(await stateOf(urgent)).toBe("proposed");
  });

  it("is proposed to who was put on the list in this very second, or by a clock that was ahead", async () => {
    await store.stopClock("2026-03-02T05:00:00.900Z");
    await inClinic((transaction) => patientWaits(transaction, "40"));
    expect(await inClinic((transaction) => propose(transaction, nine))).toHaveLength(1);
    await inClinic((transaction) => patientWaits(transaction, "41"));
    await store.stepClock(-3600);
    expect(await inClinic((transaction) => propose(transaction, half))).toHaveLength(1);
  });

  it("is proposed to nobody while somebody else has it", async () => {
    const entry = await inClinic((transaction) => patientWaits(transaction, "40"));
    await inClinic((transaction) =>
      reserve(transaction, {
        practitioner: "7",
        startsAt: nine.startsAt,
        endsAt: half.startsAt,
        reference: "other",
      }),
    );
    expect(await inClinic((transaction) => propose(transaction, nine))).toEqual([]);
    expect(await stateOf(entry)).toBe("waiting");
    expect(await inClinic((transaction) => propose(transaction, nine, half))).toMatchObject([{ slot: half }]);
  });

  it("is held until the deadline, and never beyond its start", async () => {
    await inClinic((transaction) => patientWaits(transaction, "40"));
    await store.stopClock("2026-03-02T05:55:00Z");
    const task = only(await inClinic((transaction) => propose(transaction, nine)));
    expect(task.expiresAt).toBe(nine.startsAt);
  });

  it.each([
    ["refuses-slot", "waiting"],
    ["not-reached", "waiting"],
    ["declined", "declined"],
  ] as const)(
    "is free again after a call with the outcome %s, and the entry is %s",
    async (outcome, state) => {
      const entry = await inClinic((transaction) => patientWaits(transaction, "40"));
      const { proposal } = only(await inClinic((transaction) => propose(transaction, nine)));
      expect(await call(proposal, outcome)).toMatchObject({ outcome: "recorded", slot: nine });
      expect(await stateOf(entry)).toBe(state);
      expect(await isFree()).toBe(true);
      expect(await tasksNow()).toEqual([]);
    },
  );

  it("stays held for who agreed, by the id of the proposal", async () => {
    const entry = await inClinic((transaction) => patientWaits(transaction, "40"));
    const { proposal } = only(await inClinic((transaction) => propose(transaction, nine)));
    expect(await call(proposal, "agreed")).toMatchObject({
      outcome: "recorded",
      entry: { id: entry, patient: "40" },
    });
    expect(await stateOf(entry)).toBe("booked");
    expect(await isFree()).toBe(false);
    expect(await inClinic((transaction) => release(transaction, proposal))).toBe(true);
  });

  it.each(["agreed", "refuses-slot", "not-reached", "declined"] as const)(
    "is settled by the first answer: %s again changes nothing, and any other is too late",
    async (outcome) => {
      const entry = await inClinic((transaction) => patientWaits(transaction, "40"));
      const { proposal } = only(await inClinic((transaction) => propose(transaction, nine)));
      await call(proposal, outcome);
      const state = await stateOf(entry);
      // After the deadline too: it is what was said before it.
      for (const seconds of [0, 600]) {
        await store.stepClock(seconds);
        expect(await call(proposal, outcome)).toEqual({ outcome: "recorded-before", slot: nine });
        for (const other of ["agreed", "refuses-slot", "not-reached", "declined"] as const)
          if (other !== outcome) expect(await call(proposal, other)).toEqual({ outcome: "too-late" });
      }
      expect(await stateOf(entry)).toBe(state);
    },
  );

  it("goes to the next one after who was not reached, and comes back when nobody else can use it", async () => {
    const first = await inClinic((transaction) => patientWaits(transaction, "41", { priority: 1 }));
    const second = await inClinic((transaction) => patientWaits(transaction, "42"));
    const offer = async () => only(await inClinic((transaction) => propose(transaction, nine)));
    const toFirst = await offer();
    await call(toFirst.proposal, "not-reached");
    const toSecond = await offer();
    await call(toSecond.proposal, "refuses-slot");
    expect([toFirst.entry, toSecond.entry, (await offer()).entry]).toEqual([first, second, first]);
  });

  it("is never proposed again to who turned it down", async () => {
    await inClinic((transaction) => patientWaits(transaction, "40"));
    const { proposal } = only(await inClinic((transaction) => propose(transaction, nine)));
    await call(proposal, "refuses-slot");
    expect(await inClinic((transaction) => propose(transaction, nine))).toEqual([]);
    expect(await inClinic((transaction) => propose(transaction, nine, half))).toMatchObject([{ slot: half }]);
  });

  it("is free again when the platform gave it to somebody else, and what only touches it is not", async () => {
    const entry = await inClinic((transaction) => patientWaits(transaction, "40"));
    await inClinic((transaction) => propose(transaction, nine));
    const taken = (startsAt: string, endsAt: string, practitioner = "7") =>
      inClinic((transaction) => takeBackProposals(transaction, { practitioner, startsAt, endsAt }));
    expect(await taken(half.startsAt, slotAt(2).startsAt)).toEqual([]);
    expect(await taken(nine.startsAt, half.startsAt, "8")).toEqual([]);
    expect(await taken("2026-03-02T06:29:00Z", "2026-03-02T06:31:00Z")).toMatchObject([{ entry }]);
    expect(await stateOf(entry)).toBe("waiting");
    expect(await isFree()).toBe(true);
  });

  it("is free again when the person who has the proposal leaves the list", async () => {
    const entry = await inClinic((transaction) => patientWaits(transaction, "40"));
    await inClinic((transaction) => propose(transaction, nine));
    const leave = () => inClinic((transaction) => withdrawEntry(transaction, { entry, by: "patient" }));
    expect(await leave()).toBe(true);
    expect(await isFree()).toBe(true);
    expect(await leave()).toBe(false);
  });
});

describe("by a clock that runs", () => {
  it("an entry that was made just now is matched, and one of the same second keeps its turn", async () => {
    const running = await openTestStore({ jurisdiction: "RU" });
    const tenant = await running.addTenant({ id: "clinic-1", jurisdiction: "RU" });
    const year = { from: "2023-01-04", to: "2999-12-31" } as const;
    const inTurn: string[] = [];
    for (const patient of ["41", "42", "43"]) {
      inTurn.push(await tenant.transaction((transaction) => patientWaits(transaction, patient, year)));
    }
    const slots = [0, 1, 2].map((halfHours) => ({ ...slotAt(halfHours), ...dayOf(halfHours) }));
    const tasks = await tenant.transaction((transaction) => propose(transaction, ...slots));
    expect(tasks.map(({ entry }) => entry)).toEqual(inTurn);
    await running.close();
  });

  /** A Monday that nobody who runs this will see. */
  const dayOf = (halfHours: number) => {
    const startsAt = instantFromMillis(Date.UTC(2999, 11, 30, 6) + halfHours * 1_800_000);
    return { startsAt, day: "2999-12-30", id: `7@${startsAt}` } as const;
  };
});

describe("a call about a proposal", () => {
  it.each(["", "walk-in", "00000000-0000-4000-8000-000000000000"])(
    "that there is not is too late: %j",
    async (proposal) => {
      expect(await call(proposal, "agreed")).toEqual({ outcome: "too-late" });
    },
  );

  it("names it as it was named: by its id written otherwise nothing is recorded, and the slot stays held", async () => {
    await inClinic((transaction) => patientWaits(transaction, "40"));
    const { proposal } = only(await inClinic((transaction) => propose(transaction, nine)));
    expect(await call(proposal.toUpperCase(), "declined")).toEqual({ outcome: "too-late" });
    expect(await isFree()).toBe(false);
    expect(await call(proposal, "declined")).toMatchObject({ outcome: "recorded" });
    expect(await isFree()).toBe(true);
  });
});

describe("a deadline", () => {
  it("goes by the clock of the database: up to it one can agree, from it on one cannot", async () => {
    const entry = await inClinic((transaction) => patientWaits(transaction, "40"));
    const { proposal } = only(await inClinic((transaction) => propose(transaction, nine)));
    await store.stepClock(600);
    expect(await tasksNow()).toEqual([]);
    expect(await call(proposal, "agreed")).toEqual({ outcome: "too-late" });
    expect(await stateOf(entry)).toBe("proposed");
    await store.stepClock(-1);
    expect(await call(proposal, "agreed")).toMatchObject({ outcome: "recorded" });
  });

  it("frees the slot and puts the person back, and not a second before", async () => {
    const entry = await inClinic((transaction) => patientWaits(transaction, "40"));
    await inClinic((transaction) => propose(transaction, nine));
    await store.stepClock(599);
    expect(await inClinic(lapseProposals)).toEqual([]);
    await store.stepClock(1);
    expect(await inClinic(lapseProposals)).toMatchObject([{ entry, slot: nine }]);
    expect(await inClinic(lapseProposals)).toEqual([]);
    expect(await stateOf(entry)).toBe("waiting");
    expect(await isFree()).toBe(true);
  });

  it("outlives a restart, and so does the proposal", async () => {
    await inClinic((transaction) => patientWaits(transaction, "40"));
    const before = await inClinic((transaction) => propose(transaction, nine));
    const again = await openTestStore({ jurisdiction: "RU", databaseUrl: store.databaseUrl });
    const after = await again.forTenant("clinic-1");
    expect(await after.transaction(callTasks)).toEqual(before);
    await store.stepClock(600);
    expect(await after.transaction(lapseProposals)).toHaveLength(1);
    await again.close();
  });
});

describe("at the same time", () => {
  it("two cancellations with one person waiting leave no slot held for nobody", async () => {
    await inClinic((transaction) => patientWaits(transaction, "40"));
    const tasks = await Promise.all(
      [nine, half].map((slot) => inClinic((transaction) => propose(transaction, slot))),
    );
    expect(tasks.flat()).toHaveLength(1);
    expect([await isFree(nine), await isFree(half)].filter(Boolean)).toHaveLength(1);
  });

  it("many who match give a slot to one person, and a person one slot", async () => {
    const slots = [0, 1, 2].map((halfHours) => slotAt(halfHours));
    for (const patient of ["41", "42"]) await inClinic((transaction) => patientWaits(transaction, patient));
    const racers = Array.from({ length: 12 }, () =>
      inClinic((transaction) => propose(transaction, ...slots)),
    );
    const tasks = (await Promise.all(racers)).flat();
    expect(tasks).toHaveLength(2);
    expect(new Set(tasks.map(({ slot }) => slot.id)).size).toBe(2);
    expect(await tasksNow()).toHaveLength(2);
  });

  it("one of two answers to a proposal counts", async () => {
    await inClinic((transaction) => patientWaits(transaction, "40"));
    const { proposal } = only(await inClinic((transaction) => propose(transaction, nine)));
    const outcomes: readonly CallOutcome[] = ["agreed", "declined", "not-reached", "agreed"];
    const recorded = await Promise.all(outcomes.map((outcome) => call(proposal, outcome)));
    const first = recorded.findIndex(({ outcome }) => outcome === "recorded");
    expect(recorded.map(({ outcome }) => outcome)).toEqual(
      outcomes.map((said, index) => {
        if (index === first) return "recorded";
        return said === outcomes[first] ? "recorded-before" : "too-late";
      }),
    );
  });

  it("the database refuses a second live proposal, whatever writes it", async () => {
    const entry = await inClinic((transaction) => patientWaits(transaction, "40", { priority: 1 }));
    const another = await inClinic((transaction) => patientWaits(transaction, "41"));
    await inClinic((transaction) => propose(transaction, nine));
    const insert = (whose: string, slot: string): Promise<unknown> =>
      inClinic(({ tenant, uuid, query }) =>
        query(sql`insert into guichet.waitlist_proposals (tenant, id, entry, slot, details, decision, expires_at)
                  select tenant, ${uuid()}, ${whose}, ${slot}, '{}', decision, expires_at
                  from guichet.waitlist_proposals where tenant = ${tenant}`),
      );
    await expect(insert(another, nine.id)).rejects.toMatchObject({ code: "already-exists" });
    await expect(insert(entry, half.id)).rejects.toMatchObject({ code: "already-exists" });
  });
});

describe("an entry whose wish does not open", () => {
  const spoil = (entry: string): Promise<unknown> =>
    store.asOwner(({ query }) =>
      query(sql`update guichet.waitlist_entries set wish = 'x' where id = ${entry} and wish is not null`),
    );
  const check = (): Promise<void> => inClinic(checkWishes);

  it("is told by its id, and holds up nobody", async () => {
    const spoiled = await inClinic((transaction) => patientWaits(transaction, "40", { priority: 3 }));
    const other = await inClinic((transaction) => patientWaits(transaction, "41"));
    await check();
    await spoil(spoiled);
    expect(await inClinic((transaction) => propose(transaction, nine, half))).toMatchObject([
      { entry: other },
    ]);
    expect(await tasksNow()).toMatchObject([{ entry: other, patient: "41" }]);
    await expect(check()).rejects.toMatchObject({
      code: "wish-unreadable",
      problems: [{ code: "wish-unreadable", where: `waitlist entry ${spoiled}` }],
    });
  });

  it("that has a proposal gives its slot back in time, and leaves the list as others do", async () => {
    const entry = await inClinic((transaction) => patientWaits(transaction, "40"));
    await inClinic((transaction) => propose(transaction, nine));
    await spoil(entry);
    expect(await tasksNow()).toEqual([]);
    await expect(check()).rejects.toMatchObject({ code: "wish-unreadable" });
    await store.stepClock(600);
    await inClinic(lapseProposals);
    expect([await stateOf(entry), await isFree()]).toEqual(["waiting", true]);
    await inClinic((transaction) => withdrawEntry(transaction, { entry, by: "patient" }));
    expect(await stateOf(entry)).toBe("withdrawn");
    await check();
  });

  it("expires with its last day", async () => {
    const entry = await inClinic((transaction) => patientWaits(transaction, "40"));
    await spoil(entry);
    await store.stopClock("2026-03-06T21:00:00Z");
    await inClinic((transaction) => expireEntries(transaction, zone));
    expect(await stateOf(entry)).toBe("expired");
  });
});

describe("once the platform has answered", () => {
  const agree = async (): Promise<{ readonly entry: string; readonly proposal: string }> => {
    const entry = await inClinic((transaction) => patientWaits(transaction, "40", { priority: 3 }));
    const { proposal } = only(await inClinic((transaction) => propose(transaction, nine)));
    await call(proposal, "agreed");
    return { entry, proposal };
  };

  it("that it is booked, nothing is kept of the wish", async () => {
    const { entry, proposal } = await agree();
    expect(
      await inClinic((transaction) => settleAgreed(transaction, { proposal, isBooked: true })),
    ).toBeUndefined();
    expect(await inClinic((transaction) => holdEntry(transaction, entry))).toBeUndefined();
    expect(await call(proposal, "agreed")).toEqual({ outcome: "recorded-before", slot: nine });
    expect(await stateOf(entry)).toBe("booked");
  });

  it("that somebody else has the slot, the person waits again in the same turn, and not for that slot", async () => {
    const { entry, proposal } = await agree();
    const turn = async (id: string) => {
      const held = await inClinic((transaction) => holdEntry(transaction, id));
      return held && { patient: held.patient, priority: held.priority, madeAt: held.madeAt };
    };
    const before = await turn(entry);
    await store.stepClock(60);
    const again = await inClinic(async (transaction) => {
      await release(transaction, proposal);
      return settleAgreed(transaction, { proposal, isBooked: false });
    });
    expect(again).not.toBe(entry);
    expect(await turn(again ?? "")).toEqual(before);
    expect(await inClinic((transaction) => propose(transaction, nine))).toEqual([]);
    expect(await inClinic((transaction) => propose(transaction, half))).toMatchObject([{ entry: again }]);
  });

  it("of an intent that comes from no proposal, nothing happens", async () => {
    const settled = inClinic((transaction) =>
      settleAgreed(transaction, { proposal: "walk-in", isBooked: false }),
    );
    expect(await settled).toBeUndefined();
  });
});
