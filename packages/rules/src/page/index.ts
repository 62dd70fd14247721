export { policyPage, type PageOptions } from "./policy-page.js";
