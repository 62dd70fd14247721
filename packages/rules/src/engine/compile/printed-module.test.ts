import { describe, expect, it } from "vitest";
import { everythingPrinted } from "./everything-printed.fixture.js";
import { everything } from "./everything.fixture.js";
import { moduleOf } from "./module-of.js";
import { moduleTypesOf } from "./module-types-of.js";

describe("what is printed of a policy", () => {
  it("is these lines: people audit them, so they change on purpose only", () => {
    expect(moduleOf(everything)).toBe(everythingPrinted);
  });

  it("has its own declarations, of what may be told and what is answered", () => {
    const { facts, decisions } = everything;
    const { urgent, side } = facts;
    const { lacking } = decisions;
    const small = { ...everything, facts: { urgent, place: { side } }, decisions: { lacking } };
    expect(moduleTypesOf(small as typeof everything)).toBe(types);
  });
});

const types = `// The policy everything, compiled by guichet. Do not edit: compile it anew.
import type { Policy } from "@guichet/rules";
import type { CompiledDecide } from "@guichet/rules/compiled";

type Compiled = Omit<Policy, "id" | "facts" | "decisions"> & {
  readonly "id": "everything";
  readonly "facts": {
    readonly "urgent": {
      readonly "kind": "boolean";
      readonly "label": "a fact";
      readonly "holder": "desk";
      readonly "privacy": "internal";
    };
    readonly "place": {
      readonly "side": {
        readonly "kind": "one-of";
        readonly "values": readonly ["north", "south", "east"];
        readonly "label": "a fact";
        readonly "holder": "desk";
        readonly "privacy": "internal";
      };
    };
  };
  readonly "decisions": {
    readonly "lacking": {
      readonly "kind": "set-of";
      readonly "values": readonly ["a", "b", "c", "d"];
      readonly "label": "lacking";
    };
  };
};

/** Decides where the facts are right and say enough; otherwise undefined: then ask \`decide\`. */
export declare const decideEverything: CompiledDecide<Compiled>;
`;
