import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GuichetError } from "../../language/problem.js";
import {
  entryActors,
  entryEvents,
  entryStates,
  entryTransitions,
  possibleTransitions,
  type EntryState,
} from "./entry-states.js";
import { moveEntry, type MoveEntryInput } from "./move-entry.js";
import { entryNamed } from "./waitlist.fixture.js";
import type { EntryStanding, WaitlistEntry } from "./waitlist-input.js";

const waiting = entryNamed("entry");
const proposed = moveEntry({ entry: waiting, event: "propose", by: "system", slot: "s" });
const caller = "contact-centre";

describe("moveEntry", () => {
  it("books a slot once the person agreed to it on the phone", () => {
    expect(proposed).toEqual({ ...waiting, state: "proposed", slot: "s" });
    expect(moveEntry({ entry: proposed, event: "agree", by: caller, slot: "s" })).toEqual({
      ...waiting,
      state: "booked",
      slot: "s",
    });
  });

  it("puts an entry back on the list when the person turns the slot down, and remembers the slot", () => {
    const back = moveEntry({ entry: proposed, event: "refuse-slot", by: caller, slot: "s" });
    expect(back).toEqual({ ...waiting, refusedSlots: ["s"] });
    const again = moveEntry({ entry: back, event: "propose", by: caller, slot: "t" });
    expect(moveEntry({ entry: again, event: "refuse-slot", by: caller, slot: "t" })).toEqual({
      ...waiting,
      refusedSlots: ["s", "t"],
    });
  });

  it("puts an entry back on the list as it was when the person is not reached", () => {
    expect(moveEntry({ entry: proposed, event: "not-reached", by: caller })).toEqual(waiting);
  });

  it("lets the slot go when the person leaves the list", () => {
    expect(moveEntry({ entry: proposed, event: "decline", by: caller })).toEqual({
      ...waiting,
      state: "declined",
    });
    expect(moveEntry({ entry: proposed, event: "withdraw", by: "patient" })).toEqual({
      ...waiting,
      state: "withdrawn",
    });
    expect(moveEntry({ entry: waiting, event: "expire", by: "system" })).toEqual({
      ...waiting,
      state: "expired",
    });
  });

  it("gives an entry that the waitlist accepts, with all it said before", () => {
    const moved: WaitlistEntry = proposed;
    expect(moved.madeAt).toBe(waiting.madeAt);
    expect(moveEntry({ entry: { state: "waiting", note: 7 }, event: "expire", by: "system" })).toEqual({
      state: "expired",
      note: 7,
    });
  });

  it("leaves the given entry as it is", () => {
    const entry = Object.freeze({ ...proposed, refusedSlots: Object.freeze(["r"]) });
    moveEntry({ entry, event: "refuse-slot", by: caller, slot: "s" });
    expect(entry).toEqual({ ...proposed, refusedSlots: ["r"] });
  });
});

describe("moveEntry refuses", () => {
  it("what cannot happen now, and says what can", () => {
    expect(refused({ entry: waiting, event: "agree", by: caller, slot: "s" })).toEqual([
      "move-refused",
      "event-impossible",
      'moveEntry, event: it cannot happen to the entry now; record one of "propose", "withdraw", "expire"',
    ]);
  });

  it("any step of an entry that has left the list", () => {
    expect(refused({ entry: { state: "declined" }, event: "propose", by: caller, slot: "s" })).toEqual([
      "move-refused",
      "event-impossible",
      "moveEntry, event: it cannot happen to the entry now; it has left the list: make a new entry",
    ]);
  });

  it("who may not record it, and says who may", () => {
    expect(refused({ entry: proposed, event: "agree", by: "system", slot: "s" })).toEqual([
      "move-refused",
      "actor-not-permitted",
      'moveEntry, by: "system" may not record "agree"; let it be recorded by "contact-centre"',
    ]);
  });

  it("an answer to another slot than the one proposed", () => {
    expect(refused({ entry: proposed, event: "agree", by: caller, slot: "t" })).toEqual([
      "move-refused",
      "slot-differs",
      "moveEntry, slot: another slot is proposed to the entry; read the entry again, and ask about that slot",
    ]);
    expect(refused({ entry: proposed, event: "refuse-slot", by: caller, slot: "t" })[1]).toBe("slot-differs");
  });

  it("to propose a slot that the person turned down", () => {
    const entry = { ...waiting, refusedSlots: ["s"] };
    expect(refused({ entry, event: "propose", by: caller, slot: "s" })).toEqual([
      "move-refused",
      "slot-refused-before",
      "moveEntry, slot: the person turned this slot down; propose another one",
    ]);
  });

  it.each<[string, string, object]>([
    ["slot-missing", "slot", { event: "agree", slot: undefined }],
    ["slot-unexpected", "slot", { event: "decline" }],
    ["slot-missing", "entry.slot", { entry: { state: "proposed" } }],
    ["slot-unexpected", "entry.slot", { entry: { state: "waiting", slot: "s" }, event: "propose" }],
    ["value-not-listed", "entry.state", { entry: { state: "lost" } }],
    ["value-not-listed", "event", { event: "book" }],
    ["value-not-listed", "by", { by: "robot" }],
    ["property-unknown", "slots", { slots: ["s"] }],
  ])("input that cannot be right: %s at %s", (code, path, differs) => {
    const [outer, inner, message] = refused({
      entry: proposed,
      event: "agree",
      by: caller,
      slot: "s",
      ...differs,
    });
    expect([outer, inner]).toEqual(["input-refused", code]);
    expect(message).toContain(`moveEntry, ${path}: `);
  });
});

describe("whatever happens to an entry", () => {
  const event = fc.record({
    event: fc.constantFrom(...entryEvents),
    by: fc.constantFrom(...entryActors),
    slot: fc.constantFrom("s", "t"),
  });
  const history = fc.array(event, { maxLength: 12 });

  it("it goes only from state to state as listed, and only by those who may", () => {
    always(history, (events) => {
      for (const { before, after, one } of steps(events)) {
        const listed = possibleTransitions(before.state, one.by).filter(
          ({ event: name }) => name === one.event,
        );
        expect(listed.map(({ to }) => to)).toEqual([after.state]);
        expect(entryStates).toContain(after.state);
      }
    });
  });

  it("a slot is booked only after it was proposed, and the contact centre was told that the person agrees", () => {
    always(history, (events) => {
      for (const { before, after, one } of steps(events)) {
        if (after.state !== "booked") continue;
        expect([before.state, before.slot, one.event, one.by]).toEqual([
          "proposed",
          one.slot,
          "agree",
          caller,
        ]);
        expect(after.slot).toBe(one.slot);
      }
    });
  });

  it("it has a slot while one is proposed or booked, and never one that was turned down", () => {
    always(history, (events) => {
      for (const { after } of steps(events)) {
        expect(after.slot !== undefined).toBe(after.state === "proposed" || after.state === "booked");
        expect(after.refusedSlots ?? []).not.toContain(after.slot);
      }
    });
  });

  it("nothing follows once it has left the list", () => {
    const ends: readonly EntryState[] = ["booked", "declined", "withdrawn", "expired"];
    always(history, (events) => {
      for (const { before } of steps(events)) expect(ends).not.toContain(before.state);
    });
  });

  it("every listed step can be taken", () => {
    for (const { from, event: name, to, by } of entryTransitions) {
      const entry = { state: from, ...(from === "proposed" ? { slot: "s" } : {}) };
      const about = ["propose", "agree", "refuse-slot"].includes(name) ? { slot: "s" } : {};
      for (const actor of by)
        expect(moveEntry({ entry, event: name, by: actor, ...about } as MoveEntryInput).state).toBe(to);
    }
  });

  interface Event {
    readonly event: (typeof entryEvents)[number];
    readonly by: (typeof entryActors)[number];
    readonly slot: string;
  }

  /** The steps of a history that were possible. */
  function steps(events: readonly Event[]) {
    let before: EntryStanding = { state: "waiting" };
    return events.flatMap((one) => {
      const about = ["propose", "agree", "refuse-slot"].includes(one.event) ? { slot: one.slot } : {};
      const from = before;
      try {
        before = moveEntry({ entry: from, event: one.event, by: one.by, ...about } as MoveEntryInput);
      } catch (error) {
        if (!GuichetError.isInstance(error) || error.code !== "move-refused") throw error;
        return [];
      }
      return [{ before: from, after: before, one }];
    });
  }

  function always(arbitrary: fc.Arbitrary<readonly Event[]>, promise: (events: readonly Event[]) => void) {
    fc.assert(
      fc.property(arbitrary, (events) => {
        promise(events);
      }),
      { numRuns: 500 },
    );
  }
});

function refused(input: object): readonly [string, string | undefined, string] {
  try {
    moveEntry(input as MoveEntryInput);
  } catch (error) {
    if (!GuichetError.isInstance(error)) throw error;
    return [error.code, error.problems[0]?.code, error.message];
  }
  throw new Error("it was not refused");
}
