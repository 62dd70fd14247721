export { caseIdsOf } from "../engine/compiled/case-ids-of.js";
export {
  decideCompiled,
  type CompiledDecide,
  type CompiledModule,
} from "../engine/compiled/decide-compiled.js";
export { decisionText } from "../engine/compiled/decision-text.js";
// What modules call: each imports the functions it needs.
export {
  dayOrNone,
  groundOf,
  holds,
  isObjectOfFacts,
  isWhole,
  numberOrNone,
  plus,
  plusOrNone,
  readBits,
  readDay,
  readText,
  readTime,
  readWords,
  timeOrNone,
  weekdayOf,
  wrong,
} from "../engine/compiled/tools.js";
