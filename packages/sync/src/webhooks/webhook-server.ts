import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { match } from "ts-pattern";
import { serveApp, type Served } from "../serving/serve-app.js";

/** A webhook as it arrived: its bytes are what was signed. */
export interface ArrivedWebhook {
  readonly headers: Headers;
  readonly rawBody: Uint8Array;
}

/** What became of a webhook; codes are words that may be logged. */
export type WebhookOutcome =
  | { readonly outcome: "taken" }
  /** It was taken before. */
  | { readonly outcome: "repeated" }
  /** It is not from who it says, or not lately. */
  | { readonly outcome: "refused"; readonly code: string }
  /** It is from the platform, and says nothing that is understood. */
  | { readonly outcome: "not-understood"; readonly code: string }
  /** It may be sent again. */
  | { readonly outcome: "later"; readonly code: string };

/** Takes the webhooks of one platform for one clinic. What it throws is answered like `later`. */
export type ReceiveWebhook = (webhook: ArrivedWebhook) => Promise<WebhookOutcome>;

export interface WebhookServerOptions {
  /** Who takes `POST /webhooks/<tenant>/<source>`; nobody when it answers `undefined`. */
  readonly receiverOf: (tenant: string, source: string) => ReceiveWebhook | undefined;
  readonly host?: string;
  readonly port: number;
  /** Larger ones are not read. 10 million when left out. */
  readonly maxBytes?: number;
}

/**
 * Receives webhooks: 204 when one is taken or was before, 401 when it is refused, 413 when it is too large, 422 when it
 * is not understood, 503 when it should be sent again. No answer says more than its status.
 *
 * Errors: `port-refused`.
 */
export function webhookServer(options: WebhookServerOptions): Promise<Served> {
  const { receiverOf, maxBytes = 10_000_000, port } = options;
  const app = new Hono()
    .use(bodyLimit({ maxSize: maxBytes, onError: (context) => context.body(null, 413) }))
    .post("/webhooks/:tenant/:source", async ({ req, body }) => {
      const receive = receiverOf(req.param("tenant"), req.param("source"));
      if (receive === undefined) return body(null, 404);
      const rawBody = new Uint8Array(await req.arrayBuffer());
      return body(null, statusOf(await receive({ headers: req.raw.headers, rawBody })));
    })
    .notFound(({ body }) => body(null, 404))
    .onError((_, { body }) => body(null, 503));
  const { host } = options;
  return serveApp(app, { name: "webhooks", port, ...(host === undefined ? {} : { host }) });
}

function statusOf({ outcome }: WebhookOutcome): 204 | 401 | 422 | 503 {
  return match(outcome)
    .returnType<204 | 401 | 422 | 503>()
    .with("taken", "repeated", () => 204)
    .with("refused", () => 401)
    .with("not-understood", () => 422)
    .with("later", () => 503)
    .exhaustive();
}
