import type { PageWording } from "./page-wording.js";
import { english } from "./page-wording-en.js";
import { french } from "./page-wording-fr.js";
import { russian } from "./page-wording-ru.js";

/** The page's wording in a locale; English where there is none. */
export function pageWordingOf(locale: string): PageWording {
  const language = locale.toLowerCase().split("-")[0];
  if (language === "fr") return french;
  return language === "ru" ? russian : english;
}
