import { SingleBar } from "cli-progress";
import type { Outlet } from "../surroundings.js";

/** How far something is. */
export interface Progress {
  readonly advance: (done: number, lines: number) => void;
  /** Takes the bar away until the next step: others write here. */
  readonly clear: () => void;
  readonly stop: () => void;
}

/** How fast it goes. */
export interface Pace {
  /** None before there is something to compare with. */
  readonly perSecond: number | undefined;
  /** Minutes and seconds; none where nobody knows how much there is. */
  readonly left: string | undefined;
}

const nothing = (): void => undefined;
export const quietProgress: Progress = { advance: nothing, clear: nothing, stop: nothing };

/** The start of the line, empty. */
const clearedLine = "\r\u001b[2K";

/** Progress on a terminal: a bar where the size is known, a count where it is not; elsewhere nothing. */
export function progressOn(
  outlet: Outlet,
  size: number | undefined,
  say: (lines: number, pace: Pace) => string,
): Progress {
  if (outlet.isTTY !== true) return quietProgress;
  const bar = new SingleBar({
    format: size === undefined ? "{said}" : "{bar} {percentage}%  {said}",
    stream: outlet,
    barsize: 24,
    barCompleteChar: "█",
    barIncompleteChar: "░",
    clearOnComplete: true,
    // It was cleared meanwhile.
    forceRedraw: true,
    // It would take the first Ctrl-C for itself.
    gracefulExit: false,
  });
  bar.start(size ?? 1, 0, { said: say(0, { perSecond: undefined, left: undefined }) });
  // A batch that goes on has a part behind it at its first step.
  let first: { readonly at: number; readonly done: number; readonly lines: number } | undefined;
  return {
    advance: (done, lines) => {
      const at = performance.now();
      first ??= { at, done, lines };
      const seconds = (at - first.at) / 1000;
      const perSecond = seconds > 0 ? (lines - first.lines) / seconds : undefined;
      const rest = size === undefined ? NaN : ((size - done) / (done - first.done)) * seconds;
      const left = Number.isFinite(rest) ? minutes(rest) : undefined;
      bar.update(size === undefined ? 0 : done, { said: say(lines, { perSecond, left }) });
    },
    clear: () => void outlet.write(clearedLine),
    stop: () => bar.stop(),
  };
}

function minutes(seconds: number): string {
  const whole = Math.ceil(seconds);
  const [hours, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  const last = String(whole % 60).padStart(2, "0");
  return hours > 0 ? `${hours}:${String(rest).padStart(2, "0")}:${last}` : `${rest}:${last}`;
}
