import type { AppointmentWording } from "./wording.js";
import { english } from "./wording-en.js";
import { french } from "./wording-fr.js";
import { russian } from "./wording-ru.js";

/** The wording in a locale; English where there is none. */
export function appointmentWordingOf(locale: string): AppointmentWording {
  const language = locale.toLowerCase().split("-")[0];
  if (language === "fr") return french;
  return language === "ru" ? russian : english;
}
