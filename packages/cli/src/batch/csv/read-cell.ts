import type { FactDeclaration } from "@guichet/rules";

/** As spreadsheets and people write them. */
const yes = new Set(["true", "yes", "1", "vrai", "oui", "истина", "да"]);
const no = new Set(["false", "no", "0", "faux", "non", "ложь", "нет"]);

/** How a set without elements is written: an empty cell is not known. */
export const emptySet = "[]";

/** What stands between the elements of a set. */
export const setDelimiter = ";";

/**
 * The value a cell stands for; `undefined` where it is empty: not known, and never false or none. Whatever cannot be
 * read stays the text it is, for the check of the facts to refuse.
 */
export function readCell({ kind }: FactDeclaration, cell: string): unknown {
  const text = cell.trim();
  if (text === "") return undefined;
  switch (kind) {
    case "boolean": {
      const word = text.toLowerCase();
      return yes.has(word) ? true : no.has(word) ? false : text;
    }
    case "set-of":
      return text === emptySet ? [] : text.split(setDelimiter).map((element) => element.trim());
    case "integer":
      return /^[+-]?\d+$/.test(text) ? Number(text) : text;
    case "text":
      return cell;
    case "one-of":
    case "date":
    case "time":
      return text;
  }
}
