import * as z from "zod";
import { conditionGrammar, type PartRegistry, type PartWords } from "./condition-grammar.js";
import { editionGrammar, type EditionGrammar } from "./edition-grammar.js";
import { daySchema } from "./kind-schema.js";
import { sourceSchema } from "./policy-json-schema.js";

/**
 * The JSON Schema (draft 2020-12) of amendment files, for editors. It does not know the words of the policy, so it
 * accepts every amendment that loads, and some that a policy refuses.
 */
export function amendmentJsonSchema(): z.core.JSONSchema.JSONSchema {
  const parts: PartRegistry = z.registry<PartWords>();
  return z.toJSONSchema(amendmentSchema(parts), { target: "draft-2020-12", io: "input", metadata: parts });
}

function amendmentSchema(parts: PartRegistry): z.ZodType {
  const grammar = editionGrammar(parts, conditionGrammar(parts));
  const { text, id } = grammar;
  return z
    .strictObject({
      id: id.clone().register(parts, { title: "names it in decisions, and its document in citations" }),
      policy: text.clone().register(parts, { title: "the id of the policy it amends" }),
      title: text.clone().register(parts, { title: "what it changes, in the policy's first language" }),
      source: sourceSchema(parts, grammar),
      from: daySchema(),
      to: daySchema().optional(),
      changes: z.array(changeSchema(parts, grammar)).min(1).max(1000),
      texts: z.record(z.string(), textsSchema(grammar)).optional(),
    })
    .register(parts, { title: "Guichet amendment" });
}

function changeSchema(parts: PartRegistry, { row, cites, start, id }: EditionGrammar): z.ZodType {
  const name = z.string();
  const edition = start.clone().register(parts, { title: "the first day of the edition as it was issued" });
  return z.union([
    z
      .strictObject({
        rate: name,
        for: z.array(z.string()).min(1).max(2).optional(),
        value: z.union([z.int(), z.string(), z.array(z.string())]),
        cites: cites.optional(),
      })
      .register(parts, { title: "another value of a rate" }),
    z
      .strictObject({ edition, decision: name, case: row, before: id.optional() })
      .register(parts, { title: "a case more" }),
    z
      .strictObject({ edition, replaces: id, case: row })
      .register(parts, { title: "a case in the place of another" }),
    z
      .strictObject({ element: id, of: z.array(z.string()).min(1) })
      .register(parts, { title: "an element more, in sets" }),
  ]);
}

function textsSchema({ text }: EditionGrammar): z.ZodType {
  const texts = z.record(z.string(), text).optional();
  return z.strictObject({ cases: texts, values: texts, source: text.optional(), sections: texts });
}
