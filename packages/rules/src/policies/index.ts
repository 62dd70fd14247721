export { recordHandover } from "./record-handover/index.js";
export { teleExpertise } from "./tele-expertise/index.js";
export { registrationDocuments } from "./registration-documents/index.js";
export { appointmentBooking } from "./appointment-booking/index.js";
export { waitlistOffer } from "./waitlist-offer/index.js";
export { insuranceCoverage } from "./insurance-coverage/index.js";
export { loyaltyDiscount } from "./loyalty-discount/index.js";
