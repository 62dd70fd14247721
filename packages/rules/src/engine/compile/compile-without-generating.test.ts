import { expect, it } from "vitest";
import { Compilation } from "./compilation.js";
import { everything } from "./everything.fixture.js";
import { mayGenerate } from "./may-generate.js";

it("whether code may be generated is tried once: what is forbidden then is not tried again", () => {
  const allowed = globalThis.Function;
  globalThis.Function = function forbidden(): never {
    throw new EvalError("forbidden");
  } as unknown as FunctionConstructor;
  try {
    expect(mayGenerate()).toBe(false);
  } finally {
    globalThis.Function = allowed;
  }
  expect(mayGenerate()).toBe(false);
  expect(new Compilation(everything).backend).toBe("closures");
});
