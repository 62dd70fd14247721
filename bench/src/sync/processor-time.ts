import { readFileSync, readdirSync } from "node:fs";

const ticksPerSecond = 100;

/** Seconds of processor that this process took so far, and those of all its servers of PostgreSQL; 0 where there is no /proc. */
export function processorSeconds(): { readonly own: number; readonly postgres: number } {
  const { user, system } = process.cpuUsage();
  return { own: (user + system) / 1e6, postgres: secondsBelow(process.pid, "postgres") };
}

/** All processes by this name among the descendants of one; those that ended count with who waited for them. */
function secondsBelow(root: number, name: string): number {
  const all = processes();
  const below = new Set([root]);
  for (let before = 0; before < below.size;) {
    before = below.size;
    for (const { pid, parent } of all) if (below.has(parent)) below.add(pid);
  }
  const found = all.filter((one) => below.has(one.pid) && one.name === name);
  return found.reduce((sum, { ticks }) => sum + ticks, 0) / ticksPerSecond;
}

interface Listed {
  readonly pid: number;
  readonly name: string;
  readonly parent: number;
  readonly ticks: number;
}

function processes(): readonly Listed[] {
  try {
    return readdirSync("/proc")
      .filter((entry) => /^\d+$/.test(entry))
      .flatMap((entry) => statusOf(Number(entry)) ?? []);
  } catch {
    return [];
  }
}

function statusOf(pid: number): Listed | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    const name = text.slice(text.indexOf("(") + 1, text.lastIndexOf(")"));
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    // utime, stime, cutime, cstime: fields 14 to 17 of proc(5), of which the first two are cut off here.
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    return { pid, name, parent: Number(fields[1]), ticks };
  } catch {
    return undefined;
  }
}
