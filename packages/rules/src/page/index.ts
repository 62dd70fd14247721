export { policyPage, type PageOptions } from "./policy-page.js";
export { handbook, type Chapter } from "./handbook.js";
