import * as z from "zod";
import { factLookup } from "../engine/fact-lookup.js";
import type { DecisionDeclaration } from "../language/decision.js";
import type { Policy } from "../language/policy.js";
import type { RateDeclaration } from "../language/rate.js";
import { daySchema, kindSchema } from "./kind-schema.js";

/**
 * The JSON Schema (draft 2020-12) of a policy's decisions as JSON, format `guichet-decision/1`, one shape per
 * status, with labels as titles.
 */
export function decisionJsonSchema(policy: Policy): z.core.JSONSchema.JSONSchema {
  return z.toJSONSchema(decisionSchema(policy), { target: "draft-2020-12" });
}

const none = z.array(z.never()).max(0);

function decisionSchema(policy: Policy): z.ZodType {
  const declared = Object.entries(policy.decisions).filter(([, decision]) => decision.internal !== true);
  const outcome = Object.fromEntries(declared.map(([name, decision]) => [name, valueSchema(decision)]));
  const open = Object.fromEntries(declared.map(([name, decision]) => [name, openSchema(decision)]));
  const names = z.enum(declared.map(([name]) => name));
  const always = {
    format: z.literal("guichet-decision/1"),
    policy: z.literal(policy.id),
    edition: z.union([z.literal("open"), daySchema(), z.null()]),
    governingDate: daySchema().nullable(),
    amendments: z.array(z.string()),
    fingerprint: z
      .string()
      .regex(/^sha256:[0-9a-f]{64}$/)
      .nullable(),
  };
  const reasons = { because: z.array(becauseSchema(policy, names)), freshness: freshnessSchema() };
  return z
    .discriminatedUnion("status", [
      z.strictObject({
        ...always,
        status: z.literal("decided"),
        outcome: z.strictObject(outcome),
        open: z.strictObject({}),
        needs: none,
        ...reasons,
      }),
      z.strictObject({
        ...always,
        status: z.literal("open"),
        outcome: z.strictObject(outcome).partial(),
        open: z.strictObject(open).partial(),
        needs: z.array(needSchema(policy, names)),
        ...reasons,
      }),
      z.strictObject({ ...always, status: z.literal("not-in-force") }),
    ])
    .meta({ title: policy.title, description: policy.question });
}

function valueSchema(decision: DecisionDeclaration): z.ZodType {
  const value = kindSchema(decision, aboutValue(decision));
  return decision.orNone === true
    ? z.union([value, z.literal("none")]).meta({ title: decision.label })
    : value;
}

function aboutValue(decision: DecisionDeclaration): {
  readonly title: string;
  readonly description?: string;
} {
  if (decision.kind !== "amount") return { title: decision.label };
  return { title: decision.label, description: `${decision.currency}, in minor units (cents).` };
}

/** What an open decision can still be, without the correlations between decisions. */
function openSchema(decision: DecisionDeclaration): z.ZodType {
  const about = { title: decision.label };
  switch (decision.kind) {
    case "boolean":
      return z.strictObject({ oneOf: z.array(z.boolean()).min(2) }).meta(about);
    case "one-of":
      return z.strictObject({ oneOf: z.array(z.enum(decision.values)).min(2) }).meta(about);
    case "set-of": {
      const elements = z.array(z.enum(decision.values));
      return z.strictObject({ certain: elements, possible: elements.min(1) }).meta(about);
    }
    default: {
      const bound = kindSchema(decision, aboutValue(decision)).nullable();
      return z.strictObject({ from: bound, to: bound, none: z.literal(true).optional() }).meta(about);
    }
  }
}

function needSchema(policy: Policy, decisions: z.ZodType): z.ZodType {
  const facts = [...factLookup(policy).byPath.values()];
  return z.strictObject({
    fact: z.enum(facts.map(({ path }) => path)).meta({ title: "what to ask, the most useful first" }),
    holder: z.enum(facts.map(({ declared }) => declared.holder)).meta({ title: "who can tell" }),
    affects: z.array(decisions).min(1).meta({ title: "the open decisions that depend on it" }),
  });
}

function becauseSchema(policy: Policy, decisions: z.ZodType): z.ZodType {
  const confidence = z.enum(["certain", "likely", "interpretation"]);
  const documents = z.enum(Object.keys(policy.sources));
  const from = z.union([z.literal("open"), daySchema()]);
  const rates = Object.entries(policy.rates).map(([name, rate]) =>
    z.strictObject({
      name: z.literal(name),
      for: z.array(z.string()).optional(),
      value: rateSchema(rate),
      from,
    }),
  );
  return z.strictObject({
    decision: decisions,
    cases: z.array(z.strictObject({ id: z.string(), certain: z.boolean() })),
    rates: rates.length === 0 ? none : z.array(z.union(rates)),
    cites: z.array(z.strictObject({ document: documents, section: z.string(), confidence })),
    confidence: confidence.meta({ title: "the least of the confidences of what it cites" }),
    gap: z.boolean().meta({ title: "the source is silent here" }),
  });
}

function rateSchema(rate: RateDeclaration): z.ZodType {
  const value = kindSchema(rate, { title: rate.label });
  return rate.orNone === true ? z.union([value, z.literal("none")]) : value;
}

function freshnessSchema() {
  return z.strictObject({
    checkedOn: daySchema().meta({ title: "the day the least recently checked source was compared" }),
    dated: z.boolean().meta({ title: "every source used says from when it holds" }),
    stale: z.boolean().nullable().meta({ title: "checked too long before the governing date" }),
  });
}
