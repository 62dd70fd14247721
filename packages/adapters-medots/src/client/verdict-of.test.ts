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
const failed = (effect: "not-sent" | "maybe", afterSeconds?: number): Reply => ({
  kind: "failed",
  code: "circuit-open",
  effect,
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
    [400, "refused", "validation-refused"],
    [401, "later", "token-refused"],
    [403, "refused", "forbidden"],
    [404, "refused", "not-found"],
    [405, "refused", "request-not-understood"],
    [408, "unknown", "status-unexpected"],
    [409, "conflict", "changed-meanwhile"],
    [412, "conflict", "changed-meanwhile"],
    [422, "refused", "validation-refused"],
    [425, "unknown", "status-unexpected"],
    [429, "later", "too-many-requests"],
    [302, "unknown", "status-unexpected"],
    [500, "unknown", "server-failed"],
    [502, "unknown", "server-failed"],
    [504, "unknown", "server-failed"],
  ])("with status %i is %s, as %s", (status, outcome, code) => {
    expect(verdictOf(answered(status))).toEqual({ outcome, code });
  });

  it("says how long to wait where the platform did", () => {
    expect(verdictOf(answered(429, undefined, 30))).toEqual({
      outcome: "later",
      code: "too-many-requests",
      afterSeconds: 30,
    });
  });

  it("with status 503 had no effect only where the platform names a time to come back", () => {
    expect(verdictOf(answered(503, undefined, 0))).toMatchObject({ outcome: "later", afterSeconds: 0 });
    expect(verdictOf(answered(503))).toEqual({ outcome: "unknown", code: "unavailable" });
  });

  it("that never came had no effect only when nothing was sent", () => {
    expect(verdictOf(failed("not-sent", 5))).toEqual({
      outcome: "later",
      code: "circuit-open",
      afterSeconds: 5,
    });
    expect(verdictOf(failed("not-sent"))).toEqual({ outcome: "later", code: "circuit-open" });
    expect(verdictOf(failed("maybe"))).toEqual({ outcome: "unknown", code: "circuit-open" });
  });
});
