import { HttpFailure, readJson, retryAfterSeconds, urlUnder, type HttpFailureCode } from "@guichet/sync/http";
import type { Clock, Fetch } from "@guichet/sync";
import type { MedotsOptions } from "./medots-options.js";
import type { Reply } from "./reply.js";
import { signToken } from "./sign-token.js";

export interface Call {
  readonly method: "GET" | "POST" | "PATCH";
  /** The segments below the base URL: `["appointments", "7"]`. */
  readonly path: readonly string[];
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Asks one MEDOTS. It sends what it is told and reads the answer; it does not judge it. */
export class MedotsClient {
  readonly options: MedotsOptions;
  readonly clock: Pick<Clock, "now">;
  readonly #fetch: Fetch;
  #signed: { readonly second: number; readonly token: Promise<string> } | undefined;

  constructor(
    options: MedotsOptions,
    surroundings: { readonly clock: Pick<Clock, "now">; readonly fetch: Fetch },
  ) {
    this.options = options;
    this.clock = surroundings.clock;
    this.#fetch = surroundings.fetch;
  }

  /** Sends a call, and a second time with a new token when the first one was not accepted: that had no effect. */
  async ask(call: Call, signal: AbortSignal): Promise<Reply> {
    const reply = await this.#askOnce(call, signal);
    return reply.kind === "answered" && reply.status === 401 ? this.#askOnce(call, signal) : reply;
  }

  async #askOnce({ method, path, query, body, headers = {} }: Call, signal: AbortSignal): Promise<Reply> {
    const { baseUrl, authorization = "bearer" } = this.options;
    const token = await this.#tokenNow().catch(() => undefined);
    if (token === undefined) return failed("token-missing", "not-sent");
    // A request holds on to its signal: the caller's may live as long as the process.
    const calledOff = new AbortController();
    const callOff = (): void => {
      calledOff.abort(signal.reason);
    };
    signal.addEventListener("abort", callOff, { once: true });
    if (signal.aborted) callOff();
    const request = new Request(urlUnder(baseUrl, path, query), {
      method,
      headers: {
        ...headers,
        accept: "application/json",
        authorization: authorization === "bearer" ? `Bearer ${token}` : token,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      redirect: "manual",
      signal: calledOff.signal,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    try {
      const response = await this.#fetch(request);
      const { status, ok } = response;
      const json = readJson(response, { platform: "medots" });
      return {
        kind: "answered",
        status,
        // An error is told by its status: what else it says is welcome, but need not be JSON.
        body: await (ok ? json : json.catch(() => undefined)),
        etag: response.headers.get("etag") ?? undefined,
        afterSeconds: retryAfterSeconds(response, this.clock.now()),
      };
    } catch (error) {
      return HttpFailure.isInstance(error)
        ? { kind: "failed", failure: error }
        : failed("connection-lost", "maybe");
    } finally {
      signal.removeEventListener("abort", callOff);
    }
  }

  /** Tokens of one second are the same, so each is signed once. */
  #tokenNow(): Promise<string> {
    const { identity, secretKey } = this.options;
    const now = this.clock.now();
    const second = Math.floor(now / 1000);
    if (this.#signed?.second !== second) {
      this.#signed = { second, token: signToken(identity, secretKey, now) };
    }
    return this.#signed.token;
  }
}

function failed(code: HttpFailureCode, effect: HttpFailure["effect"]): Reply {
  return { kind: "failed", failure: new HttpFailure(code, "medots", effect) };
}
