import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { match, P } from "ts-pattern";
import { serveApp, type Served } from "../serving/serve-app.js";

const methods = ["POST", "PUT", "PATCH"] as const;

/** A webhook as it arrived: its bytes are what was signed. How and where it was sent is signed by nobody. */
export interface ArrivedWebhook {
  readonly method: (typeof methods)[number];
  /** Below the address of the platform, such as `ServiceRequest/7`; empty at that address itself. */
  readonly path: string;
  readonly headers: Headers;
  readonly rawBody: Uint8Array;
}

/** What whoever sent a webhook that was taken is told besides: headers, and a body of JSON. */
export interface WebhookReply {
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** What became of a webhook; codes are words that may be logged. */
export type WebhookOutcome =
  | { readonly outcome: "taken"; readonly reply?: WebhookReply | undefined }
  /** It was taken before. */
  | { readonly outcome: "repeated"; readonly reply?: WebhookReply | undefined }
  /** It is not from who it says, or not lately. */
  | { readonly outcome: "refused"; readonly code: string }
  /** It is from the platform, and says nothing that is understood. */
  | { readonly outcome: "not-understood"; readonly code: string }
  /** It changes a version that is not the one held here. */
  | { readonly outcome: "outdated"; readonly code: string }
  /** It may be sent again. */
  | { readonly outcome: "later"; readonly code: string };

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
 * Receives webhooks, by `POST`, `PUT` or `PATCH`: 204 when one is taken or was before, or 200 with what its receiver
 * replies; 401 when it is refused, 412 when it is outdated, 413 when it is too large, 422 when it is not understood, 503
 * when it should be sent again. No answer but the receiver's says more than its status.
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
      return answerTo(await receive({ method, path, headers: req.raw.headers, rawBody }));
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

function answerTo(outcome: WebhookOutcome): Response {
  return match(outcome)
    .with({ outcome: P.union("taken", "repeated") }, ({ reply }) => answerWith(reply))
    .with({ outcome: "refused" }, () => new Response(null, { status: 401 }))
    .with({ outcome: "outdated" }, () => new Response(null, { status: 412 }))
    .with({ outcome: "not-understood" }, () => new Response(null, { status: 422 }))
    .with({ outcome: "later" }, () => new Response(null, { status: 503 }))
    .exhaustive();
}

function answerWith(reply: WebhookReply | undefined): Response {
  if (reply === undefined) return new Response(null, { status: 204 });
  const { headers, body } = reply;
  return new Response(body === undefined ? null : JSON.stringify(body), { status: 200, headers });
}
