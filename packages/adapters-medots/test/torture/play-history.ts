import { seededRandom } from "@guichet/sync/simulator";
import { Draws, reportHistory, type HistoryDatabase, type HistoryReport } from "@guichet/sync/testing";
import { History } from "./history.js";
import type { Planted } from "./planted-bugs.js";
import { Simulation } from "./simulation.js";

export interface HistoryOptions {
  readonly seed: number;
  readonly database: HistoryDatabase;
  /** Left out: 200 to 500, as the seed says. */
  readonly operations?: number;
  /** A bug that is to be found. */
  readonly planted?: Planted;
  /** Told each line of what happens. */
  readonly write?: (line: string) => void;
}

/** Both nights on which clocks change, and ordinary days. */
const starts = [
  "2026-03-28T21:30:00Z",
  "2026-10-24T21:30:00Z",
  "2026-06-01T05:00:00Z",
  "2026-12-30T16:00:00Z",
];
const clockChanges: readonly string[] = starts.slice(0, 2);

/** Plays the history of a seed, and checks every promise after each of its steps. */
export async function playHistory(options: HistoryOptions): Promise<HistoryReport> {
  const { seed, database, planted, write } = options;
  await database.clear();
  const draws = new Draws(seededRandom(seed));
  const start = draws.oneOf(starts);
  const startsAt = Date.parse(start);
  const drawn = {
    idempotencyKeys: draws.happens(0.25),
    notes: draws.happens(0.8),
    versions: draws.happens(0.5),
  };
  const honours = planted?.honours ?? drawn;
  const simulation = new Simulation({
    seed,
    startsAt,
    random: draws.random,
    honours,
    database,
    planted,
    write,
  });
  if (clockChanges.includes(start)) simulation.met("clocks-change");
  const history = new History(simulation, draws);
  const operations = () => history.operations;
  const play = () => history.play(options.operations ?? 200 + Math.floor(draws.random.next() ** 2 * 301));
  return reportHistory({ seed, startsAt, stage: simulation, operations, play });
}
