import { describe, expect, it } from "vitest";
import { problemsOf } from "./problems-of.fixture.js";
import { at, entryNamed, slotNamed, zone } from "./waitlist.fixture.js";
import type { MatchWaitlistInput } from "./waitlist-input.js";

describe("input that cannot be right is refused, with its place", () => {
  const good: MatchWaitlistInput = { at, zone, entries: [entryNamed("e")], slots: [slotNamed("s")] };

  it.each<[string, string, object]>([
    ["not-an-instant", "at", { at: "2026-03-02T10:00" }],
    ["zone-unknown", "zone", { zone: "Europe/Nowhere" }],
    ["not-a-whole-number", "entries[0].priority", { entries: [entryNamed("e", { priority: 1.5 })] }],
    [
      "made-after-offer",
      "entries[0].madeAt",
      { entries: [entryNamed("e", { madeAt: "2026-03-02T07:00:01Z" })] },
    ],
    ["period-reversed", "entries[0].to", { entries: [entryNamed("e", { to: "2026-03-01" })] }],
    ["hours-reversed", "entries[0].latestTime", { entries: [entryNamed("e", { latestTime: "08:00" })] }],
    ["weekdays-missing", "entries[0].weekdays", { entries: [entryNamed("e", { weekdays: [] })] }],
    ["below-minimum", "entries[0].durationMinutes", { entries: [entryNamed("e", { durationMinutes: 0 })] }],
    ["slot-missing", "entries[0].slot", { entries: [entryNamed("e", { state: "proposed" })] }],
    ["slot-unexpected", "entries[0].slot", { entries: [entryNamed("e", { slot: "s" })] }],
    ["id-repeated", "entries[1].id", { entries: [entryNamed("e"), entryNamed("e", { priority: 1 })] }],
    ["id-repeated", "slots[2].id", { slots: [slotNamed("s"), slotNamed("t"), slotNamed("s")] }],
    ["not-a-date", "slots[0].day", { slots: [slotNamed("s", { day: "2026-02-30" })] }],
    ["property-unknown", "slots[0].room", { slots: [{ ...slotNamed("s"), room: "2" }] }],
    [
      "slot-proposed-twice",
      "entries[1].slot",
      { entries: ["a", "b"].map((id) => entryNamed(id, { state: "proposed", slot: "s" })) },
    ],
  ])("%s: %s", (code, path, differs) => {
    expect(problemsOf({ ...good, ...differs }).map(([problem, place]) => [problem, place])).toEqual([
      [code, path],
    ]);
  });

  it("on the other side of each boundary it is accepted", () => {
    const entries = [
      entryNamed("made-now", { madeAt: at }),
      entryNamed("one-day", { from: "2026-03-04", to: "2026-03-04" }),
      entryNamed("one-minute", { earliestTime: "08:00", latestTime: "08:01" }),
      entryNamed("a-minute-long", { durationMinutes: 1 }),
    ];
    expect(problemsOf({ ...good, entries })).toEqual([]);
  });

  it("every problem at once, a missing fact too, and never a value", () => {
    const wrong = { ...entryNamed("e"), specialty: undefined, practitioner: 7 };
    const slots = [slotNamed("s", { time: "9:75" })];
    const problems = problemsOf({ ...good, entries: [wrong], slots });
    expect(problems).toEqual([
      ["wrong-type", "entries[0].specialty", expect.stringContaining("specialty: missing; supply text")],
      ["wrong-type", "entries[0].practitioner", expect.any(String)],
      ["not-a-time", "slots[0].time", expect.any(String)],
    ]);
    expect(JSON.stringify(problems)).not.toMatch(/9:75|: 7/);
  });
});
