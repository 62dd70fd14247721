import type { MedotsEvent } from "@guichet/adapters-medots/simulator";

/** What happened on the platform. */
export function lineOfEvent(event: MedotsEvent): string {
  if (event.kind === "answered") return `  platform: ${event.method} ${event.path} ${event.status}`;
  if (event.kind === "client-registered") return `  platform: client ${event.client.id} by ${event.by}`;
  const { id, userId, date, time, status, note } = event.appointment;
  return `  platform: ${event.kind} ${id} of ${userId} at ${date} ${time} ${status} ${note ?? ""}`;
}
