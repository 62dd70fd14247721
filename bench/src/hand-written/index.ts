import type { Answer } from "../variant.js";
import { loyaltyDiscount } from "./loyalty-discount.js";
import { recordHandover } from "./record-handover.js";
import { teleExpertise } from "./tele-expertise.js";

/** The hand-written function of a policy, by its id. */
export const handWritten: Readonly<Record<string, (facts: unknown) => Answer | undefined>> = {
  "tele-expertise": teleExpertise as (facts: unknown) => Answer | undefined,
  "loyalty-discount": loyaltyDiscount as (facts: unknown) => Answer | undefined,
  "record-handover": recordHandover as (facts: unknown) => Answer | undefined,
};
