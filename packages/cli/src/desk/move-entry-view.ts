import {
  possibleTransitions,
  type EntryStanding,
  type MoveEntryInput,
  type MovedEntry,
} from "@guichet/rules/desk";
import { waitlistOffer } from "@guichet/rules/policies/waitlist-offer";
import { labelledLines, paragraphLines } from "../render/layout.js";
import type { Section, Shown } from "./desk-task.js";
import { wordIn } from "./desk-words.js";
import { headSection } from "./head-section.js";

type EntryShown = Shown<MoveEntryInput, MovedEntry<EntryStanding>>;

/** An entry after a step: where it stands now, and what can happen next. */
export function moveEntryView(shown: EntryShown): readonly Section[] {
  const { desk, input, localeOf, look, result } = shown;
  const word = (state: string): string => wordIn(localeOf(waitlistOffer), "entry.state", state);
  const moved = desk.entry.moved(word(input.entry.state), word(result.state));
  const { slot, refusedSlots = [] } = result;
  const rows = [
    { label: desk.entry.event, text: `${desk.entry.events[input.event]} (${desk.entry.actors[input.by]})` },
    ...(slot === undefined ? [] : [{ label: desk.entry.slot, text: slot }]),
    ...(refusedSlots.length === 0 ? [] : [{ label: desk.entry.refusedSlots, text: refusedSlots.join(", ") }]),
  ];
  return [
    headSection(shown, "move-entry", "done", moved),
    labelledLines(
      rows.map(({ label, text }) => ({ label, value: [{ text }] })),
      2,
      look,
    ),
    nextLines(shown),
  ];
}

function nextLines({ desk, look, result }: EntryShown): Section {
  const { actors, events, next, nothingNext } = desk.entry;
  const possible = possibleTransitions(result.state);
  if (possible.length === 0) return paragraphLines({ text: nothingNext }, 0, look);
  const rows = possible.map(({ event, by }) => ({
    label: events[event],
    value: [{ text: by.map((actor) => actors[actor]).join(", "), paint: look.paint.dim }],
  }));
  return [look.paint.bold(next), ...labelledLines(rows, 2, look)];
}
