// A morning's waitlist: whom to call about which slot, why the others wait, and what the call changes.
import { matchWaitlist, moveEntry, type MatchWaitlistInput } from "@guichet/rules/desk";

const wish = {
  specialty: "dermatology",
  practitioner: "any",
  from: "2026-11-23",
  to: "2026-11-27",
  weekdays: ["monday", "wednesday"],
  earliestTime: "09:00",
  latestTime: "12:00",
  durationMinutes: 30,
  state: "waiting",
} as const;
const slot = { specialty: "dermatology", practitioner: "doctor-1", durationMinutes: 30, free: true } as const;
const first = { ...wish, id: "entry-1", priority: 0, madeAt: "2026-11-16T09:10+03:00" } as const;

const list: MatchWaitlistInput = {
  at: "2026-11-23T08:30+03:00",
  zone: "Europe/Moscow",
  entries: [
    first,
    { ...wish, id: "entry-2", priority: 0, madeAt: "2026-11-18T11:00+03:00" },
    { ...wish, id: "entry-3", priority: 5, madeAt: "2026-11-20T15:45+03:00", weekdays: ["tuesday"] },
  ],
  slots: [
    { ...slot, id: "slot-1", day: "2026-11-23", time: "09:30" },
    { ...slot, id: "slot-2", day: "2026-11-25", time: "12:00" },
  ],
};

const { proposals, unmatched } = matchWaitlist(list);
console.log(proposals);
for (const { entry, reasons } of unmatched) {
  console.log(entry, reasons.map(({ reason, slots }) => `${reason}: ${slots}`).join(", "));
}

// The contact centre calls: the first one does not want this slot, and the second one gets it.
const proposed = moveEntry({ entry: first, event: "propose", slot: "slot-1", by: "system" });
const again = moveEntry({ entry: proposed, event: "refuse-slot", slot: "slot-1", by: "contact-centre" });
console.log(again.state, again.refusedSlots);
const next = matchWaitlist({ ...list, entries: [{ ...first, ...again }, ...list.entries.slice(1)] });
console.log(next.proposals);
