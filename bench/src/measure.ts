import { measure } from "mitata";
import { casesOfTask, taskOf } from "./cases.js";
import { variants } from "./variants.js";

// One variant on one task in a process of its own: no other variant has seen its objects or warmed its code.
const [variantId = "", taskId = ""] = process.argv.slice(2);
const variant = variants.find(({ id }) => id === variantId);
if (!variant) throw new RangeError(`bench: there is no variant "${variantId}"`);
const task = taskOf(taskId);
const isSlow = variantId.startsWith("json-rules-engine");
const operations = casesOfTask(task, isSlow ? 64 : 2048);
const run = variant.make(task.policy);
let sink = 0;

const sync = (): void => {
  for (const facts of operations) {
    for (const one of facts) sink += run(one) === undefined ? 1 : 2;
  }
};
const awaited = async (): Promise<void> => {
  for (const facts of operations) {
    for (const one of facts) sink += (await run(one)) === undefined ? 1 : 2;
  }
};
// The time of the processor, not of the wall: what else runs on the machine counts less.
const now = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) * 1000;
};
const stats = await measure(isSlow ? awaited : sync, {
  now,
  min_cpu_time: Number(process.env["BENCH_SECONDS"] ?? 1) * 1e9,
  min_samples: 12,
  warmup_samples: isSlow ? 2 : 60,
});
const each = (nanoseconds: number): number => nanoseconds / operations.length;
const [p25, p50, p75] = [each(stats.p25), each(stats.p50), each(stats.p75)];

const heap = isSlow ? undefined : heapOf();
console.log(JSON.stringify({ p25, p50, p75, heap, sink: sink > 0 }));

/** Bytes of heap an operation takes, where the collector can be called: so few that it does not run by itself. */
function heapOf(): number | undefined {
  const { gc } = globalThis as { readonly gc?: () => void };
  if (!gc) return undefined;
  const few = operations.slice(0, 200);
  const grown = Array.from({ length: 9 }, () => {
    gc();
    const before = process.memoryUsage().heapUsed;
    for (const facts of few) for (const one of facts) sink += run(one) === undefined ? 1 : 2;
    return (process.memoryUsage().heapUsed - before) / few.length;
  });
  return grown.sort((left, right) => left - right)[4];
}
