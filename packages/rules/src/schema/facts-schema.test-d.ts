import { expectTypeOf, it } from "vitest";
import type * as z from "zod";
import type { FactsOf } from "../language/index.js";
import type { teleExpertise } from "../policies/tele-expertise/index.js";
import type { factsSchema } from "./facts-schema.js";

type Schema = ReturnType<typeof factsSchema<typeof teleExpertise>>;

it("infers the facts of the policy, as input and as output", () => {
  expectTypeOf<z.infer<Schema>>().toEqualTypeOf<FactsOf<typeof teleExpertise>>();
  expectTypeOf<z.input<Schema>>().toEqualTypeOf<FactsOf<typeof teleExpertise>>();
});

it("knows the values of a fact", () => {
  type Acted = NonNullable<z.infer<Schema>["act"]>;
  expectTypeOf<Acted["region"]>().toEqualTypeOf<"metropolitan" | "overseas" | undefined>();
});
