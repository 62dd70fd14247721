import type { Citation } from "../../language/citation.js";
import type { Amendment } from "./amendment.js";

/** What a change cites: the amendment's own document, unless it says more. */
export function citesOf(
  { id, title }: Amendment,
  cites: readonly [Citation, ...Citation[]] | undefined,
): readonly [Citation, ...Citation[]] {
  return cites ?? [{ document: id, section: title, confidence: "certain" }];
}
