import * as z from "zod";

/** What an editor shows beside a part of a policy file; parts with an id become definitions of the JSON Schema. */
export interface PartWords {
  readonly id?: string;
  readonly title?: string;
  readonly description?: string;
  readonly minProperties?: number;
}

export type PartRegistry = z.core.$ZodRegistry<PartWords>;

/** The schemas of what stands in a table's cells. */
export interface ConditionGrammar {
  readonly condition: z.ZodType;
  readonly expression: z.ZodType;
}

const operators = [
  ...["equal", "notEqual", "in", "notIn"],
  ...["lessThan", "lessThanInclusive", "greaterThan", "greaterThanInclusive"],
  ...["contains", "doesNotContain", "isEmpty"],
] as const;

/** The conditions and expressions of the language, as far as they can be told without a policy's words. */
export function conditionGrammar(parts: PartRegistry): ConditionGrammar {
  const params = z.strictObject({ by: z.array(z.string()) }).optional();
  const reference = z.strictObject({ fact: z.string(), params }).register(parts, {
    id: "reference",
    title: "a name",
    description: 'A fact "group.name", a rate "rate.name" or an earlier decision "decision.name".',
  });
  const list = z.array(z.union([z.string(), z.int()])).min(1);
  const comparison = z.strictObject({
    fact: z.string().register(parts, { title: "what is compared" }),
    params,
    operator: z.enum(operators).register(parts, { title: "how it is compared" }),
    value: z
      .union([z.boolean(), z.int(), z.string(), list, reference])
      .register(parts, { title: "with what" }),
  });
  comparison.register(parts, { id: "comparison", title: "a comparison" });
  const condition: z.ZodType = z.lazy(() => anyCondition);
  const anyCondition = z
    .union([
      z.strictObject({ all: z.array(condition).min(1) }).register(parts, { title: "all of these hold" }),
      z
        .strictObject({ any: z.array(condition).min(1) })
        .register(parts, { title: "at least one of these holds" }),
      z.strictObject({ not: condition }).register(parts, { title: "this does not hold" }),
      comparison,
    ])
    .register(parts, { id: "condition", title: "a condition" });

  const expression: z.ZodType = z.lazy(() => anyExpression);
  const literal = z.union([z.boolean(), z.int(), z.string(), z.array(z.string())]);
  const duration = z.string().regex(/^P(?:\d{1,5}[YMWD]){1,4}$/);
  const anyExpression = z
    .union([
      literal,
      reference,
      z
        .strictObject({ plus: z.tuple([expression, duration]) })
        .register(parts, { title: "a day and a term" }),
      z.strictObject({ weekdayOf: expression }).register(parts, { title: "the weekday of a day" }),
      z
        .strictObject({ minus: z.tuple([expression, expression]) })
        .register(parts, { title: "one set without another" }),
      anyCondition,
    ])
    .register(parts, { id: "expression", title: "an expression" });
  return { condition: anyCondition, expression: anyExpression };
}
