import type { FindSlotsInput, SlotReason, SlotsFound } from "@guichet/rules/desk";
import { labelledLines, paragraphLines } from "../render/layout.js";
import type { Section, Shown } from "./desk-task.js";
import { headSection } from "./head-section.js";
import { reasonAgainstSlot } from "./reason-against-slot.js";
import { slotTable } from "./slot-table.js";

type SlotsShown = Shown<FindSlotsInput, SlotsFound>;

/** As many as one reads out on the phone. */
const mostShown = 10;

/** The free slots in the order of the wish, and how many others there are for which reason. */
export function findSlotsView(shown: SlotsShown): readonly Section[] {
  const { desk, input, look, result } = shown;
  const { slots } = result;
  const status = slots.length === 0 ? desk.slots.none : desk.slots.found(slots.length);
  const more = slots.length - mostShown;
  return [
    headSection(shown, "find-slots", "done", status),
    slots.length === 0
      ? []
      : [
          ...slotTable(shown, input.schedule, slots.slice(0, mostShown)),
          ...(more > 0
            ? paragraphLines({ text: desk.slots.more(more), paint: look.paint.dim }, 2, look)
            : []),
        ],
    refusedLines(shown),
  ];
}

function refusedLines(shown: SlotsShown): Section {
  const { desk, look, result } = shown;
  if (result.refused.length === 0) return [];
  const counts = new Map<SlotReason, number>();
  for (const reason of result.refused.flatMap(({ reasons }) => reasons)) {
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  const rows = [...counts].map(([reason, count]) => ({
    label: reasonAgainstSlot(shown, desk.slots.reasons, reason),
    value: [{ text: String(count) }],
  }));
  return [look.paint.bold(desk.slots.refused(result.refused.length)), ...labelledLines(rows, 2, look)];
}
