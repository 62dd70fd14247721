import { expect, it } from "vitest";
import { localeEntries } from "../src/language/locale-entries.js";
import { byId } from "./shipped-policies.js";

/** The norms of the catalogue: how many each policy has, and the number of the first. */
const norms: Readonly<
  Record<string, { readonly prefix: string; readonly first: number; readonly last: number }>
> = {
  "record-handover": { prefix: "RH", first: 1, last: 13 },
  "tele-expertise": { prefix: "TE", first: 0, last: 17 },
  "registration-documents": { prefix: "RD", first: 1, last: 6 },
  "appointment-booking": { prefix: "BK", first: 1, last: 10 },
  "waitlist-offer": { prefix: "WL", first: 1, last: 3 },
  "insurance-coverage": { prefix: "IC", first: 1, last: 7 },
  "loyalty-discount": { prefix: "LD", first: 1, last: 4 },
};

it("all seven policies are shipped", () => {
  expect(byId.map(([id]) => id)).toEqual(Object.keys(norms));
});

it.each(byId)(
  "every norm of %s is a case of its tables, or a remark where it decides nothing",
  (id, { policy }) => {
    const { prefix = "", first = 0, last = -1 } = norms[id] ?? {};
    const { cases, remarks } = localeEntries(policy);
    const shown = new Set([...cases, ...remarks].map((name) => /^[A-Z]+-\d+/.exec(name)?.[0]));
    const expected = Array.from({ length: last - first + 1 }, (_, index) => `${prefix}-${first + index}`);
    expect(expected.filter((norm) => !shown.has(norm))).toEqual([]);
  },
);
