import { join } from "node:path";
import { askOpinion, opinionsFeed, settingsOf } from "@guichet/adapters-omnidoc";
import { simulateOmnidoc } from "@guichet/adapters-omnidoc/simulator";
import { readRecords, surroundingsOfProcess, type Fetch } from "@guichet/sync";
import { serveSimulator } from "@guichet/sync/simulator";
import { freePort } from "@guichet/sync/testing";
import { signWebhook } from "@guichet/sync/webhooks";
import { expect, it, onTestFinished } from "vitest";
import { wish } from "../../adapters-omnidoc/src/wish.fixture.js";
import { storeBeside, storeFolderWith } from "./beside-worker.js";
import { eventIs, startGuichet } from "./run-until-stopped.js";

it("a platform that can only push is never asked, and its requests are followed", async () => {
  const port = await freePort();
  const { clock } = surroundingsOfProcess();
  const secret = `whsec_${Buffer.alloc(32, 3).toString("base64")}`;
  const url = `http://127.0.0.1:${String(port)}/webhooks/lyon/omnidoc`;
  const simulator = simulateOmnidoc({ clock, token: "a-token", webhook: { url, secret, as: "patch" } });
  const asked: string[] = [];
  const pushesOnly: Fetch = async (request) => {
    if (request.method !== "GET") return simulator.fetch(request);
    asked.push(new URL(request.url).pathname);
    return new Response(null, { status: 405 });
  };
  const served = await serveSimulator({ fetch: pushesOnly });
  onTestFinished(served.close);

  const pseudonymKey = Buffer.alloc(32, 7);
  const baseUrl = `${served.url}/fhir`;
  const omnidoc = {
    ...{ baseUrl, allowLoopback: true, token: { env: "TOKEN" }, pseudonymKey: { env: "PSEUDONYM_KEY" } },
    ...{ changes: "pushed", webhookSecrets: [{ env: "WEBHOOK_SECRET" }] },
  };
  const config = {
    ...{ jurisdiction: "FR", store: { dataFolder: "data" }, webhooks: { port } },
    clinics: [{ id: "lyon", omnidoc }],
  };
  const folder = storeFolderWith({ "guichet.config.json": JSON.stringify(config) });
  const running = startGuichet(["sync", "--config", join(folder, "guichet.config.json")], {
    env: { TOKEN: "a-token", PSEUDONYM_KEY: pseudonymKey.toString("base64"), WEBHOOK_SECRET: secret },
  });
  await running.line(eventIs("listening", { task: "webhooks" }));
  const store = await storeBeside(folder, { jurisdiction: "FR" });
  onTestFinished(() => store.close());
  const clinic = await store.forTenant("lyon");
  const settings = settingsOf({ baseUrl, pseudonymKey });
  await clinic.transaction((transaction) => askOpinion(transaction, wish, { reference: "r-1", settings }));
  await running.line(eventIs("intent-delivered", { kind: "request-opinion", outcome: "done" }));

  const answers: (readonly [string, number, string | null])[] = [];
  const standing = async () => {
    await simulator.pushes.push(async (request) => {
      const answer = await globalThis.fetch(request);
      answers.push([request.method, answer.status, answer.headers.get("etag")]);
      return answer;
    });
    expect(simulator.pushes.pending()).toEqual([]);
    const records = await clinic.transaction((transaction) => readRecords(transaction, opinionsFeed));
    return records.map(({ status }) => status);
  };
  expect(await standing()).toEqual(["draft"]);
  const id = simulator.requests[0]?.id ?? "";
  simulator.move(id, "ready");
  simulator.move(id, "in-progress");
  expect(await standing()).toEqual(["in-progress"]);
  expect(answers).toEqual([
    ["POST", 200, 'W/"1"'],
    ["PATCH", 200, 'W/"1%2B"'],
    ["PATCH", 200, 'W/"1%2B%2B"'],
  ]);

  // What is only named cannot be read anywhere: it is refused, not lost.
  const entry = [{ request: { method: "PATCH", url: `ServiceRequest/${id}` } }];
  const body = JSON.stringify({ resourceType: "Bundle", type: "transaction", entry });
  const rawBody = new TextEncoder().encode(body);
  const headers = signWebhook({ secrets: [secret], id: "evt_patch", rawBody, nowMillis: clock.now() });
  expect((await globalThis.fetch(url, { method: "POST", headers, body })).status).toBe(422);
  await running.line(eventIs("webhook-refused", { code: "push-incomplete" }));

  expect(asked).toEqual([]);
  expect((await running.stop("SIGTERM")).code).toBe(0);
  expect(running.stdout()).not.toContain('"event":"feed-');
});
