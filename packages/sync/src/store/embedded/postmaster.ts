import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/** The process that serves a data directory, if one does. */
export async function postmasterOf(directory: string): Promise<number | undefined> {
  const lines = await readFile(join(directory, "postmaster.pid"), "utf8").catch(() => undefined);
  const pid = Number(lines?.split("\n")[0]);
  if (!Number.isSafeInteger(pid) || pid <= 0) return undefined;
  // A number that another program got since is none of ours.
  const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => undefined);
  if (command !== undefined) return command.split("\0").includes(directory) ? pid : undefined;
  return process.platform !== "linux" && isRunning(pid) ? pid : undefined;
}

/**
 * Ends the server of a data directory: its connections are cut and it writes everything down (`SIGINT`); after
 * `patienceMillis` it stops as it is, and recovers when it next starts (`SIGQUIT`).
 */
export async function stopPostmaster(directory: string, patienceMillis = 10_000): Promise<void> {
  const pid = await postmasterOf(directory);
  if (pid === undefined) return;
  signal(pid, "SIGINT");
  for (let waited = 0; (await postmasterOf(directory)) === pid; waited += 20) {
    if (waited === patienceMillis) signal(pid, "SIGQUIT");
    if (waited === 2 * patienceMillis) signal(pid, "SIGKILL");
    await wait(20);
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended.
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
