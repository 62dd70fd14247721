/** What came of a history. */
export interface HistoryReport {
  readonly seed: number;
  readonly operations: number;
  /** How often each kind of fault was met. */
  readonly faults: Readonly<Record<string, number>>;
  readonly setAside: number;
  /** The same for the same seed. */
  readonly traceHash: string;
  readonly simulatedMillis: number;
  readonly realMillis: number;
  readonly broken?: BrokenPromise;
}

/** A promise that did not hold, and the operation after which that was seen. */
export interface BrokenPromise {
  readonly invariant: string;
  readonly what: string;
  readonly operation: number;
}
