import { compareStarts, dayBefore } from "../../engine/timeline.js";
import type { Edition } from "../../language/edition.js";
import type { Policy } from "../../language/policy.js";

/** An edition as it was issued, and its last day; `null` while none has followed it. */
export interface Issued {
  readonly edition: Edition;
  readonly to: string | null;
  readonly next: Edition | undefined;
}

/** The editions of a policy in the order in which they came into force. */
export function issuedEditions(policy: Policy): readonly Issued[] {
  const editions = policy.editions.toSorted((left, right) =>
    compareStarts(left.inForceFrom, right.inForceFrom),
  );
  return editions.map((edition, index) => {
    const next = editions[index + 1];
    return { edition, next, to: next ? dayBefore(next.inForceFrom) : null };
  });
}

export function issuedOn(editions: readonly Issued[], day: string): Issued | undefined {
  return editions.findLast(({ edition }) => compareStarts(edition.inForceFrom, day) <= 0);
}

/** The earlier of two last days; `null` is none. */
export function earlier(left: string | null, right: string | null): string | null {
  if (left === null || right === null) return left ?? right;
  return left < right ? left : right;
}
