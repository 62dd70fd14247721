import type { MedotsClient } from "../client/medots-client.js";
import { readAnswer } from "../client/read-answer.js";
import { readList } from "../client/read-list.js";
import { wireEntry, type WireEntry } from "../wire/entry.js";
import { wireOrder, type WireOrder } from "../wire/order.js";

/** An order with its lines. */
export interface OrderWithEntries {
  readonly order: WireOrder;
  readonly entries: readonly WireEntry[];
}

/** An order of theirs and what it bills. */
export async function readOrder(
  client: MedotsClient,
  orderId: number,
  signal: AbortSignal,
): Promise<OrderWithEntries> {
  const call = { method: "GET", path: ["orders", String(orderId)] } as const;
  const order = await readAnswer(client, call, wireOrder, signal);
  const entries = await readList(client, { path: ["entries"], query: { orderId }, row: wireEntry }, signal);
  return { order, entries };
}
