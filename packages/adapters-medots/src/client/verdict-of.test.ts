import { HttpFailure } from "@guichet/sync/http";
import { describe, expect, it } from "vitest";
import type { Reply } from "./reply.js";
import { verdictOf } from "./verdict-of.js";

const answered = (status: number, body?: unknown, afterSeconds?: number): Reply => ({
  kind: "answered",
  status,
  body,
  etag: undefined,
  afterSeconds,
});
const collision = "errors.appointment_intersects_with_existing_ones";

describe("the reply to a write", () => {
  it.each([
    ["as a name", { [collision]: ["…"] }],
    ["as a text", { message: collision }],
    ["in a list", { errors: [collision] }],
    ["as a nested name", { errors: { appointment_intersects_with_existing_ones: true } }],
    ["beside an id", { id: 7, errors: [collision] }],
  ])("is a conflict when status 200 holds the key of a collision %s", (_, body) => {
    expect(verdictOf(answered(200, body))).toEqual({ outcome: "conflict", code: "appointment-intersects" });
  });

  it("is refused when status 200 holds another error, and accepted when it holds none", () => {
    expect(verdictOf(answered(200, { errors: ["errors.user_is_absent"] }))).toEqual({
      outcome: "refused",
      code: "answered-with-error",
    });
    for (const body of [{ id: 7 }, { id: 7, errors: [] }, { id: 7, note: "no errors. all_is_well" }]) {
      expect(verdictOf(answered(200, body))).toEqual({ outcome: "accepted", body });
    }
  });

  it.each([
    [199, "unknown", "status-unexpected"],
    [300, "unknown", "status-unexpected"],
    [412, "conflict", "precondition-failed"],
    [422, "refused", "validation-refused"],
    [500, "unknown", "server-failed"],
  ])("with status %i is %s, as %s, whatever its body says", (status, outcome, code) => {
    expect(verdictOf(answered(status, { errors: [collision] }))).toEqual({ outcome, code });
  });

  it("says how long to wait where the platform did", () => {
    expect(verdictOf(answered(429, undefined, 30))).toEqual({
      outcome: "later",
      code: "too-many-requests",
      afterSeconds: 30,
    });
  });

  it("that never came is what the failure says", () => {
    const failure = new HttpFailure("circuit-open", "medots", "not-sent", 5);
    expect(verdictOf({ kind: "failed", failure })).toEqual({
      outcome: "later",
      code: "circuit-open",
      afterSeconds: 5,
    });
  });
});
