import type { InvoiceLineInput } from "./invoice-input.js";
import { grossOf, isCount, isCurrency, largestAmount } from "./money.js";

/** A problem that a line alone does not show, at a path from the list of lines. */
export interface LinesProblem {
  readonly path: readonly PropertyKey[];
  readonly code: string;
  /** What is wrong; what to do. */
  readonly said: string;
}

/** What is wrong with the lines together, and with their sums. What is wrong with a line alone is passed over. */
export function linesProblems(lines: readonly unknown[]): readonly LinesProblem[] {
  if (lines.length === 0) return [{ path: [], code: "no-lines", said: "no line; supply at least one" }];
  const ids = new Set<string>();
  const totals = new Map<string, bigint>();
  const problems = lines.flatMap((line, index) => {
    const found: LinesProblem[] = [];
    const { id, currency, unitPriceMinor, quantity = 1 } = Object(line) as Partial<InvoiceLineInput>;
    if (typeof id === "string") {
      if (ids.has(id)) found.push({ path: [index, "id"], ...repeated });
      ids.add(id);
    }
    if (!isCount(unitPriceMinor, 0) || !isCount(quantity, 1)) return found;
    const gross = grossOf(unitPriceMinor, quantity);
    if (gross > largestAmount) found.push({ path: [index], ...lineTooLarge });
    else if (typeof currency === "string" && isCurrency(currency)) {
      totals.set(currency, (totals.get(currency) ?? 0n) + gross);
    }
    return found;
  });
  const tooLarge = [...totals].filter(([, total]) => total > largestAmount);
  return [...problems, ...tooLarge.map(([currency]) => totalTooLarge(currency))];
}

const repeated = {
  code: "id-repeated",
  said: "an earlier line has the same id; give each its own id",
};

const lineTooLarge = {
  code: "amount-too-large",
  said: `price times quantity is more than ${largestAmount}; correct the price or the quantity`,
};

function totalTooLarge(currency: string): LinesProblem {
  const said = `the lines in ${currency} are more than ${largestAmount} together; split the invoice`;
  return { path: [], code: "total-too-large", said };
}
