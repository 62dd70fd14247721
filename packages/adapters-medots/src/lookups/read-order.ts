import type { MedotsClient } from "../client/medots-client.js";
import { readAnswer } from "../client/read-answer.js";
import { ReadFailure } from "../client/read-failure.js";
import { readList } from "../client/read-list.js";
import { wireEntry, type WireEntry } from "../wire/entry.js";
import { wireOrder, type WireOrder } from "../wire/order.js";

/** An order with its lines. */
export interface OrderWithEntries {
  readonly order: WireOrder;
  readonly entries: readonly WireEntry[];
}

/**
 * An order of theirs and what it bills.
 *
 * Errors: `ReadFailure`; `filter-ignored` where lines of other orders are among what is listed.
 */
export async function readOrder(
  client: MedotsClient,
  orderId: number,
  signal: AbortSignal,
): Promise<OrderWithEntries> {
  const call = { method: "GET", path: ["orders", String(orderId)] } as const;
  const order = await readAnswer(client, call, wireOrder, signal);
  const entries = await readList(client, { path: ["entries"], query: { orderId }, row: wireEntry }, signal);
  // Another patient's lines would be billed to this one.
  if (order.id !== orderId || entries.some((entry) => entry.orderId !== orderId))
    throw new ReadFailure("filter-ignored", `order ${orderId}`);
  return { order, entries };
}
