// Two workers on one database: one is killed in the middle of its work, and every letter is sent once.
import { fork } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { carrierFor, openStore, recordIntent, runWorker, syncStatus, type Outlet } from "@guichet/sync";
import { openTestStore, stopTestServers, testKeys } from "@guichet/sync/testing";

const [role, databaseUrl = "", platform = ""] = process.argv.slice(2);
// This file is both: the morning, and each of the two workers it starts.
if (role === "worker") await work();
else await morning();

/** A worker, as it runs on any number of machines: it knows the database and the platform, and no other worker. */
async function work(): Promise<void> {
  const store = await openStore({ databaseUrl, keys: testKeys, jurisdiction: "FR" });
  const clinic = await store.addTenant({ id: "clinic-lyon", jurisdiction: "FR" });
  const letters: Outlet<"letter", { readonly about: string }> = {
    kind: "letter",
    // The platform can be asked whether it has a letter, and takes up none later than a second after it was sent.
    capabilities: { idempotencyKeys: false, searchByReference: true, versions: false, requestLifeSeconds: 1 },
    send: async ({ reference }, signal) => {
      const sent = await ask("POST", reference, signal);
      return sent === undefined ? lost : { outcome: "done", remoteId: reference };
    },
    find: async ({ reference }, signal) => {
      const found = await ask("GET", reference, signal);
      if (found === undefined) return lost;
      return found === 200 ? { outcome: "found", remoteId: reference } : { outcome: "absent" };
    },
  };
  const worker = runWorker({
    store,
    clinics: [{ clinic, carriers: [carrierFor(letters)] }],
    concurrency: 2,
    lookEveryMillis: 50,
    // Whoever is not heard of for two seconds has lost what it had taken up.
    delivery: { leaseSeconds: 2, settleSeconds: 1, marginSeconds: 0.2 },
  });
  process.once("SIGTERM", () => void worker.stop().then(() => store.close()));
}

const lost = { outcome: "unknown", code: "connection-lost" } as const;

/** The status of the answer; none where there was no answer. */
async function ask(method: string, reference: string, signal: AbortSignal): Promise<number | undefined> {
  try {
    return (await fetch(`${platform}/${reference}?by=${process.pid}`, { method, signal })).status;
  } catch {
    return undefined;
  }
}

async function morning(): Promise<void> {
  // The platform takes 20 ms for a letter, and keeps a list of what it was sent, and by whom.
  const sent: { readonly letter: string; readonly by: number }[] = [];
  const post = createServer((request, response) => {
    const { pathname: letter, searchParams } = new URL(request.url ?? "", "http://post");
    const isKnown = sent.some((one) => one.letter === letter);
    if (request.method === "POST") sent.push({ letter, by: Number(searchParams.get("by")) });
    setTimeout(() => response.writeHead(isKnown || request.method === "POST" ? 200 : 404).end(), 20);
  }).listen(0, "127.0.0.1");
  await once(post, "listening");
  const address = `http://127.0.0.1:${(post.address() as AddressInfo).port}`;

  // A PostgreSQL of this example's own. Yours is named by `databaseUrl`, and has keys that nobody else knows.
  const store = await openTestStore();
  const clinic = await store.addTenant({ id: "clinic-lyon", jurisdiction: "FR" });
  for (let number = 1; number <= 100; number += 1) {
    const letter = { kind: "letter", reference: `letter-${number}`, payload: { about: "opening hours" } };
    await clinic.transaction((transaction) => recordIntent(transaction, { ...letter, decision: null }));
  }
  console.log("asked for:", 100);

  const [one, other] = [startWorker(), startWorker()];
  while (!sent.some(({ by }) => by === one.pid) || sent.length < 20) await wait(5);
  one.kill("SIGKILL");
  console.log("killed one worker at its work:", sent.length < 100);

  while ((await syncStatus(store)).intents.length > 0) await wait(50);
  console.log(
    "sent:",
    new Set(sent.map(({ letter }) => letter)).size,
    "letters, in",
    sent.length,
    "requests",
  );
  console.log(
    "the other worker had a part:",
    sent.some(({ by }) => by === other.pid),
  );

  other.kill("SIGTERM");
  await once(other, "exit");
  await store.close();
  await stopTestServers();
  post.close();

  function startWorker() {
    return fork(fileURLToPath(import.meta.url), ["worker", store.databaseUrl, address]);
  }
}
