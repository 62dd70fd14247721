import { fc, test } from "@fast-check/vitest";
import { expect, it } from "vitest";
import { uuidFrom } from "./uuid-from.js";

it("the UUID of a text is one for ever: it stands in databases and on platforms", () => {
  expect(uuidFrom("wish-1")).toBe("245507d2-9844-812c-ab01-4a25a298d98d");
  expect(uuidFrom("")).toBe("e3b0c442-98fc-8c14-9afb-f4c8996fb924");
});

test.prop([fc.string(), fc.string()])("is of version 8, and another one for another text", (one, other) => {
  expect(uuidFrom(one)).toMatch(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  expect(uuidFrom(one) === uuidFrom(other)).toBe(one === other);
});
