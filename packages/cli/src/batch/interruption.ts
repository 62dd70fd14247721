import { exitCode, type ExitCode } from "../exit-code.js";
import type { Surroundings } from "../surroundings.js";

/** Whether somebody asked for an end. */
export interface Interruption {
  /** Aborted once reading is to stop. */
  readonly signal: AbortSignal;
  /** The exit code that says who asked; none where nobody did. */
  readonly code: () => ExitCode | undefined;
  /** Whether an error says no more than that reading was stopped. */
  readonly hasStopped: (error: unknown) => boolean;
  /** Stops reading for a reason of our own. */
  readonly stopReading: () => void;
  /** From here on, a signal ends the process as it would without us. */
  readonly release: () => void;
}

const codes = { SIGINT: exitCode.interrupted, SIGTERM: exitCode.terminated } as const;

/** Takes the first Ctrl-C, or the first request to end; the next one ends the process at once. */
export function takeInterruption({ signals }: Surroundings): Interruption {
  const reading = new AbortController();
  let code: ExitCode | undefined;
  const onInterrupt = (): void => end(codes.SIGINT);
  const onTerminate = (): void => end(codes.SIGTERM);
  const release = (): void => {
    signals?.off("SIGINT", onInterrupt).off("SIGTERM", onTerminate);
  };
  signals?.on("SIGINT", onInterrupt).on("SIGTERM", onTerminate);
  const { signal } = reading;
  return {
    signal,
    code: () => code,
    hasStopped: (error) => signal.aborted && error instanceof Error && error.name === "AbortError",
    stopReading: () => reading.abort(),
    release,
  };

  function end(asked: ExitCode): void {
    code = asked;
    release();
    reading.abort();
  }
}
