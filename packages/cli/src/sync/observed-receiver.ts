import { GuichetError } from "@guichet/rules";
import { syncTracer, traceWork } from "@guichet/sync/observe";
import type { ReceiveWebhook } from "@guichet/sync/webhooks";
import type { WorkSurroundings } from "./work-surroundings.js";

/** Takes webhooks, and says what came of each. */
export function observedReceiver(
  receive: ReceiveWebhook,
  of: Pick<WorkSurroundings, "clock" | "observe"> & { readonly tenant: string; readonly source: string },
): ReceiveWebhook {
  const { clock, observe, tenant, source } = of;
  return async (webhook) => {
    const startedAt = clock.now();
    const outcome = await traceWork(syncTracer(), "take-webhook", { tenant, source }, () =>
      receive(webhook),
    ).catch((error: unknown) => {
      const code = GuichetError.isInstance(error) ? error.code : "unexpected";
      return { outcome: "later", code } as const;
    });
    if ("code" in outcome) observe({ event: "webhook-refused", tenant, source, code: outcome.code });
    else
      observe({
        event: "webhook-accepted",
        tenant,
        source,
        outcome: outcome.outcome,
        millis: clock.now() - startedAt,
      });
    return outcome;
  };
}
