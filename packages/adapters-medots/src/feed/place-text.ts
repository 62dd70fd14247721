import { GuichetError, problemAt } from "@guichet/rules";

/** How far a reading came, as the text that is stored between its pages. */
export function placeText(numbers: readonly number[]): string {
  return numbers.join(".");
}

/** The numbers of such a text. Errors: `place-malformed` for a text that is not ours. */
export function numbersOfPlace(text: string, count: number): readonly number[] {
  const numbers = text.split(".").map(Number);
  if (numbers.length !== count || !numbers.every(Number.isSafeInteger)) {
    throw new GuichetError("place-malformed", [
      problemAt(
        "place-malformed",
        "medots, place in a list",
        "not one of ours",
        "read the list from its start",
      ),
    ]);
  }
  return numbers;
}
