import { describe, expect, it } from "vitest";
import { matchWaitlist } from "./match-waitlist.js";
import { at, entryNamed, slotNamed, zone } from "./waitlist.fixture.js";
import type { WaitlistEntry, WaitlistSlot } from "./waitlist-input.js";

const match = (entries: readonly WaitlistEntry[], slots: readonly WaitlistSlot[]) =>
  matchWaitlist({ at, zone, entries, slots });

const proposed = (entries: readonly WaitlistEntry[], slots: readonly WaitlistSlot[]) =>
  match(entries, slots).proposals.map(({ entry, slot }) => `${entry}: ${slot}`);

const reasons = (entry: WaitlistEntry, slots: readonly WaitlistSlot[]) =>
  match([entry], slots).unmatched[0]?.reasons;

describe("matchWaitlist, on a Monday morning", () => {
  const entries = [
    entryNamed("child-with-rash", { priority: 5, madeAt: "2026-03-01T18:00:00Z" }),
    entryNamed("waits-longest", { madeAt: "2026-01-15T09:00:00Z" }),
    entryNamed("one-practitioner", { madeAt: "2026-02-01T09:00:00Z", practitioner: "practitioner-2" }),
    entryNamed("evenings-only", {
      madeAt: "2026-02-02T09:00:00Z",
      earliestTime: "17:00",
      latestTime: "20:00",
    }),
    entryNamed("long-visit", { madeAt: "2026-02-03T09:00:00Z", durationMinutes: 60 }),
    entryNamed("came-last", { madeAt: "2026-02-28T09:00:00Z" }),
  ];
  const slots = [
    slotNamed("mon-0930", { day: "2026-03-02", time: "09:30" }),
    slotNamed("mon-1100", { day: "2026-03-02", time: "11:00" }),
    slotNamed("tue-0900", { day: "2026-03-03", time: "09:00", durationMinutes: 60 }),
    slotNamed("tue-0900-cosmetology", { day: "2026-03-03", time: "09:00", specialty: "cosmetology" }),
    slotNamed("wed-1000", { day: "2026-03-04", time: "10:00", practitioner: "practitioner-2" }),
  ];

  it("calls the most urgent first, then whoever waits longest, each with the earliest slot that suits", () => {
    expect(match(entries, slots).proposals).toEqual([
      { entry: "child-with-rash", slot: "mon-1100" },
      { entry: "waits-longest", slot: "tue-0900" },
      { entry: "one-practitioner", slot: "wed-1000" },
    ]);
  });

  it("tells everybody else why there is nothing for them", () => {
    expect(JSON.parse(JSON.stringify(match(entries, slots).unmatched))).toEqual([
      {
        entry: "evenings-only",
        reasons: [
          { reason: "outside-hours", slots: 5 },
          { reason: "other-specialty", slots: 1 },
          { reason: "slot-in-the-past", slots: 1 },
        ],
      },
      {
        entry: "long-visit",
        reasons: [
          { reason: "slot-too-short", slots: 4 },
          { reason: "other-specialty", slots: 1 },
          { reason: "slot-in-the-past", slots: 1 },
          { reason: "slot-proposed-to-another", slots: 1 },
        ],
      },
      {
        entry: "came-last",
        reasons: [
          { reason: "slot-proposed-to-another", slots: 3 },
          { reason: "other-specialty", slots: 1 },
          { reason: "slot-in-the-past", slots: 1 },
        ],
      },
    ]);
  });
});

describe("whose turn it is", () => {
  const one = [slotNamed("slot")];

  it("goes by priority first, the higher before the lower, below zero too", () => {
    const early = { madeAt: "2026-01-01T00:00:00Z" };
    expect(proposed([entryNamed("low", { priority: -1, ...early }), entryNamed("none")], one)).toEqual([
      "none: slot",
    ]);
    expect(proposed([entryNamed("none", early), entryNamed("high", { priority: 1 })], one)).toEqual([
      "high: slot",
    ]);
  });

  it("then by the moment the entry was made, whatever offset it is written with", () => {
    const earlier = entryNamed("b", { madeAt: "2026-02-20T10:00:00+05:00" });
    const later = entryNamed("a", { madeAt: "2026-02-20T09:00:00+03:00" });
    expect(proposed([later, earlier], one)).toEqual(["b: slot"]);
  });

  it("then by the id, by code units", () => {
    expect(proposed([entryNamed("é"), entryNamed("z"), entryNamed("Z")], one)).toEqual(["Z: slot"]);
  });
});

describe("which slot an entry takes", () => {
  it.each([
    ["the earlier day", { day: "2026-03-05", time: "08:00" }, { day: "2026-03-04", time: "12:00" }],
    ["on one day the earlier time", { time: "10:00" }, { time: "09:59" }],
    ["at one time the smaller id", {}, {}],
  ] as const)("is %s", (_, other, taken) => {
    expect(proposed([entryNamed("entry")], [slotNamed("b", other), slotNamed("a", taken)])).toEqual([
      "entry: a",
    ]);
  });

  it("may name its specialty in another way of writing the same letters", () => {
    const entry = entryNamed("entry", { specialty: "ge\u0301ne\u0301tique" });
    expect(proposed([entry], [slotNamed("a", { specialty: "g\u00e9n\u00e9tique" })])).toEqual(["entry: a"]);
  });

  it("is none the person turned down before", () => {
    const slots = [slotNamed("a"), slotNamed("b")];
    expect(proposed([entryNamed("entry", { refusedSlots: ["a", "long-gone"] })], slots)).toEqual([
      "entry: b",
    ]);
    expect(reasons(entryNamed("entry", { refusedSlots: ["a", "b"] }), slots)).toEqual([
      { reason: "slot-refused-before", slots: 2 },
    ]);
  });

  it("is none that stands proposed to another entry, even where the schedule shows it as free", () => {
    const holder = entryNamed("holder", { state: "proposed", slot: "a" });
    const { proposals, unmatched } = match([entryNamed("entry"), holder], [slotNamed("a")]);
    expect(proposals).toEqual([]);
    expect(unmatched.map(({ reasons }) => reasons)).toEqual([
      [{ reason: "slot-proposed-to-another", slots: 1 }],
      [{ reason: "entry-not-waiting", slots: 1 }],
    ]);
  });

  it("may be one that was booked by an entry and is free again", () => {
    const gone = entryNamed("gone", { state: "booked", slot: "a" });
    expect(proposed([entryNamed("entry"), gone], [slotNamed("a")])).toEqual(["entry: a"]);
  });
});

describe("the moment of the offer is read on the clinic's clock", () => {
  const slots = [slotNamed("slot", { day: "2026-03-02", time: "10:00" })];
  const entries = [entryNamed("entry")];
  const proposals = (moment: string, there: string) =>
    matchWaitlist({ at: moment, zone: there, entries, slots }).proposals.length;

  it("so that a slot is past in one zone and to come in another", () => {
    expect(proposals("2026-03-02T06:59:00Z", "Europe/Moscow")).toBe(1);
    expect(proposals("2026-03-02T07:00:00Z", "Europe/Moscow")).toBe(0);
    expect(proposals("2026-03-02T08:59:00Z", "Europe/Paris")).toBe(1);
    expect(proposals("2026-03-02T09:00:00Z", "Europe/Paris")).toBe(0);
  });

  it("and may be written with any offset", () => {
    expect(proposals("2026-03-02T09:59:59.999+03:00", "Europe/Moscow")).toBe(1);
    expect(proposals("2026-03-02T10:00+03:00", "Europe/Moscow")).toBe(0);
  });
});

describe("an entry that got nothing", () => {
  it.each(["proposed", "booked", "declined", "withdrawn", "expired"] as const)(
    "is told that it is %s",
    (state) => {
      const slot = state === "proposed" || state === "booked" ? { slot: "elsewhere" } : {};
      expect(reasons(entryNamed("entry", { state, ...slot }), [slotNamed("slot")])).toEqual([
        { reason: "entry-not-waiting", slots: 1 },
      ]);
    },
  );

  it("is told that there are no slots", () => {
    expect(reasons(entryNamed("entry"), [])).toEqual([{ reason: "no-slots", slots: 0 }]);
  });

  it("is told that no rules were in force on the day of a slot", () => {
    const entry = entryNamed("entry", { refusedSlots: ["old"] });
    expect(reasons(entry, [slotNamed("old", { day: "2023-01-03" })])).toEqual([
      { reason: "not-in-force", slots: 1 },
      { reason: "slot-refused-before", slots: 1 },
    ]);
    const first = entryNamed("first", { madeAt: "2022-12-01T00:00:00Z", from: "2023-01-01" });
    const input = { at: "2023-01-02T09:00:00Z", zone, entries: [first] };
    const days = (["2023-01-03", "2023-01-04"] as const).map((day) => slotNamed(day, { day }));
    expect(matchWaitlist({ ...input, slots: days }).proposals).toEqual([
      { entry: "first", slot: "2023-01-04" },
    ]);
  });

  it("is told the same when the input changes before it asks", () => {
    const slot = { ...slotNamed("slot", { specialty: "cosmetology" }) };
    const input = { at, zone, entries: [entryNamed("entry")], slots: [slot] };
    const { unmatched } = matchWaitlist(input);
    Object.assign(slot, { specialty: "dermatology" });
    expect(unmatched[0]?.reasons).toEqual([{ reason: "other-specialty", slots: 1 }]);
  });
});
