import type { MatchWaitlistInput, UnmatchedEntry, WaitlistMatch } from "@guichet/rules/desk";
import { labelledLines } from "../render/layout.js";
import { tableLines } from "../render/table.js";
import { dayWithWeekday } from "./day-with-weekday.js";
import type { Section, Shown } from "./desk-task.js";
import { headSection } from "./head-section.js";
import { reasonAgainstSlot } from "./reason-against-slot.js";

type WaitlistShown = Shown<MatchWaitlistInput, WaitlistMatch>;

/** A matched waitlist: whom to call about which slot, first things first, and why the others get none. */
export function matchWaitlistView(shown: WaitlistShown): readonly Section[] {
  const { desk, result } = shown;
  const called = desk.waitlist.proposals(result.proposals.length);
  return [
    headSection(shown, "match-waitlist", "done", called),
    proposalLines(shown),
    unmatchedLines(shown, result.unmatched),
  ];
}

function proposalLines({ desk, input, language, look, result }: WaitlistShown): Section {
  if (result.proposals.length === 0) return [];
  const slots = new Map(input.slots.map((slot) => [slot.id, slot]));
  const rows = result.proposals.map(({ entry, slot: id }, index) => {
    const slot = slots.get(id);
    const when = slot === undefined ? [] : [dayWithWeekday(language, slot.day), slot.time, slot.practitioner];
    return [`${index + 1}.`, entry, id, ...when];
  });
  return tableLines(
    desk.waitlist.columns.map((head) => ({ head })),
    rows,
    2,
    look,
  );
}

function unmatchedLines(shown: WaitlistShown, unmatched: readonly UnmatchedEntry[]): Section {
  if (unmatched.length === 0) return [];
  const { reasonOf, reasons: ofDesk, unmatched: title } = shown.desk.waitlist;
  const rows = unmatched.map(({ entry, reasons }) => {
    const words = reasons.map(({ reason, slots }) => {
      const word = reasonAgainstSlot(shown, ofDesk, reason);
      return slots === 0 ? word : reasonOf(word, slots);
    });
    return { label: entry, value: [{ text: words.join(", ") }] };
  });
  return [shown.look.paint.bold(title), ...labelledLines(rows, 2, shown.look)];
}
