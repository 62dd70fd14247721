import { performance } from "node:perf_hooks";
import type { BrokenPromise, HistoryReport } from "./history-report.js";
import type { HistoryStage } from "./history-stage.js";
import { InvariantBroken } from "./invariant.js";

/** A history that is about to be played on a stage. */
export interface HistoryToReport {
  readonly seed: number;
  readonly startsAt: number;
  readonly stage: HistoryStage<string> & { readonly watch: { readonly setAside: ReadonlySet<string> } };
  /** How many operations there were so far. */
  readonly operations: () => number;
  readonly play: () => Promise<void>;
}

/** Plays a history to its end, and says what came of it. Errors: whatever nobody expected, with its seed and operation. */
export async function reportHistory(history: HistoryToReport): Promise<HistoryReport> {
  const { seed, startsAt, stage, operations, play } = history;
  const realStart = performance.now();
  let broken: BrokenPromise | undefined;
  try {
    await play();
  } catch (error) {
    if (!(error instanceof InvariantBroken))
      throw new Error(`seed ${seed}, operation ${operations()}`, { cause: error });
    stage.note(error.message);
    broken = { invariant: error.invariant, what: error.message, operation: operations() };
  }
  const traceHash = await stage.end();
  return {
    seed,
    operations: operations(),
    faults: stage.faultsMet,
    setAside: stage.watch.setAside.size,
    traceHash,
    simulatedMillis: stage.turns.now() - startsAt,
    realMillis: performance.now() - realStart,
    ...(broken ? { broken } : {}),
  };
}
