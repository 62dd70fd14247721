import { describe, expect, it } from "vitest";
import { GuichetError } from "../../language/problem.js";
import { at, entryNamed, slotNamed, zone } from "./waitlist.fixture.js";
import { whyNotProposed } from "./why-not-proposed.js";

const list = {
  at,
  zone,
  entries: [
    entryNamed("first", { priority: 1 }),
    entryNamed("second", { weekdays: ["wednesday"], latestTime: "11:00" }),
  ],
  slots: [
    slotNamed("early"),
    slotNamed("late", { time: "10:00" }),
    slotNamed("noon", { time: "12:00" }),
    slotNamed("thursday", { day: "2026-03-05", time: "12:00" }),
  ],
};

const ask = (entry: string, slot: string) => whyNotProposed({ ...list, entry, slot });

describe("whyNotProposed", () => {
  it("says that the slot is proposed after all", () => {
    expect(ask("second", "late").status).toBe("proposed");
  });

  it("says that an entry before it has the slot", () => {
    expect(ask("second", "early")).toMatchObject({
      status: "not-proposed",
      reasons: ["slot-proposed-to-another"],
    });
  });

  it("says that the slot stands proposed to another entry, earlier in the list or not", () => {
    const holder = entryNamed("holder", { priority: -1, state: "proposed", slot: "late" });
    const held = { ...list, entries: [...list.entries, holder] };
    expect(whyNotProposed({ ...held, entry: "second", slot: "late" })).toMatchObject({
      reasons: ["slot-proposed-to-another"],
    });
    expect(whyNotProposed({ ...held, entry: "holder", slot: "late" })).toMatchObject({
      reasons: ["entry-not-waiting"],
    });
  });

  it("says that it has an earlier one, whoever has the slot now", () => {
    expect(ask("first", "late")).toMatchObject({ reasons: ["earlier-slot-proposed"] });
    expect(ask("first", "thursday")).toMatchObject({ reasons: ["earlier-slot-proposed"] });
  });

  it("names all reasons of the policy, in its order", () => {
    expect(ask("second", "thursday")).toMatchObject({ reasons: ["other-weekday", "outside-hours"] });
  });

  it("carries the policy's decision, with what it cites", () => {
    const { decision } = ask("second", "noon");
    expect(decision.status === "decided" && decision.outcome.refusals).toEqual(["outside-hours"]);
    expect(decision.because?.flatMap(({ cases }) => cases.map(({ id }) => id))).toEqual([
      "WL-2-refused",
      "WL-2-latest",
    ]);
  });

  it("carries a decision that the policy is not in force yet", () => {
    const answer = whyNotProposed({
      ...list,
      slots: [slotNamed("old", { day: "2023-01-03" })],
      entry: "first",
      slot: "old",
    });
    expect(answer).toMatchObject({ reasons: ["not-in-force"], decision: { status: "not-in-force" } });
  });

  it("is plain data", () => {
    const answer = ask("second", "thursday");
    expect(JSON.parse(JSON.stringify(answer))).toMatchObject({
      status: "not-proposed",
      decision: { outcome: { offerable: false } },
    });
  });

  it("refuses ids that are on no list, both at once", () => {
    try {
      ask("third", "never");
      expect.unreachable();
    } catch (error) {
      if (!GuichetError.isInstance(error)) throw error;
      expect(error.code).toBe("input-refused");
      expect(error.problems.map(({ code, message }) => [code, message])).toEqual([
        ["entry-unknown", "whyNotProposed, entry: none has this id; supply the id of one of `entries`"],
        ["slot-unknown", "whyNotProposed, slot: none has this id; supply the id of one of `slots`"],
      ]);
    }
  });
});
