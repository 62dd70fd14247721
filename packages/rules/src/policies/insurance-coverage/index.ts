export { insuranceCoverage } from "./policy.js";
