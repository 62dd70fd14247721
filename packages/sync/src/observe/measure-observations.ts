import { metrics, type Meter } from "@opentelemetry/api";
import { match } from "ts-pattern";
import type { Observe } from "./observation.js";
import { observedFields, type ObservedField } from "./observed-fields.js";

/** Ids of intents are left out: a time series for each would never end. */
const attributeFields: readonly ObservedField[] = [
  "tenant",
  "platform",
  "kind",
  "feed",
  "source",
  "task",
  "state",
  "outcome",
  "code",
];

/**
 * Counts and times what happens, on a meter of OpenTelemetry: that of the process when left out, which measures nothing
 * until an SDK is registered. Durations are in seconds, as its conventions ask.
 */
export function measureObservations(meter: Meter = metrics.getMeter("@guichet/sync")): Observe {
  const deliveries = meter.createCounter("guichet.intent.deliveries", { unit: "{delivery}" });
  const deliveryDuration = meter.createHistogram("guichet.intent.delivery.duration", { unit: "s" });
  const queued = meter.createGauge("guichet.intent.queued", { unit: "{intent}" });
  const lag = meter.createGauge("guichet.intent.lag", { unit: "s" });
  const feedItems = meter.createCounter("guichet.feed.items", { unit: "{item}" });
  const feedDuration = meter.createHistogram("guichet.feed.duration", { unit: "s" });
  const feedFailures = meter.createCounter("guichet.feed.failures", { unit: "{failure}" });
  const held = meter.createCounter("guichet.feed.held", { unit: "{reconciliation}" });
  const webhooks = meter.createCounter("guichet.webhooks", { unit: "{webhook}" });
  const openCircuits = meter.createUpDownCounter("guichet.circuits.open", { unit: "{circuit}" });
  const tasks = meter.createCounter("guichet.tasks", { unit: "{task}" });
  const workers = meter.createUpDownCounter("guichet.workers", { unit: "{worker}" });

  return (observation) => {
    const attributes = observedFields(observation, attributeFields);
    match(observation)
      .with(
        { event: "intent-delivered" },
        { event: "intent-turned-down" },
        { event: "intent-delayed" },
        ({ millis }) => {
          deliveries.add(1, attributes);
          deliveryDuration.record(millis / 1000, attributes);
        },
      )
      .with({ event: "intent-set-aside" }, ({ millis }) => {
        deliveries.add(1, { ...attributes, outcome: "set-aside" });
        deliveryDuration.record(millis / 1000, { ...attributes, outcome: "set-aside" });
      })
      .with({ event: "intents-queued" }, ({ count, seconds }) => {
        queued.record(count, attributes);
        lag.record(seconds, attributes);
      })
      .with({ event: "feed-pulled" }, { event: "feed-reconciled" }, ({ count, millis }) => {
        feedItems.add(count, attributes);
        feedDuration.record(millis / 1000, attributes);
      })
      .with({ event: "feed-failed" }, () => feedFailures.add(1, attributes))
      .with({ event: "reconciliation-held" }, () => held.add(1, attributes))
      .with({ event: "webhook-accepted" }, () => webhooks.add(1, attributes))
      .with({ event: "webhook-refused" }, () => webhooks.add(1, { ...attributes, outcome: "refused" }))
      .with({ event: "circuit-opened" }, () => openCircuits.add(1, attributes))
      .with({ event: "circuit-closed" }, () => openCircuits.add(-1, attributes))
      .with({ event: "task-done" }, () => tasks.add(1, { ...attributes, outcome: "done" }))
      .with({ event: "task-failed" }, () => tasks.add(1, { ...attributes, outcome: "failed" }))
      .with({ event: "worker-started" }, () => workers.add(1))
      .with({ event: "worker-stopped" }, () => workers.add(-1))
      .with({ event: "worker-stopping" }, { event: "listening" }, () => undefined)
      // What it would throw for an event of another version quotes all of it.
      .exhaustive(() => undefined);
  };
}
