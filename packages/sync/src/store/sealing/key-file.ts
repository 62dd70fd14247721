import { randomBytes, randomUUID } from "node:crypto";
import { link, readFile, rm, writeFile } from "node:fs/promises";
import { storeError } from "../store-error.js";
import type { SealingKeys } from "./sealing-keys.js";

/**
 * The keys in a file, `{ "current": "…", "keys": { "…": "<32 bytes, base64>" } }`; where there is none, one is made that
 * only its owner can read. Keep a copy of it apart from the data: without it what is sealed stays sealed.
 *
 * Errors: `keys-refused`.
 */
export async function keysInFile(path: string): Promise<SealingKeys> {
  const text = await readFile(path, "utf8").catch(async (error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw unreadable(path);
    return makeKeyFile(path);
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

async function makeKeyFile(path: string): Promise<string> {
  const text = JSON.stringify({ current: "1", keys: { 1: randomBytes(32).toString("base64") } });
  const draft = `${path}.draft-${randomUUID()}`;
  await writeFile(draft, text, { mode: 0o600, flush: true });
  try {
    // Never over one that is there.
    await link(draft, path);
    return text;
  } catch {
    return await readFile(path, "utf8");
  } finally {
    await rm(draft, { force: true });
  }
}

function unreadable(path: string): Error {
  return storeError("keys-refused", path, "not a file of keys", "restore it from its copy");
}
