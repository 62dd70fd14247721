import type { Found, Sent } from "@guichet/sync";

/**
 * What a sending came to, once it is known what was in the way: that may be the very thing, done by a request before
 * whose answer was lost.
 */
export async function unlessOurs(sent: Sent, look: () => Promise<Found>): Promise<Sent> {
  if (sent.outcome !== "conflict") return sent;
  const found = await look();
  if (found.outcome === "found") return { ...found, outcome: "done" };
  return found.outcome === "absent" ? sent : { outcome: "unknown", code: sent.code };
}
