import type { Policy } from "../../language/policy.js";
import { literal } from "./literal.js";
import { decideNameOf } from "./module-of.js";
import { inComment } from "./written.js";

/**
 * The declarations of a policy's module: what may be told to it, and what it answers.
 *
 * @example
 * moduleTypesOf(parking).includes("decideVisitorParking: CompiledDecide<"); // true
 */
export function moduleTypesOf({ id, facts, decisions }: Policy): string {
  return `// The policy ${inComment(id)}, compiled by guichet. Do not edit: compile it anew.
import type { Policy } from "@guichet/rules";
import type { CompiledDecide } from "@guichet/rules/compiled";

type Compiled = Omit<Policy, "id" | "facts" | "decisions"> & ${typeOfData({ id, facts, decisions }, "")};

/** Decides where the facts are right and say enough; otherwise undefined: then ask \`decide\`. */
export declare const ${decideNameOf(id)}: CompiledDecide<Compiled>;
`;
}

/** The type of just this data. */
function typeOfData(data: unknown, margin: string): string {
  if (typeof data !== "object" || data === null) return literal(data);
  const inner = `${margin}  `;
  if (Array.isArray(data)) return `readonly [${data.map((item) => typeOfData(item, inner)).join(", ")}]`;
  const properties = Object.entries(data).map(
    ([name, value]) => `${inner}readonly ${literal(name)}: ${typeOfData(value, inner)};\n`,
  );
  return `{\n${properties.join("")}${margin}}`;
}
