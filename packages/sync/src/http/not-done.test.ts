import { describe, expect, it } from "vitest";
import { HttpFailure } from "./http-failure.js";
import { notDoneByFailure, notDoneByStatus } from "./not-done.js";

const table: readonly (readonly [number, number | undefined, object])[] = [
  [302, undefined, { outcome: "unknown", code: "status-unexpected" }],
  [400, undefined, { outcome: "refused", code: "validation-refused" }],
  [401, undefined, { outcome: "later", code: "token-refused" }],
  [402, undefined, { outcome: "refused", code: "request-not-understood" }],
  [403, undefined, { outcome: "refused", code: "forbidden" }],
  [404, undefined, { outcome: "refused", code: "not-found" }],
  [405, undefined, { outcome: "refused", code: "request-not-understood" }],
  [407, undefined, { outcome: "refused", code: "request-not-understood" }],
  [408, undefined, { outcome: "unknown", code: "status-unexpected" }],
  [409, undefined, { outcome: "conflict", code: "changed-meanwhile" }],
  [410, undefined, { outcome: "refused", code: "not-found" }],
  [412, undefined, { outcome: "conflict", code: "precondition-failed" }],
  [418, undefined, { outcome: "refused", code: "request-not-understood" }],
  [422, undefined, { outcome: "refused", code: "validation-refused" }],
  [425, undefined, { outcome: "unknown", code: "status-unexpected" }],
  [429, undefined, { outcome: "later", code: "too-many-requests" }],
  [429, 60, { outcome: "later", code: "too-many-requests", afterSeconds: 60 }],
  [499, undefined, { outcome: "refused", code: "request-not-understood" }],
  [500, 60, { outcome: "unknown", code: "server-failed" }],
  [502, undefined, { outcome: "unknown", code: "server-failed" }],
  [503, undefined, { outcome: "unknown", code: "unavailable" }],
  [503, 0, { outcome: "later", code: "unavailable", afterSeconds: 0 }],
  [504, undefined, { outcome: "unknown", code: "server-failed" }],
];

describe("an answer that is no success", () => {
  it.each(table)("with status %i, to come back after %s, means %o", (status, afterSeconds, notDone) => {
    expect(notDoneByStatus(status, afterSeconds)).toEqual(notDone);
  });

  it("or none at all, had no effect only where the request never left", () => {
    expect(notDoneByFailure(new HttpFailure("connection-failed", "notes", "not-sent"))).toEqual({
      outcome: "later",
      code: "connection-failed",
    });
    expect(notDoneByFailure(new HttpFailure("circuit-open", "notes", "not-sent", 30))).toEqual({
      outcome: "later",
      code: "circuit-open",
      afterSeconds: 30,
    });
    expect(notDoneByFailure(new HttpFailure("timed-out", "notes", "maybe"))).toEqual({
      outcome: "unknown",
      code: "timed-out",
    });
  });
});
