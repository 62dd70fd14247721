import { chmod, mkdir, mkdtemp, rename, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeKeyFile } from "../sealing/key-file.js";
import { openStore } from "../open-store.js";
import { postgresDatabase } from "../postgres-database.js";
import { sql } from "../sql.js";
import { inTransaction } from "../transaction.js";
import { startEmbeddedPostgres } from "./embedded-postgres.js";

let dataFolder: string;

beforeAll(async () => {
  dataFolder = join(await mkdtemp(join(tmpdir(), "guichet-embedded-")), "data");
  // Root's PostgreSQL runs as another user, who must come through.
  await mkdir(join(dataFolder, "postgres.draft"), { recursive: true });
  await writeFile(join(dataFolder, "postgres.draft", "PG_VERSION"), "18");
  await chmod(join(dataFolder, ".."), 0o711);
});

afterAll(() => rm(join(dataFolder, ".."), { recursive: true, force: true }));

const modeOf = async (path: string): Promise<string> => ((await stat(path)).mode & 0o777).toString(8);

describe("a store in a folder", () => {
  it("is one process's, is only its owner's to read, and is there again", async () => {
    const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
    const listeners = signals.map((signal) => process.listenerCount(signal));
    const store = await openStore({ dataFolder, jurisdiction: "FR" });
    await store.addTenant({ id: "clinic-a", jurisdiction: "FR" });
    // When to stop is ours to say.
    expect(signals.map((signal) => process.listenerCount(signal))).toEqual(listeners);
    await expect(openStore({ dataFolder, jurisdiction: "FR" })).rejects.toMatchObject({
      code: "data-folder-in-use",
    });
    expect(await modeOf(dataFolder)).toBe("700");
    expect(await modeOf(join(dataFolder, "postgres"))).toBe("700");
    expect(await modeOf(join(dataFolder, "password"))).toBe("600");
    expect(await modeOf(`${dataFolder}.keys`)).toBe("600");
    await store.close();

    const again = await openStore({ dataFolder, jurisdiction: "FR" });
    expect(await again.tenants()).toEqual([{ id: "clinic-a", jurisdiction: "FR" }]);
    await again.close();
    await expect(openStore({ dataFolder, jurisdiction: "RU" })).rejects.toMatchObject({
      code: "jurisdiction-differs",
    });
  });

  it("is not opened without the keys that lie beside it, nor are others made", async () => {
    const keys = `${dataFolder}.keys`;
    await rename(keys, `${keys}.away`);
    await expect(openStore({ dataFolder, jurisdiction: "FR" })).rejects.toMatchObject({
      code: "keys-missing",
    });
    await expect(stat(keys)).rejects.toMatchObject({ code: "ENOENT" });
    await makeKeyFile(keys);
    await expect(openStore({ dataFolder, jurisdiction: "FR" })).rejects.toMatchObject({
      code: "key-unknown",
    });
    await rename(`${keys}.away`, keys);
    await (await openStore({ dataFolder, jurisdiction: "FR" })).close();
  });

  it("asks for its password, and no other will do", async () => {
    const server = await startEmbeddedPostgres({ dataFolder });
    const url = new URL(server.urlOf("postgres"));
    for (const [password, outcome] of [
      [url.password, "connected"],
      ["0".repeat(48), "refused"],
      ["", "refused"],
    ] as const) {
      url.password = password;
      const database = postgresDatabase({ url: url.href, connections: 1 });
      const connected = await database.connect().then(
        (session) => {
          session.release("close");
          return "connected";
        },
        () => "refused",
      );
      expect(connected).toBe(outcome);
      await database.close();
    }
    await server.stop();
  });

  it("writes to disk before it answers, and listens on this machine alone", async () => {
    const server = await startEmbeddedPostgres({ dataFolder });
    const database = postgresDatabase({ url: server.urlOf("postgres"), connections: 1 });
    const settings = await inTransaction(database, [], ({ query }) =>
      query(sql`
        select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
          current_setting('listen_addresses') as host, current_setting('unix_socket_directories') as sockets`),
    );
    expect(settings).toEqual([{ fsync: "on", commit: "on", host: "127.0.0.1", sockets: "" }]);
    await database.close();
    await server.stop();
  });

  it("says what is wrong when PostgreSQL does not start, and lets the folder go", async () => {
    const broken = `${dataFolder}-broken`;
    await mkdir(join(broken, "postgres"), { recursive: true });
    for (let count = 0; count < 2; count += 1) {
      await expect(startEmbeddedPostgres({ dataFolder: broken })).rejects.toMatchObject({
        code: "embedded-postgres-failed",
      });
    }
  });
});
