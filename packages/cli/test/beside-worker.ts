import { chmodSync } from "node:fs";
import { join } from "node:path";
import { keysInFile, openStore, runningEmbedded, type OpenStoreOptions, type Store } from "@guichet/sync";
import { folderWith } from "./run-guichet.js";

/** A folder like that of `folderWith`, for data too: PostgreSQL does not run as root, and its own user has to get to it. */
export function storeFolderWith(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = folderWith(files);
  chmodSync(folder, 0o711);
  return folder;
}

/** The store in the `data` of a folder, beside the worker that started its PostgreSQL. */
export async function storeBeside(
  folder: string,
  options: Pick<OpenStoreOptions, "jurisdiction" | "wrapDatabase">,
): Promise<Store> {
  const databaseUrl = (await runningEmbedded(join(folder, "data"))) ?? "";
  const keys = await keysInFile(join(folder, "data.keys"));
  return openStore({ ...options, databaseUrl, keys });
}
