import { HttpFailure, type HttpFailureCode } from "../http/index.js";
import type { Clock, Fetch } from "../surroundings.js";
import type { Fault } from "./fault.js";
import type { Faults } from "./faults.js";

/** A platform that answers requests, such as an app of hono. */
export interface SimulatedPlatform {
  readonly fetch: (request: Request) => Response | Promise<Response>;
}

export interface LineOptions {
  /** How long a client waits for an answer to begin. 30,000 when left out. */
  readonly wholeMillis?: number;
}

/**
 * Calls a simulated platform in process as `guardedFetch` calls a real one: what is to go wrong goes wrong on the way,
 * and what `guardedFetch` rejects with, this does. `serveSimulator` puts the same on a port.
 */
export function fetchWithFaults(
  platform: SimulatedPlatform,
  faults: Faults,
  clock: Clock,
  { wholeMillis = 30_000 }: LineOptions = {},
): Fetch {
  return async (request) => {
    if (request.signal.aborted) throw lost("aborted");
    const fault = faults.next(request);
    if (fault === undefined) return platform.fetch(request);
    const body = request.body === null ? undefined : await request.arrayBuffer();
    // Each arrival is a request of its own, which outlives the client that gave up.
    const arrive = async (): Promise<Response> =>
      platform.fetch(
        new Request(request.url, {
          method: request.method,
          headers: request.headers,
          redirect: "manual",
          ...(body === undefined ? {} : { body }),
        }),
      );
    const patience = new AbortController();
    const giveUp = (): void => patience.abort(lost("aborted"));
    request.signal.addEventListener("abort", giveUp, { once: true });
    const { signal } = patience;
    clock.sleep(wholeMillis, signal).then(
      () => patience.abort(lost("timed-out")),
      // An answer, or no hope of one, came first.
      () => undefined,
    );
    try {
      return await meet(fault, { arrive, clock, signal });
    } finally {
      request.signal.removeEventListener("abort", giveUp);
      patience.abort(lost("aborted"));
    }
  };
}

function lost(code: HttpFailureCode, effect: HttpFailure["effect"] = "maybe"): HttpFailure {
  return new HttpFailure(code, "simulated platform", effect);
}

interface Encounter {
  readonly arrive: () => Promise<Response>;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

async function meet(fault: Fault, { arrive, clock, signal }: Encounter): Promise<Response> {
  switch (fault.kind) {
    case "request-lost":
      await clock.sleep(fault.afterMillis ?? 0, signal);
      throw lost("connection-lost");
    case "answer-lost":
      await arrive();
      await clock.sleep(fault.afterMillis ?? 0, signal);
      throw lost("connection-lost");
    case "duplicated": {
      const answers = { first: await arrive(), second: await arrive() };
      return answers[fault.answer];
    }
    case "request-delayed": {
      const answer = clock.sleep(fault.millis).then(arrive);
      return untilAborted(answer, signal);
    }
    case "answer-delayed": {
      const answer = await arrive();
      await clock.sleep(fault.millis, signal);
      return answer;
    }
    case "connection-refused":
      throw lost("connection-failed", "not-sent");
    case "connection-reset":
      if (fault.effect) await arrive();
      throw lost("connection-lost");
    case "status":
      if (fault.effect) await arrive();
      return new Response(null, {
        status: fault.status,
        headers: fault.retryAfter === undefined ? {} : { "retry-after": fault.retryAfter },
      });
    case "html":
      if (fault.effect) await arrive();
      return new Response("<!doctype html><title>Sign in</title>", {
        headers: { "content-type": "text/html" },
      });
    case "body-truncated": {
      const answer = await arrive();
      const bytes = await bytesOf(answer);
      return new Response(isBodyless(answer) ? null : half(bytes), {
        status: answer.status,
        headers: headersFor(answer),
      });
    }
    case "wrong-length": {
      const answer = await arrive();
      const bytes = await bytesOf(answer);
      if (isBodyless(answer)) throw lost("connection-lost");
      return new Response(breaksAfter(half(bytes)), {
        status: answer.status,
        headers: headersFor(answer, bytes.length),
      });
    }
    case "redirect":
      return new Response(null, { status: 302, headers: { location: fault.location } });
    case "slow-drip": {
      const answer = await arrive();
      const bytes = await bytesOf(answer);
      if (isBodyless(answer)) return answer;
      return new Response(
        drips(bytes, () => clock.sleep(fault.millisPerPart)),
        {
          status: answer.status,
          headers: headersFor(answer),
        },
      );
    }
  }
}

function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = (): void => {
      reject(signal.reason as Error);
    };
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort, { once: true });
    promise.then(resolve, reject).finally(() => {
      signal.removeEventListener("abort", abort);
    });
  });
}

async function bytesOf(answer: Response): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await answer.arrayBuffer());
}

const isBodyless = ({ status }: Response): boolean => status === 204 || status === 304;

const half = (bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> =>
  bytes.subarray(0, Math.floor(bytes.length / 2));

/** The headers of an answer, with a length of our own or none. */
function headersFor(answer: Response, length?: number): Headers {
  const headers = new Headers(answer.headers);
  headers.delete("content-length");
  if (length !== undefined) headers.set("content-length", String(length));
  return headers;
}

function breaksAfter(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> {
  const parts = [bytes];
  return new ReadableStream({
    pull(controller) {
      const part = parts.shift();
      if (part === undefined) controller.error(lost("connection-lost"));
      else controller.enqueue(part);
    },
  });
}

function drips(
  bytes: Uint8Array<ArrayBuffer>,
  wait: () => Promise<void>,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const size = Math.max(1, Math.ceil(bytes.length / 10));
  let from = 0;
  return new ReadableStream({
    async pull(controller) {
      await wait();
      if (from < bytes.length) controller.enqueue(bytes.slice(from, (from += size)));
      if (from >= bytes.length) controller.close();
    },
  });
}
