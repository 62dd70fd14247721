import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { signWebhook } from "@guichet/sync/webhooks";
import { describe, expect, it, onTestFinished } from "vitest";
import { recordIntent } from "@guichet/sync";
import { storeBeside, storeFolderWith } from "./beside-worker.js";
import { guichet } from "./run-guichet.js";
import { eventIs, startGuichet, type Running } from "./run-until-stopped.js";

const webhookSecret = `whsec_${Buffer.alloc(32, 3).toString("base64")}`;

async function simulated(platform: string): Promise<Readonly<Record<string, string>>> {
  const running = startGuichet(["simulate", platform]);
  return JSON.parse(await running.line(() => true)) as Readonly<Record<string, string>>;
}

async function portOf(running: Running, task: string): Promise<number> {
  const line = await running.line(eventIs("listening", { task }));
  return (JSON.parse(line) as { port: number }).port;
}

describe("guichet sync", () => {
  it("keeps clinics on both platforms in step, answers about it, and stops within ten seconds", async () => {
    const [medots, omnidoc] = [await simulated("medots"), await simulated("omnidoc")];
    const key = Buffer.alloc(32, 7).toString("base64");
    const env = {
      MEDOTS_SECRET: medots["secretKey"] ?? "",
      OMNIDOC_TOKEN: omnidoc["token"] ?? "",
      PSEUDONYM_KEY: key,
      WEBHOOK_SECRET: webhookSecret,
    };
    const source = `
      interface Medots { readonly baseUrl: string; readonly clinicId: number }
      const medots: Medots & object = {
        baseUrl: "${medots["baseUrl"] ?? ""}", allowLoopback: true, identity: "${medots["identity"] ?? ""}",
        secretKey: { env: "MEDOTS_SECRET" }, clinicId: 1, zone: "Europe/Moscow", pullEverySeconds: 1,
      };
      const omnidoc = {
        baseUrl: "${omnidoc["baseUrl"] ?? ""}", allowLoopback: true, token: { env: "OMNIDOC_TOKEN" },
        pseudonymKey: { env: "PSEUDONYM_KEY" }, webhookSecrets: [{ env: "WEBHOOK_SECRET" }],
      };
      export default {
        jurisdiction: "RU",
        store: { dataFolder: "data" },
        health: { port: 0 },
        webhooks: { port: 0 },
        clinics: [{ id: "tver", medots }, { id: "perm", medots, omnidoc }],
      };`;
    const folder = storeFolderWith({ "guichet.config.ts": source });
    const configPath = join(folder, "guichet.config.ts");
    const running = startGuichet(["sync", "--config", configPath], { env });
    const health = `http://127.0.0.1:${String(await portOf(running, "health"))}/health`;
    const webhooks = `http://127.0.0.1:${String(await portOf(running, "webhooks"))}/webhooks`;
    for (const tenant of ["tver", "perm"])
      await running.line(eventIs("feed-reconciled", { tenant, feed: "medots-appointments-1" }));
    await running.line(eventIs("feed-reconciled", { tenant: "perm", feed: "omnidoc-opinions" }));

    expect((await fetch(`${health}/live`)).status).toBe(200);
    expect(await (await fetch(`${health}/ready`)).json()).toEqual({ status: "ready" });

    const rawBody = new TextEncoder().encode('{"resourceType":"Nothing"}');
    const send = async (path: string, secret: string) => {
      const headers = signWebhook({ secrets: [secret], id: "event-1", rawBody, nowMillis: Date.now() });
      return (await fetch(`${webhooks}/${path}`, { method: "POST", headers, body: rawBody })).status;
    };
    expect(await send("perm/omnidoc", webhookSecret)).toBe(422);
    expect(await send("perm/omnidoc", `whsec_${key}`)).toBe(401);
    expect(await send("tver/omnidoc", webhookSecret)).toBe(404);

    const status = await guichet(["sync", "status", "--config", configPath]);
    expect(status).toMatchObject({ code: 0, stderr: "" });
    expect(JSON.parse(status.stdout)).toMatchObject({
      intents: [],
      feeds: [
        { tenant: "perm", feed: "medots-appointments-1", failures: 0, held: null },
        { tenant: "perm", feed: "omnidoc-opinions", failures: 0, held: null },
        { tenant: "tver", feed: "medots-appointments-1", failures: 0, held: null },
      ],
      deadLetters: [],
    });

    // No call that cancels is known: what the platform cannot be told is refused, and a person does it.
    const store = await storeBeside(folder, { jurisdiction: "RU" });
    const clinic = await store.forTenant("tver");
    await clinic.transaction((transaction) =>
      recordIntent(transaction, {
        kind: "medots.cancel-appointment",
        reference: "0c1f",
        payload: { remoteId: "404" },
        decision: null,
      }),
    );
    await store.close();
    await running.line(
      eventIs("intent-turned-down", { tenant: "tver", outcome: "refused", code: "cancel-by-hand" }),
    );

    const stopped = await running.stop("SIGTERM");
    expect(stopped.code).toBe(0);
    expect(stopped.millis).toBeLessThan(10_000);
    expect(running.stderr()).toBe("");
    expect(running.stdout()).toContain('"event":"worker-stopped"');

    const later = await guichet(["sync", "status", "--config", configPath, "--text"], {
      env: { COLUMNS: "100" },
    });
    expect(later.stdout).toContain("omnidoc-opinions");
  });

  it("hears Ctrl-C at its terminal before its database does: what is under way is still written down", async () => {
    const simulating = startGuichet(["simulate", "medots", "--faults", "slow-drip*100"]);
    const { baseUrl = "" } = JSON.parse(await simulating.line(() => true)) as { baseUrl?: string };
    const medots = {
      ...{ baseUrl, allowLoopback: true, identity: "guichet", secretKey: { env: "MEDOTS_SECRET" } },
      ...{ clinicId: 1, zone: "Europe/Moscow" },
    };
    const store = { dataFolder: "data" };
    const content = { jurisdiction: "RU", store, health: { port: 0 }, clinics: [{ id: "tver", medots }] };
    const folder = storeFolderWith({ "guichet.config.json": JSON.stringify(content) });
    const env = { MEDOTS_SECRET: "not a secret: a simulator's own key" };
    const running = startGuichet(["sync", "--config", join(folder, "guichet.config.json")], { env });
    await running.line(eventIs("listening", { task: "health" }));
    // By then it reads a list that comes drop by drop.
    await wait(1_000);
    const stopped = await running.stop("SIGINT");
    expect(stopped.code).toBe(0);
    expect(stopped.millis).toBeLessThan(10_000);
    expect(running.stdout()).toMatch(/"event":"feed-(?:pulled|failed)"/);
    expect(running.stdout()).not.toContain("store-");
    expect(running.stderr()).toBe("");
  });

  it("says every port it cannot listen on, before anything is sent", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await once(taken, "listening");
    onTestFinished(() => void taken.close());
    const { port } = taken.address() as AddressInfo;
    const content = {
      ...{ jurisdiction: "FR", store: { dataFolder: "data" }, clinics: [{ id: "lyon" }] },
      ...{ health: { port, host: "127.0.0.1" }, webhooks: { port: 8081, host: "nowhere.invalid" } },
    };
    const folder = storeFolderWith({ "guichet.config.json": JSON.stringify(content) });
    const ran = await guichet(["sync", "--config", join(folder, "guichet.config.json")]);
    expect([ran.code, ran.stdout]).toEqual([1, ""]);
    expect(ran.stderr).toMatch(
      new RegExp(
        `^webhooks, nowhere\\.invalid:8081: [^;]+; [^;]+\\n` +
          `health, 127\\.0\\.0\\.1:${String(port)}: somebody listens on it; choose another port, or stop them\\n$`,
      ),
    );
  });
});
