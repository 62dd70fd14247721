export { loyaltyDiscount } from "./policy.js";
