import { describe, expect, it } from "vitest";
import { acceptableFindings } from "./accepted.js";
import { codesWith, messagesWith } from "./parking.fixture.js";

const accepted = (finding: unknown, at: unknown, reason: unknown = "It is meant.") => ({
  finding,
  at,
  reason,
});

describe("an accepted finding", () => {
  it.each([
    accepted("gap-reachable", "P-2"),
    accepted("case-redundant", "P-7"),
    accepted("case-unreachable", "welcome"),
    accepted("boundary-uncovered", "visit.earlierVisits"),
    accepted("decision-constant", "minutes"),
    accepted("source-stale", "poster"),
  ])("may be about what the policy has: %j", (one) => {
    expect(messagesWith(["accepts", 1], one)).toEqual([]);
  });

  it.each(acceptableFindings)("is refused about what the policy does not have: %s", (finding) => {
    expect(codesWith(["accepts", 1], accepted(finding, "P-99"))).toEqual(["accepted-unknown"]);
  });

  it.each([
    [accepted("law-broken", "bikes-are-cheap"), ["choice-unknown"]],
    [accepted("cases-conflict", "P-1"), ["choice-unknown"]],
    [accepted("gap-reachable", "P-2", ""), ["text-empty"]],
    [{ finding: "gap-reachable", at: "P-2" }, ["property-missing"]],
    [accepted("fact-unused", "visit.plate"), ["repeated"]],
    ["P-2", ["wrong-type"]],
  ])("is refused: %j", (one, codes) => {
    expect(codesWith(["accepts", 1], one)).toEqual(codes);
  });

  it("suggests what was meant", () => {
    expect(messagesWith(["accepts", 1], accepted("fact-unused", "visit.plat"))).toEqual([
      'visitor-parking, accepts[1].at: no fact "visit.plat"; did you mean "visit.plate"',
    ]);
  });
});
