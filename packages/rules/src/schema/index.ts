export { amendmentJsonSchema } from "./amendment-json-schema.js";
export { decisionJsonSchema } from "./decision-json-schema.js";
export { factsJsonSchema, factsSchema } from "./facts-schema.js";
export { policyJsonSchema } from "./policy-json-schema.js";
export { recordJsonSchema } from "./record-schema.js";
