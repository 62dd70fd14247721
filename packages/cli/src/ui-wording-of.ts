import { english } from "./ui-wording-en.js";
import { french } from "./ui-wording-fr.js";
import { russian } from "./ui-wording-ru.js";
import type { UiWording } from "./ui-wording.js";

/** The languages the command has words in. */
export const uiLanguages = ["en", "fr", "ru"] as const;

/** The command's wording in a locale; English where there is none. */
export function uiWordingOf(locale: string): UiWording {
  const language = locale.toLowerCase().split("-")[0];
  if (language === "fr") return french;
  return language === "ru" ? russian : english;
}
