import { SpanStatusCode, trace, type Tracer } from "@opentelemetry/api";
import { GuichetError } from "@guichet/rules";
import { observedFields, type ObservedField, type ObservedFields } from "./observed-fields.js";

/** The work that has a span of its own. */
export type TracedWork =
  "deliver-intent" | "find-intent" | "pull-feed" | "reconcile-feed" | "take-webhook" | "run-task";

const attributeFields: readonly ObservedField[] = [
  "tenant",
  "platform",
  "kind",
  "intent",
  "feed",
  "source",
  "task",
  "state",
  "outcome",
  "code",
  "count",
  "attempt",
];

/** The tracer of this process: it traces nothing until an SDK is registered. */
export function syncTracer(): Tracer {
  return trace.getTracer("@guichet/sync");
}

/**
 * Does work inside a span, so that what it does in turn is below it. Of an error the span keeps the code: its message
 * and its stack are not ours to vouch for.
 */
export function traceWork<Result>(
  tracer: Tracer,
  name: TracedWork,
  fields: Partial<ObservedFields>,
  work: () => Promise<Result>,
): Promise<Result> {
  return tracer.startActiveSpan(
    name,
    { attributes: observedFields(fields, attributeFields) },
    async (span) => {
      try {
        return await work();
      } catch (error) {
        const code = GuichetError.isInstance(error) ? error.code : "unexpected";
        span.setAttributes(observedFields({ code }, ["code"]));
        span.setStatus({ code: SpanStatusCode.ERROR });
        throw error;
      } finally {
        span.end();
      }
    },
  );
}
