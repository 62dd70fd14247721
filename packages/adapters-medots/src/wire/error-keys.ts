/** The key of the answer to an appointment that overlaps another. It comes with status 200. */
export const intersectsKey = "appointment_intersects_with_existing_ones";

/**
 * The error keys that an answer holds, without the `errors.` in front; none when it is no error.
 *
 * Their form is not known beyond one key that was seen somewhere in a body. So a key counts wherever it stands: as a
 * name or as a text. What people wrote is not looked into: a key is one word that follows `errors`.
 */
export function errorKeysOf(body: unknown): readonly string[] {
  const keys = new Set<string>();
  const visit = (value: unknown, inErrors: boolean, depth: number): void => {
    if (depth > 6) return;
    if (typeof value === "string") {
      const key = keyForm.exec(value)?.groups;
      if (key?.["key"] !== undefined && (inErrors || key["prefix"] !== undefined)) keys.add(key["key"]);
    } else if (Array.isArray(value)) {
      for (const item of value) visit(item, inErrors, depth + 1);
    } else if (typeof value === "object" && value !== null) {
      for (const [name, item] of Object.entries(value)) {
        if (inErrors || name.startsWith("errors.")) visit(name, inErrors, depth + 1);
        visit(item, inErrors || errorNames.has(name), depth + 1);
      }
    }
  };
  visit(body, false, 0);
  return [...keys];
}

const errorNames: ReadonlySet<string> = new Set(["error", "errors"]);
const keyForm = /^(?<prefix>errors\.)?(?<key>[a-z][a-z0-9_]{2,80})$/;
