import { spawn, type ChildProcess } from "node:child_process";
import type { Socket } from "node:net";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbeddedPostgres, type RunningPostgres } from "../store/embedded/embedded-postgres.js";
import { postgresDatabase } from "../store/postgres-database.js";
import { prepareDatabase } from "../store/postgres-store.js";
import { sqlOfLibrary } from "../store/sql.js";

/** A server of this process, in which databases are made from one that is prepared. */
export interface TestServer {
  /** The address of a new database. */
  readonly newDatabase: () => Promise<string>;
  readonly dropDatabase: (url: string) => Promise<void>;
  readonly stop: () => Promise<void>;
}

const servers = new Map<boolean, Promise<TestServer>>();

/**
 * The server of this process, started when it is first asked for. It ends with the process. Without `fsync` it is fast,
 * and what is in it does not survive a power cut: not for tests of durability.
 */
export function testServer(fsync: boolean): Promise<TestServer> {
  const known = servers.get(fsync) ?? startTestServer(fsync);
  servers.set(fsync, known);
  return known;
}

/** Stops the servers of this process and removes their folders. */
export async function stopTestServers(): Promise<void> {
  const started = [...servers.values()];
  servers.clear();
  for (const server of started) await (await server).stop();
}

async function startTestServer(fsync: boolean): Promise<TestServer> {
  const dataFolder = await mkdtemp(join(tmpdir(), "guichet-test-"));
  const server = await startEmbeddedPostgres({ dataFolder, fsync, connections: 300 });
  const watch = endWithThisProcess(dataFolder);
  const template = "prepared";
  await inDatabase(server, `create database ${template}`);
  const database = postgresDatabase({ url: server.urlOf(template), connections: 3 });
  await prepareDatabase(database);
  await database.close();
  let made = 0;
  return {
    newDatabase: async () => {
      made += 1;
      await inDatabase(server, `create database test_${made} template ${template}`);
      return server.urlOf(`test_${made}`);
    },
    dropDatabase: (url) => inDatabase(server, `drop database ${new URL(url).pathname.slice(1)} with (force)`),
    stop: async () => {
      await server.stop();
      await rm(dataFolder, { recursive: true, force: true });
      watch.kill();
    },
  };
}

/**
 * A shell that waits for this process to end, however it does, then stops the server it left and removes its folder: a
 * test that is killed leaves nothing behind.
 */
function endWithThisProcess(dataFolder: string): ChildProcess {
  const script =
    'cat >/dev/null; kill -QUIT "$(head -n 1 "$1/postgres/postmaster.pid")"; sleep 1; rm -rf "$1"';
  const watch = spawn("sh", ["-c", script, "sh", dataFolder], {
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  watch.unref();
  (watch.stdin as Socket | null)?.unref();
  return watch;
}

async function inDatabase(server: RunningPostgres, text: string): Promise<void> {
  const database = postgresDatabase({ url: server.urlOf("postgres"), connections: 1 });
  try {
    const session = await database.connect();
    await session.run(sqlOfLibrary(text, []));
    session.release("keep");
  } finally {
    await database.close();
  }
}
