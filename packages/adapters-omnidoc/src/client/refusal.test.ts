import { GuichetError, problemAt } from "@guichet/rules";
import { HttpFailure } from "@guichet/sync/http";
import { describe, expect, it } from "vitest";
import { notDoneOf, Refusal } from "./refusal.js";

describe("what was thrown by a request", () => {
  it("is what it means: a refusal, no answer, or an answer that cannot be read", () => {
    const conflict = { outcome: "conflict", code: "changed-meanwhile" } as const;
    expect(notDoneOf(new Refusal(conflict, "update"))).toEqual(conflict);
    expect(notDoneOf(new HttpFailure("timed-out", "omnidoc", "maybe"))).toEqual({
      outcome: "unknown",
      code: "timed-out",
    });
    const broken = problemAt("resource-broken", "ServiceRequest", "no id", "tell the platform");
    expect(notDoneOf(new GuichetError("resource-broken", [broken]))).toEqual({
      outcome: "unknown",
      code: "resource-broken",
    });
  });

  it("hides no mistake of our own", () => {
    expect(() => notDoneOf(new RangeError("ours"))).toThrow("ours");
  });
});
