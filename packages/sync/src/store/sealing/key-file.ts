import { randomBytes, randomUUID } from "node:crypto";
import { link, readFile, rm, writeFile } from "node:fs/promises";
import { storeError } from "../store-error.js";
import type { SealingKeys } from "./sealing-keys.js";

/**
 * The keys in a file, `{ "current": "…", "keys": { "…": "<32 bytes, base64>" } }`. Keep a copy of it apart from the data:
 * without it what is sealed stays sealed.
 *
 * Errors: `keys-missing`, `keys-refused`.
 */
export async function keysInFile(path: string): Promise<SealingKeys> {
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw unreadable(path);
    const todo = "restore it from its copy, or fetch it from where the database is open";
    throw storeError("keys-missing", path, "no such file of keys", todo);
  });
  try {
    const { current, keys } = JSON.parse(text) as { current: string; keys: Record<string, string> };
    return {
      current,
      keys: Object.fromEntries(Object.entries(keys).map(([id, key]) => [id, Buffer.from(key, "base64")])),
    };
  } catch {
    throw unreadable(path);
  }
}

/**
 * Makes a file with a new key that only its owner can read, for a database that is new: one that is sealed already does not
 * open with it. The answer is false where there is a file, which stays as it is.
 */
export async function makeKeyFile(path: string): Promise<boolean> {
  const id = randomBytes(4).toString("hex");
  const text = JSON.stringify({ current: id, keys: { [id]: randomBytes(32).toString("base64") } });
  const draft = `${path}.draft-${randomUUID()}`;
  await writeFile(draft, text, { mode: 0o600, flush: true });
  try {
    // Never over one that is there.
    await link(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

function unreadable(path: string): Error {
  return storeError("keys-refused", path, "not a file of keys", "restore it from its copy");
}
