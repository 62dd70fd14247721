import { chmodSync } from "node:fs";
import { join } from "node:path";
import { signWebhook } from "@guichet/sync/webhooks";
import { describe, expect, it } from "vitest";
import { keysInFile, openStore, recordIntent, runningEmbedded } from "@guichet/sync";
import { folderWith, guichet } from "./run-guichet.js";
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
    const folder = folderWith({ "guichet.config.ts": source });
    // PostgreSQL does not run as root, and its own user has to get to its folder.
    chmodSync(folder, 0o711);
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
    const databaseUrl = (await runningEmbedded(join(folder, "data"))) ?? "";
    const keys = await keysInFile(join(folder, "data.keys"));
    const store = await openStore({ databaseUrl, keys, jurisdiction: "RU" });
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
    await running.line(eventIs("intent-delivered", { tenant: "tver", outcome: "refused" }));

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

  it("says in words how things stand before anything happened, and what it cannot find", async () => {
    const folder = folderWith({
      "guichet.config.json": JSON.stringify({
        jurisdiction: "FR",
        store: { dataFolder: "data" },
        clinics: [{ id: "lyon" }],
      }),
    });
    chmodSync(folder, 0o711);
    const config = ["--config", join(folder, "guichet.config.json")];
    const status = await guichet(["sync", "status", "--text", ...config]);
    expect(status).toEqual({
      code: 0,
      stdout: "Waiting\nNothing waits.\n\nSet aside\nNothing is set aside.\n",
      stderr: "",
    });
    const unknown = await guichet(["sync", "dead-letters", "--retry", "none", "--text", ...config]);
    expect(unknown).toEqual({
      code: 1,
      stdout: "",
      stderr: "dead letters: none has this id; list them first\n",
    });
    const confirmed = await guichet(["sync", "confirm", "lyon", "appointments", "--text", ...config]);
    expect([confirmed.code, confirmed.stderr.startsWith("tenant: the store has none by this id")]).toEqual([
      1,
      true,
    ]);
  });
});
