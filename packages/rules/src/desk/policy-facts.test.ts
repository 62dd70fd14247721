import * as z from "zod";
import { describe, expect, it } from "vitest";
import { recordHandover } from "../policies/record-handover/policy.js";
import { GuichetError } from "../language/problem.js";
import { policyFacts } from "./policy-facts.js";
import { readInput } from "./read-input.js";

const shape = z.strictObject({ visits: z.array(z.strictObject({ facts: policyFacts(recordHandover) })) });

function problemsWith(facts: unknown) {
  try {
    readInput("task", shape, { visits: [{ facts }] });
  } catch (error) {
    if (GuichetError.isInstance(error)) return error.problems;
  }
  return [];
}

describe("facts of a policy inside an input", () => {
  it("are read into their one form, and any of them may be missing", () => {
    const facts = { record: { specialties: ["orthodontics", "general"] } };
    expect(readInput("task", shape, { visits: [{ facts }, { facts: {} }] })).toEqual({
      visits: [{ facts: { record: { specialties: ["general", "orthodontics"] } } }, { facts: {} }],
    });
  });

  it("are refused with the policy's own words, at their place in the input, all at once", () => {
    expect(problemsWith({ request: { by: "Ms Example", writen: true } })).toEqual([
      expect.objectContaining({
        code: "value-not-listed",
        path: "visits[0].facts.request.by",
        where: "task, visits[0].facts.request.by",
        message: expect.stringMatching(/^task, visits\[0\]\.facts\.request\.by: .+; supply one of "patient"/),
      }),
      expect.objectContaining({
        code: "unknown-fact",
        message: 'task, visits[0].facts.request.writen: unknown fact; did you mean "written"',
      }),
    ]);
  });

  it("are refused when they contradict what the policy gives", () => {
    const record = { oldestInformationOn: "2026-02-02", newestInformationOn: "2026-02-01" };
    expect(problemsWith({ record })).toMatchObject([
      { code: "contradiction", path: "visits[0].facts.record.oldestInformationOn" },
    ]);
  });

  it.each([undefined, null, 7, "facts", []])("are refused when they are no object: %j", (facts) => {
    expect(problemsWith(facts)).toMatchObject([{ code: "not-an-object", path: "visits[0].facts" }]);
  });
});
