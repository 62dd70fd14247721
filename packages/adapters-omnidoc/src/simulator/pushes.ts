import type { Clock, Fetch } from "@guichet/sync";
import { signWebhook } from "@guichet/sync/webhooks";
import type { SimulatedResource } from "./fhir-store.js";
import type { PushTarget } from "./simulator-options.js";

/** A change of a request: the request as it stood then, whom it names, and what changed of it where it stood before. */
export interface ChangeToPush {
  readonly request: SimulatedResource;
  readonly named: readonly SimulatedResource[];
  readonly patch?: object | undefined;
}

/** Changes that are pushed to a client, signed, until it takes them. */
export class Pushes {
  #unpushed: readonly (ChangeToPush & { readonly eventId: string })[] = [];
  /** The version of each request that the client has, as it names it. */
  readonly #etagOf = new Map<string, string>();
  readonly #target: PushTarget | undefined;
  readonly #clock: Pick<Clock, "now">;

  constructor(target: PushTarget | undefined, clock: Pick<Clock, "now">) {
    this.#target = target;
    this.#clock = clock;
  }

  queue(eventId: string, change: ChangeToPush): void {
    if (this.#target !== undefined) this.#unpushed = [...this.#unpushed, { eventId, ...change }];
  }

  /** What was not pushed yet, signed now. */
  pending(): readonly Request[] {
    const target = this.#target;
    return target === undefined ? [] : this.#unpushed.map((change) => this.#signed(change, target));
  }

  /** Pushes in order, until one is not taken; what was not taken is pushed again the next time. */
  async push(send: Fetch): Promise<void> {
    for (;;) {
      const [first] = this.#unpushed;
      if (first === undefined || this.#target === undefined) return;
      const answer = await send(this.#signed(first, this.#target)).catch(() => undefined);
      const isPatchRefused = first.patch !== undefined && [412, 422].includes(answer?.status ?? 0);
      if (answer?.ok !== true && !isPatchRefused) return;
      const etag = answer?.headers.get("etag");
      if (etag) this.#etagOf.set(first.request.id, etag);
      // More may have changed since it was sent.
      const others = this.#unpushed.slice(1);
      this.#unpushed = isPatchRefused ? [{ ...first, patch: undefined }, ...others] : others;
    }
  }

  #signed(change: ChangeToPush & { readonly eventId: string }, target: PushTarget): Request {
    const { method, url, content, headers } = this.#written(change, target);
    const body = JSON.stringify(content);
    const signed = signWebhook({
      secrets: [target.secret],
      id: change.eventId,
      rawBody: new TextEncoder().encode(body),
      nowMillis: this.#clock.now(),
    });
    return new Request(url, {
      method,
      headers: { ...headers, ...signed, "content-type": "application/fhir+json" },
      body,
    });
  }

  #written({ request, named, patch }: ChangeToPush, { url, as }: PushTarget) {
    const own = `${url}/${addressOf(request)}`;
    const etag = this.#etagOf.get(request.id);
    if (as === "resource") return { method: "PUT", url: own, content: request, headers: {} };
    if (as === "patch" && patch !== undefined && etag !== undefined)
      return { method: "PATCH", url: own, content: patch, headers: { "if-match": etag } };
    return { method: "POST", url, content: transactionOf([request, ...named]), headers: {} };
  }
}

function addressOf({ resourceType, id }: SimulatedResource): string {
  return `${resourceType}/${id}`;
}

function transactionOf(resources: readonly SimulatedResource[]): object {
  const entry = resources.map((resource) => ({
    resource,
    request: { method: "PUT", url: addressOf(resource) },
  }));
  return { resourceType: "Bundle", type: "transaction", entry };
}
