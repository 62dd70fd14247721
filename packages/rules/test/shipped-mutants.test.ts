import { expect, it } from "vitest";
import { mutationScore } from "../src/testing/mutation-score.js";
import { byId } from "./shipped-policies.js";

/** A part of the mutants, always the same; all of them by `npm run mutants`. */
const most = process.env["GUICHET_MUTANTS"] === "all" ? {} : { most: 40 };

/** An example shows an answer, and before the first edition there is none: a day too early there goes unseen. */
const unseen = / inForceFrom$/;

it.each(byId)("the examples and laws of %s notice every mistake", { timeout: 900_000 }, (id, one) => {
  const { answers, reasons } = mutationScore(one.policy, { examples: one.examples }, most);
  const { tried, noticed, equivalent, percent } = answers;
  console.log(
    `${id}: ${noticed} of ${tried - equivalent} noticed (${percent} %), ` +
      `${equivalent} equivalent, ${reasons.tried} about reasons only`,
  );
  expect(answers.survivors.filter(({ where }) => !unseen.test(where))).toEqual([]);
  expect(noticed).toBeGreaterThanOrEqual(0.95 * (tried - equivalent));
  expect(noticed).toBeGreaterThan(equivalent);
});
