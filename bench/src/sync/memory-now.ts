/** Bytes that this process holds once what nobody needs is gone. It is to be run with `--expose-gc`. */
export async function memoryNow(): Promise<{ readonly heap: number; readonly rss: number }> {
  for (let turn = 0; turn < 3; turn += 1) {
    globalThis.gc?.();
    await new Promise((resolve) => setImmediate(resolve));
  }
  const { heapUsed, rss } = process.memoryUsage();
  return { heap: heapUsed, rss };
}
