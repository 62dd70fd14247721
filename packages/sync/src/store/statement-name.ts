import { createHash } from "node:crypto";

const names = new Map<string, string>();

/**
 * The name under which a connection keeps a statement prepared. The texts are those of the code, so they are few:
 * whatever differs from call to call is a parameter.
 */
export function statementName(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = createHash("sha256").update(text).digest("hex").slice(0, 32);
  names.set(text, name);
  return name;
}
