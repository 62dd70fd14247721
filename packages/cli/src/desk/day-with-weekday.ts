import { dayInWords } from "../day-in-words.js";

/** A day with its weekday in short, as people look for it in a diary: `Mon 23 November 2026`. */
export function dayWithWeekday(language: string, day: string): string {
  const weekday = new Intl.DateTimeFormat(language, { weekday: "short", timeZone: "UTC" });
  const comma = language.startsWith("ru") ? "," : "";
  return `${weekday.format(new Date(`${day}T00:00:00Z`))}${comma} ${dayInWords(language, day)}`;
}
