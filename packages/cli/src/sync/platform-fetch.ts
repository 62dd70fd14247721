import type { Clock, Fetch } from "@guichet/sync";
import { breakCircuit } from "@guichet/sync/http";
import type { Observe } from "@guichet/sync/observe";

/** A `fetch` that leaves a platform alone while it fails, and says when that begins and ends. */
export function platformFetch(
  fetch: Fetch,
  {
    tenant,
    platform,
    clock,
    observe,
  }: {
    readonly tenant: string;
    readonly platform: string;
    readonly clock: Clock;
    readonly observe: Observe;
  },
): Fetch {
  let isOpen = false;
  return breakCircuit(fetch, {
    platform,
    clock,
    onChange: (state) => {
      // It opens anew each time a trial fails: that is one long opening.
      if (isOpen === (state === "open")) return;
      isOpen = state === "open";
      observe({ event: isOpen ? "circuit-opened" : "circuit-closed", tenant, platform });
    },
  });
}
