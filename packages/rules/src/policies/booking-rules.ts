import type { Source } from "../language/index.js";

/** A clinic's rules for booking, which three policies rest on. */
export const bookingRules = {
  title: "Rules of a clinic for booking a first visit, consultation or examination (since 2023-01-04)",
  kind: "house-rule",
  dated: true,
  checkedOn: "2026-11-21",
  jurisdiction: "RU",
} satisfies Source;
