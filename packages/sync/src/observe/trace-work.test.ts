import { SpanStatusCode } from "@opentelemetry/api";
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from "@opentelemetry/sdk-trace-base";
import { describe, expect, it } from "vitest";
import { GuichetError, problemAt } from "@guichet/rules";
import { traceWork } from "./trace-work.js";

const exporter = new InMemorySpanExporter();
const tracer = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }).getTracer(
  "test",
);

function lastSpan() {
  const span = exporter.getFinishedSpans().at(-1);
  if (!span) throw new Error("no span");
  return span;
}

describe("a span", () => {
  it("holds the name of the work, its declared fields, and gives its result", async () => {
    const result = await traceWork(tracer, "pull-feed", { tenant: "lyon", feed: "appointments" }, () =>
      Promise.resolve(7),
    );
    expect(result).toBe(7);
    expect(lastSpan()).toMatchObject({
      name: "pull-feed",
      attributes: { tenant: "lyon", feed: "appointments" },
    });
    expect(lastSpan().status.code).toBe(SpanStatusCode.UNSET);
    expect(lastSpan().ended).toBe(true);
  });

  it("keeps of an error its code, and passes the error on", async () => {
    const error = new GuichetError("store-busy", [problemAt("store-busy", "Ms Example", "is", "here")]);
    await expect(traceWork(tracer, "run-task", {}, () => Promise.reject(error))).rejects.toBe(error);
    expect(lastSpan()).toMatchObject({
      attributes: { code: "store-busy" },
      status: { code: SpanStatusCode.ERROR },
      events: [],
    });
    expect(JSON.stringify([lastSpan().status, lastSpan().attributes, lastSpan().events])).not.toContain(
      "Example",
    );
  });

  it("keeps of a foreign error nothing at all", async () => {
    const error = new Error("Ms Example", { cause: new Error("Ms Example") });
    await expect(traceWork(tracer, "run-task", {}, () => Promise.reject(error))).rejects.toBe(error);
    expect(lastSpan()).toMatchObject({ attributes: { code: "unexpected" }, events: [] });
    expect(lastSpan().status).toEqual({ code: SpanStatusCode.ERROR });
  });

  it("drops a field that holds something else than it should", async () => {
    await traceWork(tracer, "run-task", { tenant: "Ms Example", task: "forget-events" }, () =>
      Promise.resolve(),
    );
    expect(lastSpan().attributes).toEqual({ task: "forget-events" });
  });
});
