import type { Carrier, FeedWork } from "@guichet/sync";
import { syncTracer, traceWork } from "@guichet/sync/observe";

/** A carrier whose sends and looks are spans. */
export function tracedCarrier(carrier: Carrier): Carrier {
  const { send, find } = carrier;
  return {
    ...carrier,
    send: (intent, signal) =>
      traceWork(
        syncTracer(),
        "deliver-intent",
        { tenant: intent.tenant, kind: intent.kind, intent: intent.id },
        () => send(intent, signal),
      ),
    find: (intent, signal) =>
      traceWork(
        syncTracer(),
        "find-intent",
        { tenant: intent.tenant, kind: intent.kind, intent: intent.id },
        () => find(intent, signal),
      ),
  };
}

/** A feed whose pages are spans. */
export function tracedFeed(work: FeedWork, tenant: string): FeedWork {
  const { feed } = work;
  const of = { tenant, feed: feed.name };
  return {
    ...work,
    feed: {
      name: feed.name,
      changes: (since, next, signal) =>
        traceWork(syncTracer(), "pull-feed", of, () => feed.changes(since, next, signal)),
      everything: (next, signal) =>
        traceWork(syncTracer(), "reconcile-feed", of, () => feed.everything(next, signal)),
    },
  };
}
