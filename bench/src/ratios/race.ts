/** Two ways to do the same work. */
export interface Race {
  readonly name: string;
  readonly other: () => unknown;
  readonly base: () => unknown;
}

const blockMilliseconds = 5;
const rounds = 15;

/**
 * How many times as long the one takes as the other. Their blocks alternate, and of each the fastest counts: what else
 * the machine does can only make a block slower. Time is the processor's.
 */
export function ratioOf({ other, base }: Race): number {
  const [otherBlock, baseBlock] = [blockOf(other), blockOf(base)];
  let [otherBest, baseBest] = [Infinity, Infinity];
  for (let round = 0; round < rounds; round += 1) {
    otherBest = Math.min(otherBest, timeOf(otherBlock.run) / otherBlock.times);
    baseBest = Math.min(baseBest, timeOf(baseBlock.run) / baseBlock.times);
  }
  return otherBest / baseBest;
}

/** As many repetitions as take a few milliseconds, once they are warm. */
function blockOf(work: () => unknown): { readonly run: () => void; readonly times: number } {
  let times = 1;
  const run = (): void => {
    for (let at = 0; at < times; at += 1) sink.push(work());
    sink.length = 0;
  };
  for (let took = 0; took < blockMilliseconds; took = timeOf(run)) times *= 2;
  for (let warm = 0; warm < 8; warm += 1) run();
  times = Math.max(1, Math.round((times * blockMilliseconds) / Math.max(timeOf(run), 0.1)));
  return { run, times };
}

/** Results that somebody could look at are results that are made. */
const sink: unknown[] = [];

function timeOf(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
