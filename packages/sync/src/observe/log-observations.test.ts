import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { logObservations, type LogOptions } from "./log-observations.js";
import { observedEvents, type Observation, type ObservedEvent } from "./observation.js";

const intent = "6f1c2a34-0000-4000-8000-000000000001";

function linesOf(
  observations: readonly unknown[],
  options: LogOptions = {},
): readonly Record<string, unknown>[] {
  const lines: string[] = [];
  const observe = logObservations({ write: (line) => void lines.push(line) }, options);
  for (const observation of observations) observe(observation as Observation);
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

const lineOf = (observation: unknown) => linesOf([observation], { level: "debug" })[0];

const delivered = {
  event: "intent-delivered",
  tenant: "lyon-1",
  kind: "medots.booking",
  intent,
  outcome: "done",
  millis: 12.5,
};

describe("a line of the log", () => {
  it("holds the event, its declared fields, its level and the time", () => {
    expect(lineOf(delivered)).toEqual({
      level: "info",
      time: expect.stringMatching(/^\d{4}-.*Z$/),
      ...delivered,
    });
  });

  it("holds nothing that is not declared for its event", () => {
    const extra = {
      patient: "Ms Example",
      message: "hello",
      err: new Error("hello"),
      code: "late",
      payload: { phone: "0" },
    };
    expect(lineOf({ ...delivered, ...extra })).toEqual(
      lineOf(delivered) && { ...lineOf(delivered), time: expect.anything() },
    );
  });

  it.each([
    ["tenant", "Lyon"],
    ["tenant", "lyon 1"],
    ["tenant", 7],
    ["kind", "Ms Example"],
    ["kind", "booking of Ms Example"],
    ["kind", "бронь"],
    ["kind", "k".repeat(65)],
    ["kind", "-"],
    ["kind", "33612345678"],
    ["kind", { toString: () => "booking" }],
    ["intent", "1"],
    ["intent", `${intent} `],
    ["outcome", "1990-01-02"],
    ["outcome", ""],
    ["millis", "12"],
    ["millis", Number.NaN],
    ["millis", Number.POSITIVE_INFINITY],
    ["millis", 12n],
  ])("leaves a field out that holds something else than it should: %s", (field, value) => {
    const line = lineOf({ ...delivered, [field]: value });
    expect(Object.keys(line ?? {})).toEqual(
      Object.keys(lineOf(delivered) ?? {}).filter((key) => key !== field),
    );
  });

  it.each([{ event: "patient-found" }, { event: "toString" }, { event: undefined }, {}])(
    "is not written of %j",
    (odd) => {
      expect(linesOf([odd])).toEqual([]);
    },
  );

  it("is written from its level on", () => {
    const all: Observation[] = [
      { event: "task-done", tenant: "lyon", task: "forget-events", count: 0, millis: 1 },
      { event: "worker-started" },
      { event: "circuit-opened", tenant: "lyon", platform: "medots" },
      { event: "reconciliation-held", tenant: "lyon", feed: "appointments", count: 90 },
    ];
    const levels = (options: LogOptions) => linesOf(all, options).map(({ level }) => level);
    expect(levels({ level: "debug" })).toEqual(["debug", "info", "warn", "error"]);
    expect(levels({})).toEqual(["info", "warn", "error"]);
    expect(levels({ level: "error" })).toEqual(["error"]);
  });

  const events = Object.keys(observedEvents) as ObservedEvent[];
  test.prop([fc.constantFrom(...events), fc.dictionary(fc.string(), fc.anything()), fc.string()])(
    "is JSON in declared fields, whatever is passed",
    (event, given, text) => {
      const fields = Object.fromEntries(observedEvents[event].fields.map((field) => [field, text]));
      const line = lineOf({ ...given, ...fields, event }) ?? {};
      const declared = new Set<string>(["level", "time", "event", ...observedEvents[event].fields]);
      expect(Object.keys(line).filter((key) => !declared.has(key))).toEqual([]);
      expect(
        Object.values(line).every((value) => value !== text || /^[a-z0-9][a-z0-9./:-]*$/.test(text)),
      ).toBe(true);
    },
  );
});
