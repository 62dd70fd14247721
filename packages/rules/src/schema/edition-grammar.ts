import * as z from "zod";
import type { ConditionGrammar, PartRegistry } from "./condition-grammar.js";
import { daySchema } from "./kind-schema.js";

/** The schemas of editions, and of the parts that rates and sources share with them. */
export interface EditionGrammar {
  readonly edition: z.ZodType;
  /** A row of any table: whether it fits the table is for the loader to say. */
  readonly row: z.ZodType;
  readonly cites: z.ZodType;
  readonly start: z.ZodType;
  readonly text: z.ZodString;
  readonly id: z.ZodString;
}

/** The editions of the language: tables of cases, and where each is written. */
export function editionGrammar(parts: PartRegistry, cells: ConditionGrammar): EditionGrammar {
  const text = z.string().max(1000).regex(/\S/);
  const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/);
  const start = z
    .union([z.literal("open"), daySchema()])
    .register(parts, { title: 'the first day it holds, or "open" for none' });
  const citation = z
    .strictObject({
      document: z.string().register(parts, { title: 'the id of one of the policy\'s "sources"' }),
      section: text,
      confidence: z
        .enum(["certain", "likely", "interpretation"])
        .register(parts, { title: "how sure we are that the source says it" }),
    })
    .register(parts, { id: "citation", title: "a place in a document" });
  const cites = z.array(citation).min(1);
  const sourced = { cites: cites.optional(), gap: gapSchema(parts).optional() };

  const results = z.record(z.string(), cells.expression);
  const row = z
    .strictObject({
      id,
      ...sourced,
      when: cells.condition.optional(),
      then: z.union([cells.expression, results]),
    })
    .register(parts, { title: "a case" });
  const tables = z.union(tableSchemas(parts, cells, { id, ...sourced })).register(parts, {
    id: "table",
    title: "a decision table",
  });
  const remark = z
    .strictObject({ id, about: z.enum(["gap", "conflict"]).optional(), cites })
    .register(parts, { title: "a norm that decides nothing: printed and cited, never run" });
  const edition = z
    .strictObject({
      inForceFrom: start,
      repeats: start.optional(),
      source: citation,
      tables: z.array(tables),
      remarks: z.array(remark).optional(),
    })
    .register(parts, { id: "edition", title: "a page as it was issued; it ends where the next one starts" });
  return { edition, row, cites, start, text, id };
}

interface CaseParts {
  readonly id: z.ZodType;
  readonly cites: z.ZodOptional;
  readonly gap: z.ZodOptional;
}

function tableSchemas(parts: PartRegistry, { condition, expression }: ConditionGrammar, row: CaseParts) {
  const decision = z.string().register(parts, { title: "the decision it answers" });
  const together = z.array(z.string()).min(1).register(parts, { title: "the decisions it answers together" });
  const onlyWhen = condition.optional();
  const when = condition.optional();
  const first = z.enum(["first", "unique"]).register(parts, {
    title: "the first case that holds decides; unique: and no two that hold differ",
  });
  const collect = z.literal("collect").register(parts, { title: "the union of all cases that hold" });
  const results = z.record(z.string(), expression);
  return [
    z.strictObject({
      decides: decision,
      hitPolicy: first,
      onlyWhen,
      cases: z.array(z.strictObject({ ...row, when, then: expression })),
      otherwise: z.strictObject({ ...row, then: expression }),
    }),
    z.strictObject({
      decides: together,
      hitPolicy: first,
      onlyWhen,
      cases: z.array(z.strictObject({ ...row, when, then: results })),
      otherwise: z.strictObject({ ...row, then: results }),
    }),
    z.strictObject({
      decides: decision,
      hitPolicy: collect,
      onlyWhen,
      cases: z.array(z.strictObject({ ...row, when, then: expression })).min(1),
    }),
    z.strictObject({ ...row, id: row.id.optional(), decides: decision, onlyWhen, is: expression }),
  ];
}

function gapSchema(parts: PartRegistry) {
  return z.literal(true).register(parts, { title: "the source is silent here" });
}
