export { compile, type Decide } from "../engine/compile/compile.js";
export { sourceOf } from "../engine/compile/source-of.js";
export { caseIdsOf } from "../engine/compiled/case-ids-of.js";
export { decisionText } from "../engine/compiled/decision-text.js";
