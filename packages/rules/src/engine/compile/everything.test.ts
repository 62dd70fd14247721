import { describe, expect, it } from "vitest";
import { randomFacts } from "../../testing/random-facts.js";
import { caseIdsIn } from "../compiled/case-ids-in.fixture.js";
import { CompiledDecision } from "../compiled/compiled-decision.js";
import { decisionText } from "../compiled/decision-text.js";
import { decide } from "../decide.js";
import type { Decision } from "../decision.js";
import { evaluate, type Value } from "../evaluate.js";
import { factsBehind } from "../facts-behind.js";
import { segmentOn } from "../timeline.js";
import { Compilation, type Backend } from "./compilation.js";
import { everything } from "./everything.fixture.js";
import { exportOf } from "./export-of.fixture.js";
import { moduleOf } from "./module-of.js";

/** Facts that are drawn. */
const draws = 120;

/** Facts that go together, on days of both editions. */
function drawn(seed: number): object {
  const facts = randomFacts(everything, seed) as {
    readonly urgent: boolean;
    readonly visit: { readonly on: string; readonly endsOn: string };
  };
  const on = `${seed % 4 === 0 ? "2027" : "2026"}${facts.visit.on.slice(4).replace("02-29", "02-28")}`;
  const endsOn = facts.visit.endsOn < on ? on : facts.visit.endsOn;
  return { ...facts, known: !facts.urgent, visit: { ...facts.visit, on, endsOn } };
}

describe.each<Backend>(["generated", "closures"])("one of everything, compiled to %s", (backend) => {
  const compiled = new Compilation(everything, backend);

  it("runs as it was asked to", () => {
    expect(compiled.backend).toBe(backend);
  });

  it("is decided as the specification decides it, cases, reasons and all", () => {
    for (let seed = 1; seed <= draws; seed += 1) {
      const facts = drawn(seed);
      const got = compiled.decide(facts);
      expect(got && decisionText(got as Decision), `seed ${seed}`).toBe(
        JSON.stringify(decide(everything, facts)),
      );
      if (!(got instanceof CompiledDecision)) expect.fail("it is no decision");
      const known: ReadonlyMap<string, Value> = factsBehind(got);
      const segment = segmentOn(everything, got.governingDate);
      const expected = segment && evaluate(everything, segment, (path) => known.get(path) ?? "none");
      expect(caseIdsIn(got), `seed ${seed}`).toEqual(expected?.cases);
    }
  });

  it("is decided alike by its module, made ahead of time", () => {
    const decideAhead = exportOf(moduleOf(everything));
    for (let seed = 1; seed <= draws / 4; seed += 1) {
      const facts = drawn(seed);
      expect(JSON.stringify(decideAhead(facts))).toBe(JSON.stringify(compiled.decide(facts)));
    }
  });

  it("is left to others where what is given does not hold", () => {
    const facts = drawn(1);
    expect(compiled.decide(facts)).toBeDefined();
    expect(
      compiled.decide({ ...facts, known: (facts as { readonly urgent: boolean }).urgent }),
    ).toBeUndefined();
  });
});
