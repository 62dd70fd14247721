import { english } from "./wording-en.js";
import { french } from "./wording-fr.js";
import { russian } from "./wording-ru.js";
import type { DeskWording } from "./wording.js";

/** The wording of the desk tasks in a language; English where there is none. */
export function deskWordingOf(language: string): DeskWording {
  const known = language.toLowerCase().split("-")[0];
  if (known === "fr") return french;
  return known === "ru" ? russian : english;
}
