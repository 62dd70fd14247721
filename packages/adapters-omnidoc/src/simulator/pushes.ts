import type { Clock, Fetch } from "@guichet/sync";
import { signWebhook } from "@guichet/sync/webhooks";
import type { SimulatedResource } from "./fhir-store.js";

/** Changes that are pushed to a client, signed, until it takes them. */
export class Pushes {
  readonly #unpushed: { readonly id: string; readonly body: string }[] = [];
  readonly #target: { readonly url: string; readonly secret: string } | undefined;
  readonly #clock: Pick<Clock, "now">;

  constructor(
    target: { readonly url: string; readonly secret: string } | undefined,
    clock: Pick<Clock, "now">,
  ) {
    this.#target = target;
    this.#clock = clock;
  }

  /** A change to be pushed: the request as it stands now, and whom it names. */
  queue(eventId: string, request: SimulatedResource, named: readonly SimulatedResource[]): void {
    if (this.#target === undefined) return;
    const entry = [request, ...named].map((resource) => ({
      resource,
      request: { method: "PUT", url: `${resource.resourceType}/${resource.id}` },
    }));
    this.#unpushed.push({
      id: eventId,
      body: JSON.stringify({ resourceType: "Bundle", type: "transaction", entry }),
    });
  }

  /** What was not pushed yet, signed now. */
  pending(): readonly Request[] {
    const target = this.#target;
    if (target === undefined) return [];
    return this.#unpushed.map(({ id, body }) => {
      const rawBody = new TextEncoder().encode(body);
      const signed = signWebhook({ secrets: [target.secret], id, rawBody, nowMillis: this.#clock.now() });
      const headers = { ...signed, "content-type": "application/fhir+json" };
      return new Request(target.url, { method: "POST", headers, body });
    });
  }

  /** Pushes in order, until one is not taken; what was not taken is pushed again the next time. */
  async push(send: Fetch): Promise<void> {
    for (const request of this.pending()) {
      const answer = await send(request).catch(() => undefined);
      if (answer?.ok !== true) return;
      this.#unpushed.shift();
    }
  }
}
