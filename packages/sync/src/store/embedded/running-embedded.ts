import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { postmasterOf } from "./postmaster.js";

/**
 * The address of the PostgreSQL that another process runs in a data folder, for whoever may read the password there;
 * `undefined` where none runs. It is that process's to stop.
 */
export async function runningEmbedded(dataFolder: string): Promise<string | undefined> {
  const folder = resolve(dataFolder);
  const directory = join(folder, "postgres");
  if ((await postmasterOf(directory)) === undefined) return undefined;
  const [password, pidFile] = await Promise.all(
    [join(folder, "password"), join(directory, "postmaster.pid")].map((path) =>
      readFile(path, "utf8").catch(() => ""),
    ),
  );
  // The fourth line of PostgreSQL's own file is its port.
  const port = Number(pidFile?.split("\n")[3]);
  if (!password || !Number.isInteger(port) || port <= 0) return undefined;
  return `postgres://guichet:${password.trim()}@127.0.0.1:${String(port)}/postgres`;
}
