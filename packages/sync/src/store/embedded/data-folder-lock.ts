import { link, mkdir, readdir, readFile, readlink, rename, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { storeError } from "../store-error.js";

/** A folder that this process owns until it releases it or ends. */
export interface FolderLock {
  readonly release: () => Promise<void>;
}

/**
 * Takes a folder for this process alone. Every taking has a number one above the last, and its file appears whole or
 * not at all, so of many that try only one gets it. The lock of a process that has ended counts for nothing.
 *
 * Errors: `data-folder-in-use`, at once.
 */
export async function lockDataFolder(folder: string): Promise<FolderLock> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const last = await lastTaking(folder);
  if (last) await refuseLiving(folder, last);
  const mine = (last?.number ?? 0) + 1;
  const path = join(folder, `owner.${mine}`);
  const draft = join(folder, `owner.draft-${process.pid}-${crypto.randomUUID()}`);
  await writeFile(draft, JSON.stringify(await thisProcess()), { mode: 0o600, flush: true });
  try {
    await link(draft, path);
  } catch {
    throw inUse(folder, "another process took it at the same moment");
  } finally {
    await rm(draft, { force: true });
  }
  // Somebody who was slower to look but quicker to take has a higher number and the folder.
  if ((await lastTaking(folder))?.number !== mine) {
    await rm(path, { force: true });
    throw inUse(folder, "another process took it at the same moment");
  }
  for (const { number } of await takings(folder)) {
    if (number < mine) await rm(join(folder, `owner.${number}`), { force: true });
  }
  return {
    // The file stays: numbers only ever grow.
    release: async () => {
      const released = join(folder, `owner.draft-${process.pid}-${crypto.randomUUID()}`);
      await writeFile(released, JSON.stringify(nobody), { mode: 0o600 });
      await rename(released, path);
    },
  };
}

interface Owner {
  readonly host: string;
  /** Changes with every start of the machine. */
  readonly boot: string;
  /** Process ids mean something inside one of these only. */
  readonly pidNamespace: string;
  /** 0: nobody. */
  readonly pid: number;
  /** Tells a process from a later one with the same id. */
  readonly startedAt: string;
}

const nobody: Owner = { host: "", boot: "", pidNamespace: "", pid: 0, startedAt: "" };

async function takings(
  folder: string,
): Promise<readonly { readonly number: number; readonly path: string }[]> {
  return (await readdir(folder))
    .map((name) => ({ number: Number(/^owner\.(\d+)$/.exec(name)?.[1] ?? 0), path: join(folder, name) }))
    .filter(({ number }) => number > 0)
    .sort((left, right) => left.number - right.number);
}

interface Taking {
  readonly number: number;
  readonly owner: Owner;
}

async function lastTaking(folder: string): Promise<Taking | undefined> {
  for (;;) {
    const last = (await takings(folder)).at(-1);
    if (!last) return undefined;
    try {
      return { number: last.number, owner: JSON.parse(await readFile(last.path, "utf8")) as Owner };
    } catch (error) {
      // It was swept away by a later one, which is what to look at.
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    }
  }
}

async function refuseLiving(folder: string, { number, owner }: Taking): Promise<void> {
  if (owner.pid === 0) return;
  const here = await thisProcess();
  if (owner.boot === here.boot && owner.pidNamespace === here.pidNamespace) {
    if ((await startOf(owner.pid)) !== owner.startedAt) return;
    throw inUse(folder, `process ${owner.pid} has it open`);
  }
  // The machine was started again since.
  if (owner.host === here.host && owner.boot !== here.boot) return;
  throw inUse(
    folder,
    `process ${owner.pid} of ${owner.host} took it, and cannot be seen from here`,
    `owner.${number}`,
  );
}

function inUse(folder: string, what: string, file?: string): Error {
  return storeError(
    "data-folder-in-use",
    folder,
    what,
    file
      ? `once that machine is certainly stopped, remove the file ${file} in it`
      : "use one folder for each process, or a PostgreSQL server for many",
  );
}

async function thisProcess(): Promise<Owner> {
  return {
    host: hostname(),
    boot: await readFile("/proc/sys/kernel/random/boot_id", "utf8").then(
      (text) => text.trim(),
      () => "",
    ),
    pidNamespace: await readlink("/proc/self/ns/pid").catch(() => ""),
    pid: process.pid,
    startedAt: (await startOf(process.pid)) ?? "",
  };
}

/** When a process started; `undefined` when there is none. Outside of Linux, only whether there is one. */
async function startOf(pid: number): Promise<string | undefined> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    // A process that has ended and that nobody asked about yet.
    return fields[0] === "Z" ? undefined : fields[19];
  } catch {
    return process.platform === "linux" ? undefined : isRunning(pid) ? "" : undefined;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
