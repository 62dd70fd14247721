import type { ObservedField, ObservedFields } from "./observed-fields.js";

/** What can happen, how loudly it is told, and which fields say it. */
export const observedEvents = {
  "worker-started": { level: "info", fields: [] },
  "worker-stopping": { level: "info", fields: [] },
  "worker-stopped": { level: "info", fields: ["millis"] },
  listening: { level: "info", fields: ["task", "port"] },
  "intent-delivered": { level: "info", fields: ["tenant", "kind", "intent", "outcome", "millis"] },
  "intent-turned-down": { level: "warn", fields: ["tenant", "kind", "intent", "outcome", "code", "millis"] },
  "intent-delayed": { level: "warn", fields: ["tenant", "kind", "intent", "outcome", "code", "millis"] },
  "intent-set-aside": { level: "error", fields: ["tenant", "kind", "intent", "code", "millis"] },
  "intents-queued": { level: "debug", fields: ["tenant", "kind", "state", "count", "seconds"] },
  "feed-pulled": { level: "info", fields: ["tenant", "feed", "count", "millis"] },
  "feed-reconciled": { level: "info", fields: ["tenant", "feed", "count", "millis"] },
  "feed-failed": { level: "warn", fields: ["tenant", "feed", "code", "millis"] },
  "reconciliation-held": { level: "error", fields: ["tenant", "feed", "count"] },
  "webhook-accepted": { level: "info", fields: ["tenant", "source", "outcome", "millis"] },
  "webhook-refused": { level: "warn", fields: ["tenant", "source", "code"] },
  "circuit-opened": { level: "warn", fields: ["tenant", "platform"] },
  "circuit-closed": { level: "info", fields: ["tenant", "platform"] },
  "task-done": { level: "debug", fields: ["tenant", "task", "count", "millis"] },
  "task-failed": { level: "error", fields: ["tenant", "task", "code", "millis"] },
} as const satisfies Readonly<
  Record<
    string,
    { readonly level: "debug" | "info" | "warn" | "error"; readonly fields: readonly ObservedField[] }
  >
>;

export type ObservedEvent = keyof typeof observedEvents;

/** Something that happened, in the fields declared for it and no others. */
export type Observation = {
  [Event in ObservedEvent]: { readonly event: Event } & Pick<
    ObservedFields,
    (typeof observedEvents)[Event]["fields"][number]
  >;
}[ObservedEvent];

/** Is told what happens. It never throws, and nobody waits for it. */
export type Observe = (observation: Observation) => void;

/** Tells several. */
export function observeBy(...observers: readonly Observe[]): Observe {
  return (observation) => {
    for (const observe of observers) observe(observation);
  };
}
