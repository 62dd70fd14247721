import { dayOf, listsOf, objectOf } from "./read-facts.js";

const entitledKinds = new Map([
  ["insured", true],
  ["corporate-employee", true],
  ["relative", false],
  ["other", false],
]);
const closeRelations = new Map([
  ["husband", true],
  ["wife", true],
  ["son", true],
  ["daughter", true],
  ["other", false],
]);
const entitledRelatives = new Map([
  ["insured", true],
  ["corporate-employee", true],
  ["other", false],
]);
const discountedLines = new Map([
  ["therapeutic-dentistry", true],
  ["implantology", true],
  ["prosthodontics", true],
  ["orthodontics", true],
  ["surgery", false],
  ["periodontics", false],
  ["hygiene", false],
  ["paediatrics", false],
  ["diagnostics", false],
  ["other", false],
]);

const notEntitled = 1;
const tooEarly = 2;
const tooLate = 4;
const otherLine = 8;
const inProgramme = 16;
const caseLists = listsOf(["LD-3", "LD-4-not-yet", "LD-4-no-longer", "LD-1-other-line", "LD-2"]);
const refusalLists = caseLists.map((_, held) =>
  Object.freeze([
    ...(held & notEntitled ? ["not-entitled"] : []),
    ...(held & (tooEarly | tooLate) ? ["outside-entitlement-period"] : []),
    ...(held & otherLine ? ["service-line-not-eligible"] : []),
    ...(held & inProgramme ? ["covered-by-program"] : []),
  ]),
);
const given: readonly string[] = Object.freeze(["LD-1"]);
const notGiven: readonly string[] = Object.freeze(["LD-1-no-discount"]);

export function loyaltyDiscount(raw: unknown) {
  const facts = objectOf(raw, 3);
  const beneficiary = facts && objectOf(facts["beneficiary"], 3);
  const entitlement = facts && objectOf(facts["entitlement"], 3);
  const service = facts && objectOf(facts["service"], 3);
  if (!beneficiary || !entitlement || !service) return undefined;
  const byKind = entitledKinds.get(beneficiary["kind"] as string);
  const isClose = closeRelations.get(beneficiary["relation"] as string);
  const byRelative = entitledRelatives.get(beneficiary["relativeOf"] as string);
  const isDiscounted = discountedLines.get(service["line"] as string);
  if (byKind === undefined || isClose === undefined || byRelative === undefined) return undefined;
  const { openEnded } = entitlement;
  const { inProgram } = service;
  if (isDiscounted === undefined || typeof openEnded !== "boolean" || typeof inProgram !== "boolean") {
    return undefined;
  }
  const from = dayOf(entitlement["from"]);
  const to = dayOf(entitlement["to"]);
  const on = dayOf(service["on"]);
  if (from === 0 || to === 0 || on === 0) return undefined;

  let held = 0;
  if (!byKind && !(beneficiary["kind"] === "relative" && isClose && byRelative)) held = notEntitled;
  else {
    if (on < from) held = tooEarly;
    if (!openEnded && on > to) held |= tooLate;
  }
  if (!isDiscounted) held |= otherLine;
  if (inProgram) held |= inProgramme;
  return {
    outcome: { refusals: refusalLists[held], discountPercent: held === 0 ? 7 : 0 },
    cases: { refusals: caseLists[held], discountPercent: held === 0 ? given : notGiven },
  };
}
