import type { Clock, Fetch } from "@guichet/sync";
import { HttpFailure, notDoneByStatus, readJson, retryAfterSeconds, urlUnder } from "@guichet/sync/http";
import type * as z from "zod";
import { bundle, nextLink, type Bundle } from "../wire/bundle.js";
import {
  storedServiceRequest,
  type ServiceRequest,
  type StoredServiceRequest,
} from "../wire/service-request.js";
import { etagOf } from "../wire/version.js";
import { Refusal } from "./refusal.js";

export interface FhirClientOptions {
  /** The base of the FHIR server. */
  readonly baseUrl: string;
  /** Sends with the clinic's credentials: `omnidocFetch`. */
  readonly fetch: Fetch;
  readonly clock: Pick<Clock, "now">;
}

/** What is asked for in a search. */
export type SearchParameters = readonly (readonly [name: string, value: string])[];

/**
 * The FHIR server of the platform, in the few requests this package makes.
 *
 * Errors: `HttpFailure` where no answer came, `Refusal` for an answer that is none; an answer that is not what was
 * asked for is `answer-not-understood`, and never an empty list.
 */
export class FhirClient {
  readonly #baseUrl: string;
  readonly #fetch: Fetch;
  readonly #clock: Pick<Clock, "now">;

  constructor({ baseUrl, fetch, clock }: FhirClientOptions) {
    this.#baseUrl = baseUrl;
    this.#fetch = fetch;
    this.#clock = clock;
  }

  /** Makes all of a transaction, or nothing of it. */
  async transact(transaction: Bundle, signal: AbortSignal): Promise<Bundle> {
    const base = this.#baseUrl.replace(/\/$/, "");
    const answer = await this.#ask("POST", new URL(base), signal, { body: transaction });
    return read("POST", bundle, answer);
  }

  /** A request for an opinion as it stands; `undefined` where there is none. */
  async read(id: string, signal: AbortSignal): Promise<StoredServiceRequest | undefined> {
    const url = urlUnder(this.#baseUrl, ["ServiceRequest", id]);
    const answer = await this.#ask("GET", url, signal).catch((error: unknown) => {
      if (error instanceof Refusal && error.code === "not-found") return undefined;
      throw error;
    });
    return answer === undefined ? undefined : read("GET", storedServiceRequest, answer);
  }

  /** Writes a request for an opinion, unless somebody has written it since the version that was read. */
  async update(
    request: ServiceRequest & { readonly id: string },
    versionId: string | undefined,
    signal: AbortSignal,
  ): Promise<StoredServiceRequest> {
    const url = urlUnder(this.#baseUrl, ["ServiceRequest", request.id]);
    const headers = versionId === undefined ? {} : { "if-match": etagOf(versionId) };
    return read(
      "update",
      storedServiceRequest,
      await this.#ask("PUT", url, signal, { body: request, headers }),
    );
  }

  /** The first page of a search for requests and what they name. */
  async search(parameters: SearchParameters, signal: AbortSignal): Promise<Bundle> {
    const url = urlUnder(this.#baseUrl, ["ServiceRequest"]);
    for (const [name, value] of parameters) url.searchParams.append(name, value);
    return this.page(url.href, signal);
  }

  /** A page of a search, by the link another page gave. It is followed on the platform's own server only. */
  async page(link: string, signal: AbortSignal): Promise<Bundle> {
    const url = URL.canParse(link, `${this.#baseUrl}/`) ? new URL(link, `${this.#baseUrl}/`) : undefined;
    if (url?.origin !== new URL(this.#baseUrl).origin) throw notUnderstood("GET");
    const page = read("GET", bundle, await this.#ask("GET", url, signal));
    if (page.type !== "searchset" || nextLink(page) === link) throw notUnderstood("GET");
    return page;
  }

  /** Sends a request, and a second time with a new token when the first was not accepted: that had no effect. */
  async #ask(method: string, url: URL, signal: AbortSignal, content: Content = {}): Promise<unknown> {
    const first = await this.#askOnce(method, url, signal, content);
    const response = first.status === 401 ? await this.#askOnce(method, url, signal, content) : first;
    if (response.ok) return readJson(response, { platform });
    const afterSeconds = retryAfterSeconds(response, this.#clock.now());
    throw new Refusal(notDoneByStatus(response.status, afterSeconds), method);
  }

  async #askOnce(method: string, url: URL, signal: AbortSignal, content: Content): Promise<Response> {
    const { body, headers = {} } = content;
    const type = body === undefined ? {} : { "content-type": "application/fhir+json" };
    const request = requestOf(url, {
      method,
      signal,
      redirect: "manual",
      headers: { ...headers, ...type, accept: "application/fhir+json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return this.#fetch(request).catch((error: unknown) => {
      throw HttpFailure.isInstance(error) ? error : new HttpFailure("connection-lost", platform, "maybe");
    });
  }
}

interface Content {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const platform = "omnidoc";

function read<Answer>(method: string, schema: z.ZodType<Answer>, answer: unknown): Answer {
  const checked = schema.safeParse(answer);
  if (!checked.success) throw notUnderstood(method);
  return checked.data;
}

/** A request, unless the platform's own words, such as a version, are none that a header can hold. */
function requestOf(...given: ConstructorParameters<typeof Request>): Request {
  try {
    return new Request(...given);
  } catch {
    throw new HttpFailure("request-refused", platform, "not-sent");
  }
}

function notUnderstood(method: string): Refusal {
  return new Refusal({ outcome: "unknown", code: "answer-not-understood" }, method);
}
