// The same policy inside an engine of json-rules-engine that a clinic already runs, beside a rule of its own.
import { factsForEngine, loadPolicy, outcomeOf } from "@guichet/rules/json-rules-engine";
import { loyaltyDiscount } from "@guichet/rules/policies/loyalty-discount";
import { Engine } from "json-rules-engine";

const ownRule = {
  name: "remind of the check-up",
  conditions: { all: [{ fact: "monthsSinceCheckUp", operator: "greaterThanInclusive", value: 6 }] },
  event: { type: "offer-check-up" },
};

const engine = new Engine([ownRule]);
loadPolicy(engine, loyaltyDiscount, "2026-11-23");

const facts = {
  service: { on: "2026-11-23", line: "hygiene", inProgram: true },
  beneficiary: { kind: "insured", relation: "other", relativeOf: "other" },
  entitlement: { from: "2026-02-01", to: "2027-01-31", openEnded: false },
} as const;
const result = await engine.run({ ...factsForEngine(loyaltyDiscount, facts), monthsSinceCheckUp: 7 });

const { outcome, cases } = await outcomeOf(result, loyaltyDiscount);
console.log(outcome);
console.log(cases);
console.log(result.events.filter(({ type }) => !type.startsWith("guichet")));
