import { isDay, isOneOf, objectOf } from "./read-facts.js";

const groups = new Set(["beneficiary", "entitlement", "service"]);
const beneficiaryNames = new Set(["kind", "relation", "relativeOf"]);
const entitlementNames = new Set(["from", "to", "openEnded"]);
const serviceNames = new Set(["on", "line", "inProgram"]);
const kinds = new Set(["insured", "corporate-employee", "relative", "other"]);
const relations = new Set(["husband", "wife", "son", "daughter", "other"]);
const relatives = new Set(["insured", "corporate-employee", "other"]);
const lines = new Set([
  "therapeutic-dentistry",
  "implantology",
  "prosthodontics",
  "orthodontics",
  "surgery",
  "periodontics",
  "hygiene",
  "paediatrics",
  "diagnostics",
  "other",
]);

export function loyaltyDiscount(raw: unknown) {
  const facts = objectOf(raw, groups);
  const beneficiary = facts && objectOf(facts["beneficiary"], beneficiaryNames);
  const entitlement = facts && objectOf(facts["entitlement"], entitlementNames);
  const service = facts && objectOf(facts["service"], serviceNames);
  if (!beneficiary || !entitlement || !service) return undefined;
  const { kind, relation, relativeOf } = beneficiary;
  const { from, to, openEnded } = entitlement;
  const { on, line, inProgram } = service;
  if (!isOneOf(kind, kinds) || !isOneOf(relation, relations) || !isOneOf(relativeOf, relatives))
    return undefined;
  if (!isDay(from) || !isDay(to) || typeof openEnded !== "boolean") return undefined;
  if (!isDay(on) || !isOneOf(line, lines) || typeof inProgram !== "boolean") return undefined;

  const isFamily =
    relation === "husband" || relation === "wife" || relation === "son" || relation === "daughter";
  const entitled =
    kind === "insured" ||
    kind === "corporate-employee" ||
    (kind === "relative" && isFamily && (relativeOf === "insured" || relativeOf === "corporate-employee"));
  const refusals: string[] = [];
  const cases: string[] = [];
  if (!entitled) {
    refusals.push("not-entitled");
    cases.push("LD-3");
  } else {
    if (on < from) cases.push("LD-4-not-yet");
    if (!openEnded && on > to) cases.push("LD-4-no-longer");
    if (cases.length > 0) refusals.push("outside-entitlement-period");
  }
  if (
    line !== "therapeutic-dentistry" &&
    line !== "implantology" &&
    line !== "prosthodontics" &&
    line !== "orthodontics"
  ) {
    refusals.push("service-line-not-eligible");
    cases.push("LD-1-other-line");
  }
  if (inProgram) {
    refusals.push("covered-by-program");
    cases.push("LD-2");
  }
  const refused = refusals.length > 0;
  return {
    outcome: { refusals, discountPercent: refused ? 0 : 7 },
    cases: { refusals: cases, discountPercent: refused ? ["LD-1-no-discount"] : ["LD-1"] },
  };
}
