export { registrationDocuments } from "./policy.js";
