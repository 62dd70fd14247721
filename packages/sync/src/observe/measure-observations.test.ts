import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from "@opentelemetry/sdk-metrics";
import { describe, expect, it, onTestFinished } from "vitest";
import { measureObservations } from "./measure-observations.js";
import { observedEvents, observeBy, type Observation } from "./observation.js";

const intent = "6f1c2a34-0000-4000-8000-000000000001";

/** What the meter holds after some observations: by metric, the value for each set of attributes. */
async function measured(observations: readonly Observation[]) {
  const exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
  const reader = new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: 3_600_000 });
  const provider = new MeterProvider({ readers: [reader] });
  onTestFinished(() => provider.shutdown());
  const observe = observeBy(measureObservations(provider.getMeter("test")));
  for (const observation of observations) observe(observation);
  await provider.forceFlush();
  const metrics =
    exporter
      .getMetrics()
      .at(-1)
      ?.scopeMetrics.flatMap((scope) => scope.metrics) ?? [];
  return Object.fromEntries(
    metrics.map(({ descriptor, dataPoints }) => [
      descriptor.name,
      dataPoints.map(({ attributes, value }) => [
        attributes,
        typeof value === "object" ? [value.count, value.sum] : value,
      ]),
    ]),
  );
}

const at = { tenant: "lyon", kind: "medots.booking", intent };

describe("the metrics", () => {
  it("count and time deliveries by tenant, kind and outcome, not by intent", async () => {
    const metrics = await measured([
      { event: "intent-delivered", ...at, outcome: "done", millis: 500 },
      { event: "intent-delivered", ...at, outcome: "done", millis: 1500 },
      { event: "intent-delayed", ...at, outcome: "unknown", code: "connection-lost", millis: 1000 },
      { event: "intent-turned-down", ...at, outcome: "conflict", code: "changed-meanwhile", millis: 1000 },
      { event: "intent-set-aside", ...at, code: "absence-proves-nothing", millis: 1000 },
    ]);
    const { tenant, kind } = at;
    const unknown = { tenant, kind, outcome: "unknown", code: "connection-lost" };
    const turnedDown = { tenant, kind, outcome: "conflict", code: "changed-meanwhile" };
    const aside = { tenant, kind, outcome: "set-aside", code: "absence-proves-nothing" };
    expect(metrics["guichet.intent.deliveries"]).toEqual([
      [{ tenant, kind, outcome: "done" }, 2],
      [unknown, 1],
      [turnedDown, 1],
      [aside, 1],
    ]);
    expect(metrics["guichet.intent.delivery.duration"]).toEqual([
      [{ tenant, kind, outcome: "done" }, [2, 2]],
      [unknown, [1, 1]],
      [turnedDown, [1, 1]],
      [aside, [1, 1]],
    ]);
  });

  it("hold the queue and its lag as they were last seen", async () => {
    const queue = {
      event: "intents-queued",
      tenant: "lyon",
      kind: "medots.booking",
      state: "pending",
    } as const;
    const metrics = await measured([
      { ...queue, count: 7, seconds: 90 },
      { ...queue, count: 3, seconds: 0 },
    ]);
    const attributes = { tenant: "lyon", kind: "medots.booking", state: "pending" };
    expect(metrics["guichet.intent.queued"]).toEqual([[attributes, 3]]);
    expect(metrics["guichet.intent.lag"]).toEqual([[attributes, 0]]);
  });

  it("hold how many circuits are open and how many workers run", async () => {
    const circuit = { tenant: "lyon", platform: "medots" };
    const metrics = await measured([
      { event: "worker-started" },
      { event: "worker-started" },
      { event: "worker-stopping" },
      { event: "worker-stopped", millis: 12 },
      { event: "circuit-opened", ...circuit },
      { event: "circuit-opened", ...circuit, tenant: "paris" },
      { event: "circuit-closed", ...circuit },
    ]);
    expect(metrics["guichet.workers"]).toEqual([[{}, 1]]);
    expect(metrics["guichet.circuits.open"]).toEqual([
      [circuit, 0],
      [{ ...circuit, tenant: "paris" }, 1],
    ]);
  });

  it("count what feeds, webhooks and tasks come to", async () => {
    const feed = { tenant: "lyon", feed: "appointments" };
    const metrics = await measured([
      { event: "feed-pulled", ...feed, count: 20, millis: 100 },
      { event: "feed-reconciled", ...feed, count: 30, millis: 300 },
      { event: "feed-failed", ...feed, code: "not-json", millis: 10 },
      { event: "reconciliation-held", ...feed, count: 90 },
      { event: "webhook-accepted", tenant: "lyon", source: "omnidoc", outcome: "taken", millis: 3 },
      { event: "webhook-refused", tenant: "lyon", source: "omnidoc", code: "signature-wrong" },
      { event: "task-done", tenant: "lyon", task: "forget-events", count: 3, millis: 1 },
      { event: "task-failed", tenant: "lyon", task: "forget-events", code: "store-unreachable", millis: 1 },
    ]);
    expect(metrics).toMatchObject({
      "guichet.feed.items": [[feed, 50]],
      "guichet.feed.failures": [[{ ...feed, code: "not-json" }, 1]],
      "guichet.feed.held": [[feed, 1]],
      "guichet.webhooks": [
        [{ tenant: "lyon", source: "omnidoc", outcome: "taken" }, 1],
        [{ tenant: "lyon", source: "omnidoc", outcome: "refused", code: "signature-wrong" }, 1],
      ],
      "guichet.tasks": [
        [{ tenant: "lyon", task: "forget-events", outcome: "done" }, 1],
        [{ tenant: "lyon", task: "forget-events", outcome: "failed", code: "store-unreachable" }, 1],
      ],
    });
  });

  it("hold no attribute that is not declared, whatever is passed", async () => {
    const odd = { patient: "Ms Example", outcome: "Ms Example", tenant: "Ms Example", kind: "Ms Example" };
    const given = Object.keys(observedEvents).map((event) => ({
      event,
      millis: 1,
      count: 1,
      seconds: 1,
      ...odd,
    }));
    expect(JSON.stringify(await measured(given as unknown as Observation[]))).not.toContain("Ms Example");
  });
});
