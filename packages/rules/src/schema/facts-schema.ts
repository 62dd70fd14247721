import * as z from "zod";
import { readFacts } from "../engine/check-facts.js";
import { factLookup, type DeclaredFact } from "../engine/fact-lookup.js";
import { nestFacts } from "../engine/nest-facts.js";
import type { FactsOf, Policy } from "../language/policy.js";
import { kindSchema } from "./kind-schema.js";

/**
 * The zod schema of the facts a policy accepts. It accepts and refuses exactly what `checkFacts` does, because
 * it asks the same function; an issue carries that problem's path and message and never a value.
 *
 * Shape: the output is a copy in its one form, lists in declared order, without what was left out.
 *
 * @example
 * const facts = factsSchema(parking).parse(await request.json());
 */
export function factsSchema<P extends Policy>(policy: P): z.ZodType<FactsOf<P>, FactsOf<P>> {
  const checked = z.preprocess((input, context) => {
    const { values, problems } = readFacts(policy, input);
    for (const { code, message, path, expected } of problems) {
      const at = path === "" ? [] : path.split(".");
      // Without `input`: zod would repeat it in the issue for whoever asks it to report inputs.
      context.issues.push({
        code: "custom",
        path: at,
        message,
        params: { code, expected },
        input: undefined,
      });
    }
    return nestFacts(values);
  }, shapeOfFacts(policy));
  return checked as unknown as z.ZodType<FactsOf<P>, FactsOf<P>>;
}

/**
 * The JSON Schema (draft 2020-12) of the facts a policy accepts, with labels as titles. It accepts whatever
 * `checkFacts` accepts; a `given` condition, and the length of a text once normalised, it cannot say.
 */
export function factsJsonSchema(policy: Policy): z.core.JSONSchema.JSONSchema {
  return z.toJSONSchema(shapeOfFacts(policy), { target: "draft-2020-12", io: "input" });
}

function shapeOfFacts(policy: Policy): z.ZodType {
  const given = (policy.given ?? []).map(({ label }) => ` Given: ${label.replace(/\.$/, "")}.`);
  return strictShape(factLookup(policy).byName, (entry) =>
    "path" in entry ? factSchema(entry) : strictShape(entry, factSchema),
  ).meta({ title: policy.title, description: `${policy.question}${given.join("")}` });
}

function strictShape<Item>(members: ReadonlyMap<string, Item>, schemaOf: (item: Item) => z.ZodType) {
  return z.strictObject(
    Object.fromEntries([...members].map(([name, item]) => [name, schemaOf(item).optional()])),
  );
}

function factSchema({ declared }: DeclaredFact): z.ZodType {
  const unit = declared.unit === undefined ? "" : `Unit: ${declared.unit}. `;
  return kindSchema(declared, { title: declared.label, description: `${unit}Holder: ${declared.holder}.` });
}
