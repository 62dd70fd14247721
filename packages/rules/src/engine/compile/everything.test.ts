import { describe, expect, it } from "vitest";
import { randomFacts } from "../../testing/random-facts.js";
import { decisionText } from "../compiled/decision-text.js";
import { decide } from "../decide.js";
import type { Decision } from "../decision.js";
import { Compilation, type Backend } from "./compilation.js";
import { everything } from "./everything.fixture.js";

/** Facts that are drawn; one in three of them goes together. */
const draws = Number(process.env["GUICHET_DRAWS"] ?? 300);

describe.each<Backend>(["generated", "closures"])("one of everything, compiled to %s", (backend) => {
  const compiled = new Compilation(everything, backend);

  it("runs as it was asked to", () => {
    expect(compiled.backend).toBe(backend);
  });

  it("is decided as the diagrams decide it, cases, reasons and all", () => {
    let decided = 0;
    for (let seed = 1; seed <= draws; seed += 1) {
      const facts = randomFacts(everything, seed);
      const got = compiled.decide(facts);
      if (got === undefined) continue;
      decided += 1;
      expect(decisionText(got as Decision), `seed ${seed}`).toBe(JSON.stringify(decide(everything, facts)));
    }
    expect(decided).toBeGreaterThan(draws / 5);
  });
});
