import { amend, amendmentFromJson } from "@guichet/rules/verify";
import { appointmentBooking } from "@guichet/rules/policies/appointment-booking";
import { insuranceCoverage } from "@guichet/rules/policies/insurance-coverage";
import { loyaltyDiscount } from "@guichet/rules/policies/loyalty-discount";
import { waitlistOffer } from "@guichet/rules/policies/waitlist-offer";
import { describe, it } from "vitest";
import type { DeskPolicies } from "./front-desk.js";

const amendment = amendmentFromJson("{}");

describe("a desk decides by policies", () => {
  it("as they were issued, and as a clinic amended them", () => {
    ({ appointmentBooking, waitlistOffer, insuranceCoverage, loyaltyDiscount }) satisfies DeskPolicies;
    ({
      appointmentBooking: amend(appointmentBooking, amendment),
      waitlistOffer: amend(waitlistOffer, amendment),
      insuranceCoverage: amend(insuranceCoverage, amendment),
      loyaltyDiscount: amend(loyaltyDiscount, amendment),
    }) satisfies DeskPolicies;
  });

  it("each in its own place", () => {
    // @ts-expect-error another policy
    ({ waitlistOffer: appointmentBooking }) satisfies DeskPolicies;
    // @ts-expect-error an amendment of another policy
    ({ appointmentBooking: amend(loyaltyDiscount, amendment) }) satisfies DeskPolicies;
  });
});
