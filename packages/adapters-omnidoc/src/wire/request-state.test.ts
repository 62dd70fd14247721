import { describe, expect, it } from "vitest";
import { neutralDialect } from "./dialect.js";
import { nextStates, requestState, requestStates } from "./request-state.js";
import { serviceRequest } from "./service-request.js";

const stateOf = (status: string, split?: string) =>
  requestState(
    serviceRequest.parse({
      resourceType: "ServiceRequest",
      status,
      intent: "proposal",
      extension:
        split === undefined ? [] : [{ url: neutralDialect.extensions.splitActiveStatus, valueCode: split }],
    }),
    neutralDialect,
  );

describe("where a request stands", () => {
  it("is split in two while it is active, by the extension", () => {
    expect([stateOf("active", "ready"), stateOf("active", "in_progress")]).toEqual(["ready", "in-progress"]);
  });

  it("is active where nobody says which, or in a word nobody has described", () => {
    expect([stateOf("active"), stateOf("active", "parked")]).toEqual(["active", "active"]);
  });

  it.each(["constructor", "__proto__", "toString"])("is a word of ours, also where theirs is %s", (word) => {
    expect([stateOf("active", word), stateOf(word, word)]).toEqual(["active", "unknown"]);
  });

  it("is revoked for the status that FHIR R4 has not", () => {
    expect([stateOf("cancelled"), stateOf("revoked")]).toEqual(["revoked", "revoked"]);
  });

  it("is not split by an extension that was left behind", () => {
    expect(stateOf("completed", "in_progress")).toBe("completed");
  });

  it("is unknown for a status nobody has described, never a guess", () => {
    expect(stateOf("parked")).toBe("unknown");
  });

  it("has a course that ends where it is answered, revoked or taken back", () => {
    const ends = requestStates.filter((state) => nextStates[state].length === 0);
    expect(ends).toEqual(["completed", "revoked", "entered-in-error", "unknown"]);
  });
});
