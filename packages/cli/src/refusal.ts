import { GuichetError, problemAt } from "@guichet/rules";

/** Refuses what somebody wants decided: facts, or lines of facts, that cannot be read. */
export function inputRefusal(code: string, where: string, what: string, todo: string): GuichetError {
  return new GuichetError("input-refused", [problemAt(code, where, what, todo)]);
}

/** Refuses how the command was called: a name, a file or an option that does not fit. */
export function usageRefusal(code: string, where: string, what: string, todo: string): GuichetError {
  return new GuichetError("usage-refused", [problemAt(code, where, what, todo)]);
}

/** Says that a file could not be written; a refusal stays what it is. */
export function unwritable(path: string, error: NodeJS.ErrnoException): Error {
  if (error.code === undefined || error.name === "GuichetError") return error;
  const what = `it cannot be written (${error.code})`;
  return usageRefusal("output-unwritable", path, what, "check the path, its rights and the free space");
}
