export { teleExpertise } from "./policy.js";
