export { waitlistOffer } from "./policy.js";
