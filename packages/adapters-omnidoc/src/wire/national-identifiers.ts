/** The French identifiers a tele-expertise names people and places by. */
export type NationalIdentifier = "rpps" | "adeli" | "finess" | "ins";

/**
 * Whether a text is such an identifier: RPPS 11 digits, ADELI 9 signs, FINESS 9 signs (both start with a department,
 * of Corsica `2A` or `2B`), INS 13 signs and a key of two digits that must fit.
 */
export function isNational(kind: NationalIdentifier, value: string): boolean {
  return shapes[kind].test(value) && (kind !== "ins" || keyFits(value));
}

/**
 * The identifier in its own form: exchanges that put what it is in front of it (8 before an RPPS number, 0 before an
 * ADELI number) are understood. `undefined` when it is none.
 */
export function nationalFrom(kind: NationalIdentifier, value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const bare = value.replaceAll(/\s/g, "").toUpperCase();
  const prefix = prefixes[kind];
  return [bare, ...(prefix !== undefined && bare.startsWith(prefix) ? [bare.slice(1)] : [])].find((one) =>
    isNational(kind, one),
  );
}

const shapes: Readonly<Record<NationalIdentifier, RegExp>> = {
  rpps: /^\d{11}$/,
  adeli: /^(\d\d|2[AB])\d{7}$/,
  finess: /^(\d\d|2[AB])\d{7}$/,
  ins: /^[1-478]\d{4}(\d\d|2[AB])\d{8}$/,
};

const prefixes: Readonly<Partial<Record<NationalIdentifier, string>>> = { rpps: "8", adeli: "0" };

/** The key of a registration number is 97 less the rest of its division by 97; 2A counts as 19, 2B as 18. */
function keyFits(value: string): boolean {
  const digits = value.replace("2A", "19").replace("2B", "18");
  return Number(digits.slice(13)) === 97 - (Number(digits.slice(0, 13)) % 97);
}
