import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { serveApp, type Served } from "../serving/serve-app.js";
import { answerWebhook } from "./answer-webhook.js";
import type { WebhookOutcome } from "./webhook-outcome.js";

const methods = ["POST", "PUT", "PATCH"] as const;

/** A webhook as it arrived: its bytes are what was signed. How and where it was sent is signed by nobody. */
export interface ArrivedWebhook {
  readonly method: (typeof methods)[number];
  /** Below the address of the platform, such as `ServiceRequest/7`; empty at that address itself. */
  readonly path: string;
  readonly headers: Headers;
  readonly rawBody: Uint8Array;
}

/** Takes the webhooks of one platform for one clinic. What it throws is answered like `later`. */
export type ReceiveWebhook = (webhook: ArrivedWebhook) => Promise<WebhookOutcome>;

export interface WebhookServerOptions {
  /** Who takes what is sent to `/webhooks/<tenant>/<source>` and below; nobody when it answers `undefined`. */
  readonly receiverOf: (tenant: string, source: string) => ReceiveWebhook | undefined;
  readonly host?: string;
  readonly port: number;
  /** Larger ones are not read. 10 million when left out. */
  readonly maxBytes?: number;
}

/**
 * Receives webhooks, by `POST`, `PUT` or `PATCH`, and answers as `answerWebhook` says; 413 to one that is too large, 404 to
 * one that nobody takes.
 *
 * Errors: `port-refused`.
 */
export function webhookServer(options: WebhookServerOptions): Promise<Served> {
  const { receiverOf, maxBytes = 10_000_000, port } = options;
  const app = new Hono({ strict: false }).use(
    bodyLimit({ maxSize: maxBytes, onError: (context) => context.body(null, 413) }),
  );
  for (const method of methods) {
    app.on(method, paths, async ({ req, body }) => {
      const [tenant = "", source = "", path = ""] = ["tenant", "source", "path"].map((name) =>
        req.param(name),
      );
      const receive = receiverOf(tenant, source);
      if (receive === undefined) return body(null, 404);
      const rawBody = new Uint8Array(await req.arrayBuffer());
      return answerWebhook(await receive({ method, path, headers: req.raw.headers, rawBody }));
    });
  }
  app.notFound(({ body }) => body(null, 404)).onError((_, { body }) => body(null, 503));
  const { host } = options;
  const fetch = (request: Request) => app.fetch(asItCame(request));
  return serveApp({ fetch }, { name: "webhooks", port, ...(host === undefined ? {} : { host }) });
}

/** A request as the platform has it, and not the stand-in of the server: a limit on what comes in pieces needs one. */
function asItCame({ url, method, headers, body }: Request): Request {
  return new Request(url, { method, headers, body, ...(body === null ? {} : { duplex: "half" }) });
}

const paths = ["/webhooks/:tenant/:source", "/webhooks/:tenant/:source/:path{.+}"];
