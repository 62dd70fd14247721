import { Readable } from "node:stream";
import { describe, expect, it, onTestFinished } from "vitest";
import { signWebhook } from "./sign-webhook.js";
import { verifyWebhook } from "./verify-webhook.js";
import type { WebhookOutcome } from "./webhook-outcome.js";
import { webhookServer, type ReceiveWebhook } from "./webhook-server.js";

const secret = `whsec_${Buffer.alloc(32, 5).toString("base64")}`;

async function serve(receive: ReceiveWebhook, maxBytes?: number) {
  const server = await webhookServer({
    receiverOf: (tenant, source) => (tenant === "lyon" && source === "omnidoc" ? receive : undefined),
    port: 0,
    ...(maxBytes === undefined ? {} : { maxBytes }),
  });
  onTestFinished(() => server.close());
  return async (body: Uint8Array<ArrayBuffer>, path = "/webhooks/lyon/omnidoc", method = "POST") => {
    const headers = signWebhook({ secrets: [secret], id: "event-1", rawBody: body, nowMillis });
    const answer = await fetch(`${server.url}${path}`, {
      method,
      headers,
      ...(method === "GET" ? {} : { body }),
    });
    return [answer.status, await answer.text()];
  };
}

const taken: WebhookOutcome = { outcome: "taken" };
const nowMillis = 1_000_000_000_000;
const some = new TextEncoder().encode('{ "a":  1 }');

describe("a webhook that arrives over HTTP", () => {
  it("is passed on with its headers and its bytes as they were signed", async () => {
    const bytes = Uint8Array.of(0, 0xff, 0xfe, 0x0d, 0x0a);
    const send = await serve(({ headers, rawBody }) => {
      expect(verifyWebhook({ secrets: [secret], headers, rawBody, nowMillis })).toMatchObject({
        id: "event-1",
      });
      expect([...rawBody]).toEqual([...bytes]);
      return Promise.resolve(taken);
    });
    expect(await send(bytes)).toEqual([204, ""]);
  });

  it.each<readonly [WebhookOutcome, number]>([
    [taken, 204],
    [{ outcome: "repeated" }, 204],
    [{ outcome: "refused", code: "signature-wrong" }, 401],
    [{ outcome: "outdated", code: "changed-meanwhile" }, 412],
    [{ outcome: "not-understood", code: "push-not-understood" }, 422],
    [{ outcome: "later", code: "store-busy" }, 503],
  ])("that is %o is answered by %i and not a word more", async (outcome, status) => {
    const send = await serve(() => Promise.resolve(outcome));
    expect(await send(some)).toEqual([status, ""]);
  });

  it.each([
    ["POST", "", ""],
    ["POST", "/", ""],
    ["PUT", "/ServiceRequest/r-1", "ServiceRequest/r-1"],
    ["PATCH", "/ServiceRequest/r%2F1", "ServiceRequest/r/1"],
  ])("is passed on with how and where it was sent: %s %s", async (method, below, path) => {
    const arrived: object[] = [];
    const send = await serve((webhook) => {
      arrived.push({ method: webhook.method, path: webhook.path });
      return Promise.resolve(taken);
    });
    expect(await send(some, `/webhooks/lyon/omnidoc${below}`, method)).toEqual([204, ""]);
    expect(arrived).toEqual([{ method, path }]);
  });

  it("is answered with what its receiver replies", async () => {
    const reply = { headers: { etag: 'W/"3"' } };
    const send = await serve(() => Promise.resolve({ outcome: "repeated", reply }));
    expect(await send(some)).toEqual([200, ""]);
    const whole = await serve(() => Promise.resolve({ outcome: "taken", reply: { ...reply, body: [1] } }));
    expect(await whole(some)).toEqual([200, "[1]"]);
  });

  it("may be sent again when taking it failed, and is told nothing of why", async () => {
    const send = await serve(() => Promise.reject(new Error("Ms Example")));
    expect(await send(some)).toEqual([503, ""]);
  });

  it("is not read past the limit", async () => {
    let received = 0;
    const send = await serve(({ rawBody }) => {
      received = rawBody.byteLength;
      return Promise.resolve(taken);
    }, 1000);
    expect(await send(new Uint8Array(1001))).toEqual([413, ""]);
    expect(received).toBe(0);
    expect(await send(new Uint8Array(1000))).toEqual([204, ""]);
    expect(received).toBe(1000);
  });

  it("is taken in pieces whose length nobody said, and not read past the limit either", async () => {
    const sizes: number[] = [];
    const server = await webhookServer({
      receiverOf:
        () =>
        ({ rawBody }) => {
          sizes.push(rawBody.byteLength);
          return Promise.resolve(taken);
        },
      port: 0,
      maxBytes: 1000,
    });
    onTestFinished(() => server.close());
    const sendPieces = async (...pieces: readonly number[]) => {
      const body = Readable.toWeb(Readable.from(pieces.map((size) => new Uint8Array(size))));
      const sent = { method: "POST", body: body as ReadableStream, duplex: "half" } as const;
      return (await fetch(`${server.url}/webhooks/lyon/omnidoc`, sent)).status;
    };
    expect(await sendPieces(400, 600)).toBe(204);
    expect(await sendPieces(400, 601)).toBe(413);
    expect(sizes).toEqual([1000]);
  });

  it.each([
    ["/webhooks/paris/omnidoc", "POST"],
    ["/webhooks/lyon/medots", "POST"],
    ["/webhooks/lyon", "POST"],
    ["/webhooks/lyon/omnidoc", "GET"],
    ["/webhooks/lyon/omnidoc/ServiceRequest/r-1", "DELETE"],
    ["/webhooks/paris/omnidoc/ServiceRequest/r-1", "PUT"],
    ["/", "POST"],
  ])("has nobody to take it at %s by %s", async (path, method) => {
    const send = await serve(() => Promise.resolve(taken));
    expect(await send(some, path, method)).toEqual([404, ""]);
  });
});
