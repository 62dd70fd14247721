/** What is assumed about a text: a word it equals, words it does not equal, or whether it equals another text. */
export type TextAssumption = { readonly key: string; readonly text: string } & (
  | { readonly word: string }
  | { readonly not: readonly string[] }
  | { readonly other: string; readonly same: boolean }
);

/**
 * Whether texts exist that meet all assumptions. There are infinitely many texts, so a text that equals none of
 * the words can always be found; only equalities can clash.
 */
export function textsAgree(assumptions: readonly TextAssumption[]): boolean {
  const leader = new Map<string, string>();
  const leaderOf = (text: string): string => {
    const next = leader.get(text);
    return next === undefined ? text : leaderOf(next);
  };
  for (const one of assumptions) {
    if (!("same" in one) || !one.same) continue;
    const [left, right] = [leaderOf(one.text), leaderOf(one.other)];
    if (left !== right) leader.set(left, right);
  }
  const words = new Map<string, string>();
  for (const one of assumptions) {
    if (!("word" in one)) continue;
    const group = leaderOf(one.text);
    if ((words.get(group) ?? one.word) !== one.word) return false;
    words.set(group, one.word);
  }
  return assumptions.every((one) => {
    const word = words.get(leaderOf(one.text));
    if ("not" in one) return word === undefined || !one.not.includes(word);
    if (!("same" in one) || one.same) return true;
    const [left, right] = [leaderOf(one.text), leaderOf(one.other)];
    return left !== right && (word === undefined || word !== words.get(right));
  });
}
