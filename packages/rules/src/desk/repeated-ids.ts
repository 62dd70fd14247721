import { inputProblem, type InputPath, type InputProblem } from "./read-input.js";

/** A problem for each item of a list whose id an earlier item has. */
export function repeatedIds(
  task: string,
  path: InputPath,
  items: readonly { readonly id: string }[],
): readonly InputProblem[] {
  const seen = new Set<string>();
  return items.flatMap(({ id }, index) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    const at = [...path, index, "id"];
    return [inputProblem(task, at, "id-repeated", "an earlier one has the same id", "give each its own id")];
  });
}
