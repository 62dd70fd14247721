import { GuichetError, problemAt } from "@guichet/rules";

/** What an adapter does that none may do. */
export function contractBreach(what: string, todo: string): GuichetError<"contract-broken"> {
  return new GuichetError("contract-broken", [problemAt("contract-broken", "adapter contract", what, todo)]);
}

/** Throws unless it holds. */
export function holds(condition: boolean, what: string, todo: string): asserts condition {
  if (!condition) throw contractBreach(what, todo);
}
