export { caseIdsOf } from "../engine/compiled/case-ids-of.js";
export {
  decideCompiled,
  type CompiledDecide,
  type CompiledModule,
} from "../engine/compiled/decide-compiled.js";
export { decisionText } from "../engine/compiled/decision-text.js";
