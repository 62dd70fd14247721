import {
  BrokenCircuitError,
  circuitBreaker,
  CircuitState,
  ConsecutiveBreaker,
  handleWhen,
  type IBackoff,
  type IHalfOpenAfterBackoffContext,
} from "cockatiel";
import type { Clock, Fetch } from "../surroundings.js";
import { HttpFailure, type HttpFailureCode } from "./http-failure.js";
import { retryAfterSeconds } from "./retry-after-seconds.js";

export interface BreakCircuitOptions {
  /** What the platform is called in errors. */
  readonly platform: string;
  readonly clock: Pick<Clock, "now">;
  /** So many failures in a row open the circuit. 5 when left out. */
  readonly failures?: number;
  /** How long it stays open at first; each trial that fails doubles it. 1 when left out. */
  readonly firstSeconds?: number;
  /** How long it stays open at most, unless the platform itself asks for longer. 60 when left out. */
  readonly longestSeconds?: number;
  /** Told when the circuit opens and closes. */
  readonly onChange?: (state: "open" | "closed") => void;
}

/**
 * A `fetch` that leaves a platform alone while it fails: after some failures in a row nothing is sent for a while, then
 * one request tries, and all others wait for how it fares. One such `fetch` serves one platform and one tenant. Who is
 * turned away is told to come back within as long as the platform has been failing, ten minutes at most, each at
 * another time: a platform that is well again is not asked for everything at once.
 *
 * A failure is status 429, 500, 502, 503 or 504, and no answer at all. Nothing is sent again: that is for who asked.
 *
 * Errors: `HttpFailure` with `circuit-open` and `afterSeconds`, and those of the `fetch` within.
 */
export function breakCircuit(fetch: Fetch, options: BreakCircuitOptions): Fetch {
  const { platform, clock, failures = 5, firstSeconds = 1, longestSeconds = 60, onChange } = options;
  let closedAgainAt = -Infinity;
  let failingSince: number | undefined;
  let part = 0;

  /** How long the circuit stays open the `attempt`-th time, by our clock: cockatiel only knows the one of the process. */
  const opened = ({
    attempt,
    result,
  }: IHalfOpenAfterBackoffContext): IBackoff<IHalfOpenAfterBackoffContext> => {
    const now = clock.now();
    const asked =
      "value" in result && result.value instanceof Response ? retryAfterSeconds(result.value, now) : 0;
    const doubled = Math.min(firstSeconds * 2 ** (attempt - 1), longestSeconds);
    const until = now + Math.max(doubled, asked ?? 0) * 1000;
    closedAgainAt = until;
    return {
      next: opened,
      get duration() {
        return clock.now() < until ? Infinity : -Infinity;
      },
    };
  };

  const circuit = circuitBreaker(
    handleWhen(isPlatformFailure).orWhenResult((answer) => answer instanceof Response && isUnwell(answer)),
    { breaker: new ConsecutiveBreaker(failures), halfOpenAfter: { next: opened } },
  );
  circuit.onStateChange((state) => {
    if (state === CircuitState.Open) {
      failingSince ??= clock.now();
      onChange?.("open");
    }
    if (state === CircuitState.Closed) {
      failingSince = undefined;
      onChange?.("closed");
    }
  });

  /** Seconds, spread over as long as the platform has been failing. Multiples of the golden ratio leave no gap and no crowd. */
  const spread = (now: number): number => {
    const failingSeconds = (now - (failingSince ?? now)) / 1000;
    part = (part + 0.618_034) % 1;
    return Math.floor(part * Math.min(Math.max(failingSeconds, 0), longestSpreadSeconds));
  };

  return (request) =>
    circuit
      .execute(() => fetch(request))
      .catch((error: unknown) => {
        if (!(error instanceof BrokenCircuitError)) throw error;
        const now = clock.now();
        const openSeconds = Math.max(Math.ceil((closedAgainAt - now) / 1000), 0);
        const afterSeconds = openSeconds + spread(now);
        throw new HttpFailure("circuit-open", platform, "not-sent", afterSeconds);
      });
}

const longestSpreadSeconds = 600;

const unwell: ReadonlySet<number> = new Set([429, 500, 502, 503, 504]);

function isUnwell({ status }: Response): boolean {
  return unwell.has(status);
}

/** What a caller did wrong or lacks, or what one answer holds, says nothing about the platform. */
const notOfPlatform: ReadonlySet<HttpFailureCode> = new Set([
  "other-origin",
  "token-missing",
  "address-refused",
  "request-refused",
  "aborted",
  "redirected",
  "answer-too-large",
  "encoding-unknown",
]);

function isPlatformFailure(error: unknown): boolean {
  return !HttpFailure.isInstance(error) || !notOfPlatform.has(error.code);
}
