import { measure } from "mitata";
import { casesOfTask, halfKnown, taskOf } from "./cases.js";
import { withNeeds } from "./needs.js";
import { variants } from "./variants.js";

// One variant on one task in a process of its own: no other variant has seen its objects or warmed its code.
const [variantId = "", taskId = "", known = "complete"] = process.argv.slice(2);
const variant = variants.find(({ id }) => id === variantId);
const task = taskOf(taskId);
const all = casesOfTask(task, 2048);
const run = known === "half" ? withNeeds(task.policy, variantId) : await variant?.make(task.policy);
if (!run) throw new RangeError(`bench: there is no variant "${variantId}"`);
let sink = 0;

const operations = await asManyAsFit(known === "half" ? halfKnown(task, all) : all);
const isAsync = run(operations[0]?.[0] ?? {}) instanceof Promise;
const atOnce = variant?.atOnce ?? 1;

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
const together = async (): Promise<void> => {
  const facts = operations.flat();
  for (let at = 0; at < facts.length; at += atOnce) {
    const answers = await Promise.all(facts.slice(at, at + atOnce).map(run));
    for (const one of answers) sink += one === undefined ? 1 : 2;
  }
};
// The time of the processor, not of the wall: what else runs on the machine counts less.
const now = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) * 1000;
};
const stats = await measure(atOnce > 1 ? together : isAsync ? awaited : sync, {
  now,
  min_cpu_time: Number(process.env["BENCH_SECONDS"] ?? 1) * 1e9,
  min_samples: 12,
  warmup_samples: operations.length === all.length ? 60 : 3,
});
const each = (nanoseconds: number): number => nanoseconds / operations.length;
const [p25, p50, p75] = [each(stats.p25), each(stats.p50), each(stats.p75)];
const heap = isAsync ? undefined : heapOf();
console.log(JSON.stringify({ p25, p50, p75, heap, sink: sink > 0 }));

/** A sample is one pass over a batch: all operations, or as many as take some fifty milliseconds. */
async function asManyAsFit(from: typeof all): Promise<typeof all> {
  let took = Infinity;
  for (const facts of from.slice(0, 6)) {
    const start = performance.now();
    for (const one of facts) sink += (await run?.(one)) === undefined ? 1 : 2;
    took = Math.min(took, performance.now() - start);
  }
  return took < 0.2 ? from : from.slice(0, Math.max(8, Math.min(from.length, Math.floor(50 / took))));
}

/**
 * Bytes of heap an operation takes, where the collector can be called: so few operations that it does not run by
 * itself. It also throws away code made for shapes of which nothing is left, so that code is made again first.
 */
function heapOf(): number | undefined {
  const { gc } = globalThis as { readonly gc?: () => void };
  if (!gc) return undefined;
  const few = operations.slice(0, 200);
  const pass = (): void => {
    for (const facts of few) for (const one of facts) sink += run?.(one) === undefined ? 1 : 2;
  };
  gc();
  for (const start = performance.now(); performance.now() - start < 200;) pass();
  const grown = Array.from({ length: 9 }, () => {
    const before = process.memoryUsage().heapUsed;
    pass();
    return (process.memoryUsage().heapUsed - before) / few.length;
  });
  return grown.sort((left, right) => left - right)[4];
}
