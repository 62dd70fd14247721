import { describe, expectTypeOf, it } from "vitest";
import type { Observe } from "./observation.js";

declare const observe: Observe;

describe("an observation", () => {
  it("holds the fields declared for its event", () => {
    expectTypeOf(observe).toBeCallableWith({ event: "circuit-opened", tenant: "lyon", platform: "medots" });
    expectTypeOf(observe).toBeCallableWith({ event: "worker-started" });
  });

  it("has no place for words, for other fields, or for those of another event", () => {
    // @ts-expect-error There is no message.
    observe({ event: "worker-started", message: "hello" });
    // @ts-expect-error There is no patient.
    observe({ event: "circuit-opened", tenant: "lyon", platform: "medots", patient: "Ms Example" });
    // @ts-expect-error A circuit has no code.
    observe({ event: "circuit-opened", tenant: "lyon", platform: "medots", code: "connection-lost" });
    // @ts-expect-error The tenant is missing.
    observe({ event: "circuit-opened", platform: "medots" });
    // @ts-expect-error There is no such event.
    observe({ event: "patient-found" });
  });
});
