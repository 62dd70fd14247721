import * as z from "zod";
import { acceptableFindings } from "../language/accepted.js";
import { conditionGrammar, type PartRegistry, type PartWords } from "./condition-grammar.js";
import { editionGrammar, type EditionGrammar } from "./edition-grammar.js";
import { daySchema } from "./kind-schema.js";

/**
 * The JSON Schema (draft 2020-12) of policy files, for editors. It knows the language and not the words of one
 * policy, so it accepts every policy that loads, and some that do not.
 */
export function policyJsonSchema(): z.core.JSONSchema.JSONSchema {
  const parts: PartRegistry = z.registry<PartWords>();
  return z.toJSONSchema(policySchema(parts), { target: "draft-2020-12", io: "input", metadata: parts });
}

function policySchema(parts: PartRegistry): z.ZodType {
  const cells = conditionGrammar(parts);
  const grammar = editionGrammar(parts, cells);
  const { text, id, edition } = grammar;
  const given = z.strictObject({ id, label: text, holds: cells.condition });
  const never = z.strictObject({ id, label: text, never: cells.condition });
  const monotone = z.strictObject({ id, label: text, monotone: monotoneSchema() });
  return z
    .strictObject({
      id: z
        .string()
        .max(100)
        .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/),
      title: text,
      question: text.clone().register(parts, { title: "the question it answers" }),
      jurisdiction: text,
      datedBy: z.string().register(parts, { title: "the date fact that selects the edition" }),
      locales: z
        .array(z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/))
        .min(1)
        .register(parts, { title: "the locales of its messages; labels are written in the first" }),
      sources: z.record(id, sourceSchema(parts, grammar)),
      facts: factsGrammar(parts, grammar),
      given: z.array(given).optional().register(parts, { title: "what facts always meet together" }),
      decisions: z.record(nameSchema(), z.union(kindGrammar(decisionAbout(grammar), decisionKinds))),
      rates: z.record(nameSchema(), z.union(rateGrammar(grammar))),
      editions: z.array(edition).min(1),
      laws: z
        .array(z.union([never, monotone]))
        .optional()
        .register(parts, { title: "what must stay true" }),
      amendments: z
        .array(amendedSchema(grammar))
        .optional()
        .register(parts, { title: "the amendments of a clinic it carries" }),
      accepts: z.array(acceptedSchema(grammar)).optional().register(parts, {
        title: "findings of the verifier that are right as they are",
      }),
    })
    .register(parts, { title: "Guichet policy" });
}

const factKinds = ["boolean", "one-of", "set-of", "integer", "date", "time", "text"] as const;
const decisionKinds = ["boolean", "one-of", "set-of", "integer", "amount", "date", "time"] as const;

type KindWord = (typeof factKinds | typeof decisionKinds)[number];

/** One shape per kind: what every declaration says, and what this kind says beside. */
function kindGrammar(about: Readonly<Record<string, z.ZodType>>, kinds: readonly KindWord[]) {
  const values = z.array(z.string()).min(1);
  return kinds.map((kind) => {
    const shape = { ...about, kind: z.literal(kind) };
    switch (kind) {
      case "one-of":
      case "set-of":
        return z.strictObject({ ...shape, values });
      case "integer":
        return z.strictObject({ ...shape, min: z.int().optional(), max: z.int().optional() });
      case "amount":
        return z.strictObject({ ...shape, currency: z.string().regex(/^[A-Z]{3}$/) });
      default:
        return z.strictObject(shape);
    }
  });
}

function factsGrammar(parts: PartRegistry, { text }: EditionGrammar): z.ZodType {
  const about = {
    label: text,
    unit: text.optional(),
    holder: z
      .enum(["patient", "desk", "practitioner", "record", "MIS", "platform", "insurer"])
      .register(parts, { title: "who can tell" }),
    privacy: z
      .enum(["public", "internal", "personal", "health"])
      .register(parts, { title: "who may see it; only public and internal values stand in messages" }),
  };
  const fact = z.union(kindGrammar(about, factKinds)).register(parts, { id: "fact", title: "a fact" });
  const group = z
    .record(nameSchema(), fact)
    .register(parts, { title: "facts of one group", minProperties: 1 });
  return z.record(nameSchema(), z.union([fact, group]));
}

function decisionAbout({ text }: EditionGrammar) {
  const answer = z.union([z.boolean(), z.int(), z.string(), z.array(z.string())]);
  const mark = z.literal(true).optional();
  return { label: text, internal: mark, default: answer.optional(), orNone: mark };
}

function rateGrammar({ text, start, cites }: EditionGrammar) {
  const value = z.union([z.int(), z.string(), z.array(z.string())]);
  const row = z.strictObject({ for: z.array(z.string()).max(2).optional(), from: start, value, cites });
  const about = {
    label: text,
    orNone: z.literal(true).optional(),
    by: z.array(z.string()).min(1).max(2).optional(),
    rows: z.array(row).min(1),
  };
  return kindGrammar(about, ["amount", "integer", "date", "set-of"]);
}

/** The schema of a described document. */
export function sourceSchema(parts: PartRegistry, { text }: EditionGrammar): z.ZodType {
  return z.strictObject({
    title: text,
    kind: z.enum(["house-rule", "guidance", "agreement", "statute"]),
    dated: z.boolean().register(parts, { title: "the document says from when it holds" }),
    checkedOn: daySchema().register(parts, { title: "the day the data was last compared with it" }),
    jurisdiction: text.optional(),
    address: text.optional(),
  });
}

function acceptedSchema({ text }: EditionGrammar) {
  return z.strictObject({ finding: z.enum(acceptableFindings), at: z.string(), reason: text });
}

function amendedSchema({ text, id }: EditionGrammar) {
  const period = z.strictObject({ from: daySchema(), to: daySchema().optional() });
  return z.strictObject({ id, title: text, holds: z.array(period) });
}

function monotoneSchema() {
  return z.strictObject({ moreOf: z.string(), neverMeans: z.enum(["more", "less"]), of: z.string() });
}

function nameSchema() {
  return z.string().regex(/^[a-z][A-Za-z0-9]{0,99}$/);
}
