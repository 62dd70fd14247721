export { appointmentBooking } from "./policy.js";
