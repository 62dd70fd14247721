import type { Decision, Explanation, Locale } from "@guichet/rules";

/** A decision, what `explain` says of it, and the locale that says it. */
export interface Explained {
  readonly decision: Decision;
  readonly explanation: Explanation;
  readonly locale: Locale;
}
