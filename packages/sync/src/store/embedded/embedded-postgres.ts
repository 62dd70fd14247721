import { randomBytes } from "node:crypto";
import { chmod, chown, mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { userInfo } from "node:os";
import { join, resolve } from "node:path";
import { postgresDatabase } from "../postgres-database.js";
import { sqlOfLibrary } from "../sql.js";
import { storeError } from "../store-error.js";
import { lockDataFolder } from "./data-folder-lock.js";
import { makeCluster, startServer } from "./embedded-server.js";
import { endWithThisProcess } from "./end-with-this-process.js";
import { linkLibraries, postgresPackage } from "./link-libraries.js";
import { postmasterOf, stopPostmaster } from "./postmaster.js";

/** A PostgreSQL of our own, and how to reach it. */
export interface RunningPostgres {
  /** Of one of its databases; `postgres` is always there. */
  readonly urlOf: (database: string) => string;
  readonly stop: () => Promise<void>;
}

export interface EmbeddedOptions {
  readonly dataFolder: string;
  /** `false` only for data that may be lost with the machine, as in a simulation. */
  readonly fsync?: boolean;
  /** Connections at most; 100. */
  readonly connections?: number;
}

/**
 * Starts PostgreSQL in a folder that belongs to this process alone, on a free port of the loopback address. It
 * ends with this process; what one left running nevertheless is stopped first. The password is in the folder, which only its owner can read.
 *
 * Errors: `data-folder-in-use`, `embedded-postgres-failed`.
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<RunningPostgres> {
  await linkLibraries(await postgresPackage());
  const dataFolder = resolve(options.dataFolder);
  const directory = join(dataFolder, "postgres");
  const lock = await lockDataFolder(dataFolder);
  const end = async (): Promise<void> => {
    await stopPostmaster(directory);
    await lock.release();
  };
  try {
    await stopPostmaster(directory);
    const { fsync = true, connections = 100 } = options;
    const password = await secretIn(dataFolder, "password");
    const settings = { directory, password, fsync, connections };
    if (!(await exists(directory))) await makeIn(dataFolder, settings);
    const port = await startServer(settings);
    await changeFirstPassword(dataFolder, port, password);
    const pid = await postmasterOf(directory);
    const callOff =
      pid === undefined ? undefined : endWithThisProcess(pid, join(directory, "postmaster.pid"));
    return {
      urlOf: (database) => urlOf(port, password, database),
      stop: async () => {
        await end();
        callOff?.();
      },
    };
  } catch {
    await end();
    throw storeError(
      "embedded-postgres-failed",
      dataFolder,
      "PostgreSQL did not start in it",
      "see whether the disk has room and its user can enter the folder, or name a server of your own",
    );
  }
}

interface Settings {
  readonly directory: string;
  readonly fsync: boolean;
  readonly connections: number;
}

/** Makes the cluster beside its place and moves it there whole: one that is half made is never taken for a database. */
async function makeIn(folder: string, settings: Settings): Promise<void> {
  const draft = join(folder, "postgres.draft");
  await rm(draft, { recursive: true, force: true });
  const isRoot = userInfo().uid === 0;
  if (isRoot) await chmod(folder, 0o711);
  else await mkdir(draft, { mode: 0o700 });
  await makeCluster({ ...settings, directory: draft, password: await secretIn(folder, "password.first") });
  if (isRoot) {
    // PostgreSQL does not run as root; the user it runs as owns the folder, and nobody else may enter.
    const { uid, gid } = await stat(draft);
    await chown(folder, uid, gid);
    await chmod(folder, 0o700);
  }
  await rename(draft, settings.directory);
}

/** The package that makes a cluster writes its password where others may read it, so it is changed at the first start. */
async function changeFirstPassword(folder: string, port: number, password: string): Promise<void> {
  const path = join(folder, "password.first");
  if (!(await exists(path))) return;
  const first = await secretIn(folder, "password.first");
  const database = postgresDatabase({ url: urlOf(port, first, "postgres"), connections: 1 });
  try {
    const session = await database.connect().catch(() => undefined);
    // A server that does not take it any more has the other one.
    await session?.run(sqlOfLibrary(`alter role guichet password '${password}'`, []));
    session?.release("close");
  } finally {
    await database.close();
  }
  await rm(path);
}

/** 24 random bytes that are drawn once and stay, in a file that only its owner can read. */
async function secretIn(folder: string, name: string): Promise<string> {
  const path = join(folder, name);
  const known = await readFile(path, "utf8").catch(() => "");
  if (/^[0-9a-f]{48}$/.test(known)) return known;
  const drawn = randomBytes(24).toString("hex");
  await writeFile(`${path}.draft`, drawn, { mode: 0o600, flush: true });
  await rename(`${path}.draft`, path);
  return drawn;
}

function urlOf(port: number, password: string, database: string): string {
  return `postgres://guichet:${password}@127.0.0.1:${port}/${database}`;
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
