/** What a worker tells: words of the code, ids and counts; nothing of a person. */
export type WorkerObservation =
  | { readonly event: "worker-started" }
  | { readonly event: "worker-stopping" }
  | { readonly event: "worker-stopped"; readonly millis: number }
  | ({ readonly event: "intent-delivered"; readonly outcome: string } & OfIntent)
  | ({ readonly event: "intent-delayed"; readonly outcome: string; readonly code: string } & OfIntent)
  | ({ readonly event: "intent-set-aside"; readonly code: string } & OfIntent)
  | ({
      readonly event: "feed-pulled" | "feed-reconciled";
      readonly count: number;
      readonly millis: number;
    } & OfFeed)
  | ({ readonly event: "feed-failed"; readonly code: string; readonly millis: number } & OfFeed)
  | ({ readonly event: "reconciliation-held"; readonly count: number } & OfFeed)
  | ({ readonly event: "task-done"; readonly count: number; readonly millis: number } & OfTask)
  | ({ readonly event: "task-failed"; readonly code: string; readonly millis: number } & OfTask);

interface OfIntent {
  readonly tenant: string;
  readonly kind: string;
  readonly intent: string;
  readonly millis: number;
}

interface OfFeed {
  readonly tenant: string;
  readonly feed: string;
}

interface OfTask {
  readonly tenant: string;
  readonly task: string;
}
