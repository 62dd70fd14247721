import { expect, it } from "vitest";
import { teleExpertise } from "../policies/tele-expertise/index.js";
import { teleExpertiseFr } from "../policies/tele-expertise/fr.js";
import { diffDays } from "./diff-policies.js";
import { witnessInWords } from "./witness-in-words.js";

it("a witness reads fact by fact, as declared, in the words of the locale", () => {
  const witness = {
    usage: { responderActs: 1200 },
    consent: { informedOf: ["reason", "return-mode"], given: true },
    act: { on: "2026-01-01" },
  };
  expect(
    witnessInWords(witness, teleExpertiseFr).map(({ fact, value }) => [fact, value.replaceAll(/\s/g, " ")]),
  ).toEqual([
    ["act.on", "1er janvier 2026"],
    ["consent.given", "oui"],
    ["consent.informedOf", "motif de la demande, mode de retour de la réponse"],
    ["usage.responderActs", "1 200"],
  ]);
});

it("a complete witness leaves no fact out", () => {
  const [change] = diffDays(teleExpertise, "2025-12-31", "2026-01-01").periods[0]?.changes ?? [];
  const said = witnessInWords(change?.classes[0]?.witness ?? {}, teleExpertiseFr);
  expect(said.map(({ label }) => label).toSorted()).toEqual(
    Object.values(teleExpertiseFr.labels.facts).toSorted(),
  );
  for (const { value } of said) expect(value).not.toBe("");
});
