import type { VerifyWording } from "./verify-wording.js";
import { english } from "./verify-wording-en.js";
import { french } from "./verify-wording-fr.js";
import { russian } from "./verify-wording-ru.js";

/** The verifier's wording in a locale; English where there is none. */
export function verifyWordingOf(locale: string): VerifyWording {
  const language = locale.toLowerCase().split("-")[0];
  if (language === "fr") return french;
  return language === "ru" ? russian : english;
}
