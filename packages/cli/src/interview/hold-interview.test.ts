import { checkFacts, decide, declaredFacts, plainLocale, policyFromJson, type Policy } from "@guichet/rules";
import { describe, expect, it, test } from "vitest";
import { visitorParking } from "../../../rules/src/testing/visitor-parking.js";
import { randomFacts } from "../../../rules/src/testing/random-facts.js";
import { shippedPolicies } from "../load/shipped-policies.js";
import { holdInterview, type Reply, type Respondent } from "./hold-interview.js";
import { nextQuestion, type AskedFact, type Interview } from "./interview.js";
import { problemWith } from "./read-answer.js";

const rerun = process.env["GUICHET_SEED"];
const seeds = rerun === undefined ? Array.from({ length: 40 }, (_, index) => index + 1) : [Number(rerun)];
const policies: readonly Policy[] = [...shippedPolicies.values(), visitorParking];

const from = (policy: Policy, facts: object = {}): Interview => ({
  locale: plainLocale(policy),
  facts,
  unanswered: new Set(),
});

/** Somebody who says one thing to each question, and keeps a list of what was asked. */
function respondent(reply: (question: AskedFact, mayGoBack: boolean) => Reply) {
  const asked: string[] = [];
  const who: Respondent = {
    ask(question, _, mayGoBack) {
      asked.push(question.fact);
      return Promise.resolve(reply(question, mayGoBack));
    },
    tellWhy: ({ fact }) => void asked.push(`why ${fact}`),
  };
  return { who, asked };
}

function valueAt(facts: object, path: string): unknown {
  return path
    .split(".")
    .reduce<unknown>((at, name) => (at as Readonly<Record<string, unknown>>)[name], facts);
}

describe.each(policies.map((policy) => [policy.id, policy] as const))("an interview on %s", (_, policy) => {
  it("that is answered throughout ends as decide does on all the facts, and asks nothing twice", async () => {
    for (const seed of seeds) {
      const facts = randomFacts(policy, seed);
      const { who, asked } = respondent(({ fact }) => ({ says: "answer", value: valueAt(facts, fact) }));
      const held = await holdInterview(from(policy), who);
      const [partly, fully] = [decide(policy, held?.facts ?? {}), decide(policy, facts)];
      const where = `GUICHET_SEED=${seed}`;
      expect([partly.status, partly.outcome], where).toEqual([fully.status, fully.outcome]);
      expect(new Set(asked).size, where).toBe(asked.length);
      expect(asked[0], where).toBe(policy.datedBy);
      for (const fact of asked) expect(declaredFacts(policy.facts).has(fact), where).toBe(true);
    }
  });

  it("accepts each of those answers when it is given", async () => {
    for (const seed of seeds.slice(0, 10)) {
      const facts = randomFacts(policy, seed);
      const who: Respondent = {
        ask({ fact }, now) {
          const value = valueAt(facts, fact);
          expect(problemWith(now, fact, value), `GUICHET_SEED=${seed}, ${fact}`).toBeUndefined();
          return Promise.resolve({ says: "answer", value });
        },
        tellWhy: () => undefined,
      };
      await holdInterview(from(policy), who);
    }
  });

  it("in which every other answer is unknown asks nothing twice, and ends open only on what is unknown", async () => {
    for (const seed of seeds.slice(0, 20)) {
      const facts = randomFacts(policy, seed);
      const unknown = new Set<string>();
      const { who, asked } = respondent(({ fact }) => {
        if (asked.length % 2 === 1) return { says: "answer", value: valueAt(facts, fact) };
        unknown.add(fact);
        return { says: "unknown" };
      });
      const held = await holdInterview(from(policy), who);
      const decision = decide(policy, held?.facts ?? {});
      expect(new Set(asked).size).toBe(asked.length);
      for (const { fact } of decision.needs ?? []) expect(unknown, `GUICHET_SEED=${seed}`).toContain(fact);
    }
  });
});

describe("what somebody may say", () => {
  const known = { visit: { on: "2024-06-05" } };
  const first = nextQuestion(from(visitorParking, known))?.fact ?? "";

  test("the governing date is asked for although it changes no answer: no edition may be in force yet", () => {
    const always = policyFromJson(
      JSON.stringify({
        ...visitorParking,
        decisions: { free: { kind: "boolean", label: "free" } },
        given: [],
        rates: {},
        laws: [],
        editions: [
          {
            inForceFrom: "2024-01-01",
            source: visitorParking.editions[0].source,
            tables: [{ decides: "free", id: "V-1", is: true }],
          },
        ],
      }),
    );
    expect(decide(always, {}).status).toBe("decided");
    expect(nextQuestion(from(always))).toMatchObject({ fact: "visit.on", governs: true, affects: [] });
    expect(nextQuestion(from(always, known))).toBeUndefined();
  });

  test("whoever wants to know why is told, and asked the same again", async () => {
    const { who, asked } = respondent(() => ({ says: asked.length === 1 ? "why" : "end" }));
    await holdInterview(from(visitorParking, known), who);
    expect(asked).toEqual([first, `why ${first}`, first]);
  });

  test("going back takes the last answer away, a skipped question too, and stops at the first", async () => {
    const says: Reply["says"][] = ["unknown", "back", "back", "end"];
    const mayGoBack: boolean[] = [];
    const { who, asked } = respondent((_, may) => {
      mayGoBack.push(may);
      return { says: says[asked.length - 1] ?? "end" } as Reply;
    });
    const held = await holdInterview(from(visitorParking, known), who);
    expect(asked.map((fact) => fact === first)).toEqual([true, false, true, true]);
    expect(mayGoBack).toEqual([false, true, false, false]);
    expect(held).toEqual(from(visitorParking, known));
  });

  test("an end keeps what was said, and a stop keeps nothing", async () => {
    const saying = (last: "end" | "stop") => {
      const { who, asked } = respondent(({ fact }) =>
        asked.length === 1 && fact === "visit.on" ? { says: "answer", value: "2024-06-05" } : { says: last },
      );
      return holdInterview(from(visitorParking), who);
    };
    expect((await saying("end"))?.facts).toEqual(known);
    expect(await saying("stop")).toBeUndefined();
  });

  test("facts that are wrong from the start are refused before anything is asked", async () => {
    const wrong = { visit: { on: "2026-02-30" } };
    expect(checkFacts(visitorParking, wrong)).toHaveLength(1);
    const { who, asked } = respondent(() => ({ says: "end" }));
    await expect(holdInterview(from(visitorParking, wrong), who)).rejects.toMatchObject({
      code: "facts-refused",
    });
    expect(asked).toEqual([]);
  });
});
