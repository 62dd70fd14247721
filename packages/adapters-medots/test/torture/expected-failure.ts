import { GuichetError } from "@guichet/rules";
import { ProcessEnded } from "@guichet/sync/testing";
import { ReadFailure } from "@guichet/adapters-medots";

/** What a process meets when others fail it: whoever asked asks again. */
export function isExpected(error: unknown): boolean {
  if (error instanceof ProcessEnded || error instanceof ReadFailure) return true;
  return (
    GuichetError.isInstance(error) &&
    ["store-unreachable", "outcome-unknown", "store-busy"].includes(error.code)
  );
}
