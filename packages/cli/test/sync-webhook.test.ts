import { join } from "node:path";
import { askOpinion, opinionsFeed, settingsOf } from "@guichet/adapters-omnidoc";
import { readRecords } from "@guichet/sync";
import { freePort } from "@guichet/sync/testing";
import { expect, it, onTestFinished } from "vitest";
import { wish } from "../../adapters-omnidoc/src/wish.fixture.js";
import { storeBeside, storeFolderWith } from "./beside-worker.js";
import { eventIs, startGuichet } from "./run-until-stopped.js";

it("a request that was asked for is made on the platform, whose push is taken once and stored", async () => {
  const port = await freePort();
  const secret = `whsec_${Buffer.alloc(32, 3).toString("base64")}`;
  const pseudonymKey = Buffer.alloc(32, 7);
  const simulating = startGuichet(
    ["simulate", "omnidoc", "--webhook", `http://127.0.0.1:${String(port)}/webhooks/lyon/omnidoc`],
    { env: { GUICHET_WEBHOOK_SECRET: secret } },
  );
  const { baseUrl, token } = JSON.parse(await simulating.line(() => true)) as Record<
    "baseUrl" | "token",
    string
  >;
  const hourly = { pullEverySeconds: 3600, reconcileEverySeconds: 3600 };
  const omnidoc = {
    ...{
      baseUrl,
      allowLoopback: true,
      token: { env: "OMNIDOC_TOKEN" },
      pseudonymKey: { env: "PSEUDONYM_KEY" },
    },
    ...{ webhookSecrets: [{ env: "WEBHOOK_SECRET" }], ...hourly },
  };
  const config = {
    ...{ jurisdiction: "FR", store: { dataFolder: "data" }, webhooks: { port } },
    clinics: [{ id: "lyon", omnidoc }],
  };
  const folder = storeFolderWith({ "guichet.config.json": JSON.stringify(config) });
  const running = startGuichet(["sync", "--config", join(folder, "guichet.config.json")], {
    env: { OMNIDOC_TOKEN: token, PSEUDONYM_KEY: pseudonymKey.toString("base64"), WEBHOOK_SECRET: secret },
  });
  // Only a push can bring what is made from now on.
  await running.line(eventIs("feed-pulled", { feed: opinionsFeed }));
  await running.line(eventIs("feed-reconciled", { feed: opinionsFeed }));

  const store = await storeBeside(folder, { jurisdiction: "FR" });
  onTestFinished(() => store.close());
  const clinic = await store.forTenant("lyon");
  const settings = settingsOf({ baseUrl, pseudonymKey });
  await clinic.transaction((transaction) => askOpinion(transaction, wish, { reference: "r-1", settings }));

  await running.line(eventIs("intent-delivered", { kind: "request-opinion", outcome: "done" }));
  await running.line(eventIs("webhook-accepted", { tenant: "lyon", source: "omnidoc", outcome: "taken" }));
  const records = await clinic.transaction((transaction) => readRecords(transaction, opinionsFeed));
  expect(records).toMatchObject([{ status: "draft", reference: "r-1" }]);
  // What a patient is called is in none of what both processes say.
  for (const said of [running.stdout(), running.stderr(), simulating.stderr()])
    expect(said).not.toMatch(/EXEMPLE|258019999900129/);
});
