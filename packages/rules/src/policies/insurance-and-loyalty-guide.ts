import type { Source } from "../language/index.js";

/** A clinic group's guide to insurance and loyalty, which two policies rest on. */
export const insuranceAndLoyaltyGuide = {
  title:
    "Voluntary medical insurance (DMS) and loyalty program: guide of a group of dental clinics (undated)",
  kind: "house-rule",
  dated: false,
  checkedOn: "2026-11-21",
  jurisdiction: "RU",
} satisfies Source;
