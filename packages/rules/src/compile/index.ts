export { compile, type Decide } from "../engine/compile/compile.js";
export { decideNameOf, moduleOf, type ModuleOptions } from "../engine/compile/module-of.js";
export { moduleTypesOf } from "../engine/compile/module-types-of.js";
export { caseIdsOf } from "../engine/compiled/case-ids-of.js";
export { decisionText } from "../engine/compiled/decision-text.js";
