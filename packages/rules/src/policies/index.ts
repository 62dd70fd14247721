export { recordHandover } from "./record-handover/policy.js";
export { teleExpertise } from "./tele-expertise/policy.js";
export { registrationDocuments } from "./registration-documents/policy.js";
export { appointmentBooking } from "./appointment-booking/policy.js";
export { waitlistOffer } from "./waitlist-offer/policy.js";
export { insuranceCoverage } from "./insurance-coverage/policy.js";
export { loyaltyDiscount } from "./loyalty-discount/policy.js";
