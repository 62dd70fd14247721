import type { WireClient } from "../wire/client.js";

/** What is known of a person. What is left out, or empty, is unknown. */
export interface PersonKnown {
  readonly phone: string;
  readonly surname: string;
  readonly name?: string | undefined;
  readonly secondName?: string | undefined;
  readonly birthdate?: string | undefined;
}

/** `same`: all that is known agrees, and it is enough to tell. `unclear`: too little is known to tell. */
export type Likeness = "same" | "another" | "unclear";

/**
 * Whether an entry that was found by telephone and surname is of a person. Another first name, patronymic or birth date
 * is another person: relatives share the rest. Enough is known where surname, first name and telephone are the same, and
 * the birth date as well, or neither side has one.
 */
export function compareClient(registered: WireClient, person: PersonKnown): Likeness {
  const names = compareTexts(registered.name, person.name);
  const secondNames = compareTexts(registered.secondName, person.secondName);
  const birthdates = compareTexts(registered.birthdate, person.birthdate);
  if ([names, secondNames, birthdates].includes("differ")) return "another";
  const isEnough =
    names === "agree" &&
    birthdates !== "one-unknown" &&
    // A surname changes and is misspelt, and so is a number: that alone makes nobody another person.
    compareTexts(registered.surname, person.surname) === "agree" &&
    sameNumber(registered.phone ?? "", person.phone);
  return isEnough ? "same" : "unclear";
}

/** The same to who reads them: of whatever case, with ё or е, however many spaces are between and around. */
function compareTexts(left = "", right = ""): "agree" | "differ" | "one-unknown" | "both-unknown" {
  const plain = (text: string): string =>
    text.normalize("NFC").trim().toLowerCase().replaceAll("ё", "е").replace(/\s+/g, " ");
  const [one, other] = [plain(left), plain(right)];
  if (one === "" || other === "") return one === other ? "both-unknown" : "one-unknown";
  return one === other ? "agree" : "differ";
}

/** By the last ten digits: the same Russian number is written with +7, with 8 or with neither. */
function sameNumber(left: string, right: string): boolean {
  const digits = (phone: string): string => phone.replace(/\D/g, "").slice(-10);
  return digits(left) !== "" && digits(left) === digits(right);
}
