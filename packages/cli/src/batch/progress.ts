import { SingleBar } from "cli-progress";
import type { Outlet } from "../surroundings.js";

/** How far a batch is. */
export interface Progress {
  readonly advance: (bytes: number, lines: number) => void;
  readonly stop: () => void;
}

export const quietProgress: Progress = { advance: () => undefined, stop: () => undefined };

/** Progress on a terminal: a bar where the size is known, a count where it is not; elsewhere nothing. */
export function progressOn(outlet: Outlet, size: number | undefined, word: string): Progress {
  if (outlet.isTTY !== true) return quietProgress;
  const bar = new SingleBar({
    format: size === undefined ? `{lines} ${word}` : `{bar} {percentage}%  {lines} ${word}`,
    stream: outlet,
    barsize: 30,
    barCompleteChar: "█",
    barIncompleteChar: "░",
    hideCursor: true,
    clearOnComplete: true,
  });
  bar.start(size ?? 1, 0, { lines: 0 });
  return {
    advance: (bytes, lines) => bar.update(size === undefined ? 0 : bytes, { lines }),
    stop: () => bar.stop(),
  };
}
