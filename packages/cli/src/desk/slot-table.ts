import type { Schedule, Slot } from "@guichet/rules/desk";
import type { Look } from "../render/look.js";
import { tableLines } from "../render/table.js";
import { dayWithWeekday } from "./day-with-weekday.js";
import type { Section } from "./desk-task.js";
import type { DeskWords } from "./desk-words.js";

/** Slots as a table, each with the name of the practitioner. */
export function slotTable(
  { desk, language, look }: DeskWords & { readonly look: Look },
  { practitioners }: Schedule,
  slots: readonly Slot[],
): Section {
  const names = new Map(practitioners.map(({ id, fullName }) => [id, fullName]));
  return tableLines(
    desk.slots.columns.map((head) => ({ head })),
    slots.map(({ day, time, practitioner, durationMinutes }) => [
      dayWithWeekday(language, day),
      time,
      names.get(practitioner) ?? practitioner,
      String(durationMinutes),
    ]),
    2,
    look,
  );
}
