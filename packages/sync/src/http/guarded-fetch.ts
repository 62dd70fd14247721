import { Agent } from "undici";
import type { Fetch } from "../surroundings.js";
import { isAllowedAddress, readBaseUrl, type BaseUrlOptions } from "./base-url.js";
import { collectAnswer, type Answer } from "./collect-answer.js";
import { failureOf } from "./failure-of.js";
import { headersOf, type Authorize } from "./headers-of.js";
import { HttpFailure } from "./http-failure.js";
import { pinnedLookup, resolveBySystem, type Resolve } from "./pinned-lookup.js";
import { unpackBody } from "./unpack-body.js";

export interface GuardedFetchOptions extends BaseUrlOptions {
  /** Headers that say who asks, made for each request once it is known to go where it should. */
  readonly authorize?: Authorize;
  readonly limits?: HttpLimits;
  /** Certificates (PEM) of authorities to trust instead of the known ones, for a clinic that has its own. */
  readonly authorities?: readonly string[];
  /** Finds the addresses of a name; the resolver of the operating system when left out. */
  readonly resolve?: Resolve;
}

export interface HttpLimits {
  /** Of one answer, unpacked. 10 million when left out. */
  readonly maxBytes?: number;
  /** Until there is a connection. 10,000 when left out. */
  readonly connectMillis?: number;
  /** From the request to the first of the answer. 30,000 when left out. */
  readonly headersMillis?: number;
  /** Between two pieces of the answer. 10,000 when left out. */
  readonly bodyMillis?: number;
  /** For all of it, from the wait for `authorize` to the last byte. 30,000 when left out. */
  readonly wholeMillis?: number;
}

/**
 * A `fetch` for one platform that goes nowhere else, waits and reads only so much, and sends a request once.
 *
 * Only the origin of the base URL is asked, over https, at a public address that was checked for the very connection;
 * redirects are not followed. An answer is whole when it is given: with another status than 3xx it resolves, whatever
 * the status.
 *
 * Errors: `base-url-refused` at once; a request rejects with `HttpFailure`, with `token-missing` where `authorize` does
 * or gives what no header can hold.
 */
export function guardedFetch(options: GuardedFetchOptions): Fetch {
  const { platform, allowLoopback = false, authorities, authorize, resolve = resolveBySystem } = options;
  const { maxBytes = 10_000_000, connectMillis = 10_000, wholeMillis = 30_000 } = options.limits ?? {};
  const { headersMillis = 30_000, bodyMillis = 10_000 } = options.limits ?? {};
  const base = readBaseUrl(options);
  const dispatcher = new Agent({
    pipelining: 1,
    headersTimeout: headersMillis,
    bodyTimeout: bodyMillis,
    connect: {
      timeout: connectMillis,
      lookup: pinnedLookup(resolve, (address) => isAllowedAddress(address, base, allowLoopback)),
      ...(authorities === undefined ? {} : { ca: [...authorities] }),
    },
  });

  return async (request) => {
    const url = new URL(request.url);
    if (url.origin !== base.origin || url.username !== "" || url.password !== "")
      throw new HttpFailure("other-origin", platform, "not-sent");
    const body = await bodyOf(request, platform);
    const { signal, release } = limitedSignal(request.signal, wholeMillis);
    try {
      const headers = await headersOf(request, authorize, signal);
      const target = { origin: url.origin, path: `${url.pathname}${url.search}`, method: request.method };
      const answer = await collectAnswer(dispatcher, { ...target, headers, body }, { maxBytes, signal });
      if (answer.status >= 300 && answer.status < 400 && answer.status !== 304)
        throw new HttpFailure("redirected", platform, "maybe");
      return responseOf(answer, await unpackBody(answer, platform, maxBytes));
    } catch (error) {
      throw failureOf(error, platform);
    } finally {
      release();
    }
  };
}

/** Aborted with the caller's signal or when time is up. Nothing of it outlives the request, as `AbortSignal.any` does. */
function limitedSignal(outer: AbortSignal, millis: number): { signal: AbortSignal; release: () => void } {
  const inner = new AbortController();
  const callOff = () => inner.abort(new DOMException("called off", "AbortError"));
  const timer = setTimeout(() => inner.abort(new DOMException("too late", "TimeoutError")), millis);
  outer.addEventListener("abort", callOff);
  if (outer.aborted) callOff();
  const release = () => {
    clearTimeout(timer);
    outer.removeEventListener("abort", callOff);
  };
  return { signal: inner.signal, release };
}

async function bodyOf(request: Request, platform: string): Promise<Uint8Array | null> {
  if (request.body === null) return null;
  return request.arrayBuffer().then(
    (bytes) => new Uint8Array(bytes),
    () => {
      throw new HttpFailure("request-refused", platform, "not-sent");
    },
  );
}

function responseOf({ status, headers: received }: Answer, body: Buffer): Response {
  const headers = new Headers();
  for (const [name, value] of Object.entries(received))
    for (const one of [value ?? []].flat()) headers.append(name, one);
  // They told of the packed body.
  headers.delete("content-encoding");
  headers.delete("content-length");
  const hasBody = status !== 204 && status !== 205 && status !== 304;
  return new Response(hasBody ? body : null, { status, headers });
}
