import { describe, expect, it } from "vitest";
import type { WireClient } from "../wire/client.js";
import { compareClient, type Likeness, type PersonKnown } from "./compare-client.js";

const entry: WireClient = {
  id: 40,
  surname: "Primerova",
  name: "Zoya",
  secondName: "Petrovna",
  phone: "+79990000001",
  birthdate: "1980-02-28",
  sex: undefined,
};
const person: PersonKnown = {
  surname: "Primerova",
  name: "Zoya",
  secondName: "Petrovna",
  phone: "8 (999) 000-00-01",
  birthdate: "1980-02-28",
};
describe("an entry on MEDOTS and a person", () => {
  it.each<[string, Partial<WireClient>, Partial<PersonKnown>, Likeness]>([
    ["are the same where all that is known agrees", {}, {}, "same"],
    ["are the same however the names are written", { surname: " primerova ", name: "ZOYA" }, {}, "same"],
    ["are the same with ё or е", { name: "Семён" }, { name: "семен" }, "same"],
    ["are the same with more spaces", { name: "Anna  Maria" }, { name: " Anna Maria " }, "same"],
    ["are the same where one has no patronymic", { secondName: undefined }, {}, "same"],
    [
      "are the same where neither has a birth date",
      { birthdate: undefined },
      { birthdate: undefined },
      "same",
    ],
    ["are two people by another first name", { name: "Vera" }, {}, "another"],
    ["are two people by another birth date", { birthdate: "1980-02-29" }, {}, "another"],
    ["are two people by another patronymic", { secondName: "Ivanovna" }, {}, "another"],
    [
      "are two people by a first name, the birth date being unknown",
      { name: "Vera", birthdate: undefined },
      {},
      "another",
    ],
    ["are not told apart without a first name", {}, { name: undefined }, "unclear"],
    ["are not told apart by an empty name", { name: "  " }, {}, "unclear"],
    ["are not told apart where only the entry has a birth date", {}, { birthdate: undefined }, "unclear"],
    ["are not told apart where only the person has one", { birthdate: undefined }, {}, "unclear"],
    ["are not told apart by a surname that is only alike", { surname: "Primerovaya" }, {}, "unclear"],
    ["are not told apart by another number", { phone: "+79990000002" }, {}, "unclear"],
    ["are not told apart without a number", { phone: undefined }, {}, "unclear"],
  ])("%s", (_, registered, known, likeness) => {
    expect(compareClient({ ...entry, ...registered }, { ...person, ...known })).toBe(likeness);
  });

  it("are not told apart by surname and telephone: relatives share both", () => {
    expect(compareClient(entry, { surname: person.surname, phone: person.phone })).toBe("unclear");
  });
});
