import { describe, expectTypeOf, it } from "vitest";
import { matchWaitlist } from "./match-waitlist.js";
import { moveEntry } from "./move-entry.js";
import { at, entryNamed, slotNamed, zone } from "./waitlist.fixture.js";
import type { WaitlistEntry } from "./waitlist-input.js";
import { whyNotProposed } from "./why-not-proposed.js";

const list = { at, zone, entries: [entryNamed("entry")], slots: [slotNamed("slot")] };

describe("the waitlist is typed by the policy", () => {
  it("so that an entry states everything the policy asks", () => {
    // @ts-expect-error an entry without a priority has no turn
    matchWaitlist({ ...list, entries: [{ ...entryNamed("entry"), priority: undefined }] });
    // @ts-expect-error an entry without a specialty asks for nothing
    matchWaitlist({ ...list, entries: [{ ...entryNamed("entry"), specialty: undefined }] });
    // @ts-expect-error there is no state "pending"
    void entryNamed("entry", { state: "pending" });
  });

  it("so that the reasons of those without a proposal are known", () => {
    const reason = matchWaitlist(list).unmatched[0]?.reasons[0]?.reason;
    expectTypeOf<"other-weekday" | "slot-proposed-to-another" | "no-slots">().toExtend<typeof reason>();
    // @ts-expect-error no policy has this reason
    void (reason === "too-tired");
  });

  it("so that reasons are read only where there are some", () => {
    const answer = whyNotProposed({ ...list, entry: "entry", slot: "slot" });
    // @ts-expect-error a proposed slot has no reasons
    void answer.reasons;
    if (answer.status === "not-proposed") void answer.reasons[0].toUpperCase();
  });

  it("so that an event names its slot, where it is about one", () => {
    const entry = entryNamed("entry");
    expectTypeOf(moveEntry({ entry, event: "expire", by: "system" })).toExtend<WaitlistEntry>();
    // @ts-expect-error a proposal is a proposal of a slot
    moveEntry({ entry, event: "propose", by: "system" });
    // @ts-expect-error nobody turns to a slot that was never proposed when the entry expires
    moveEntry({ entry, event: "expire", by: "system", slot: "slot" });
    // @ts-expect-error there is no such actor
    moveEntry({ entry, event: "expire", by: "robot" });
  });
});
