import { seededRandom } from "@guichet/sync/simulator";
import { Draws, reportHistory, type HistoryDatabase, type HistoryReport } from "@guichet/sync/testing";
import { History } from "./history.js";
import { Simulation, type Planted } from "./simulation.js";

export interface HistoryOptions {
  readonly seed: number;
  readonly database: HistoryDatabase;
  /** A bug that is to be found. */
  readonly planted?: Planted;
  /** Told each line of what happens. */
  readonly write?: ((line: string) => void) | undefined;
}

/** A night on which clocks change, the end of a year, and an ordinary day. */
const starts = ["2026-10-24T21:30:00Z", "2026-12-31T16:00:00Z", "2026-11-23T08:30:00Z"];

/** Plays the history of a seed, and checks every promise after each of its steps. */
export async function playHistory(options: HistoryOptions): Promise<HistoryReport> {
  const { seed, database, planted, write } = options;
  await database.clear();
  const draws = new Draws(seededRandom(seed));
  const startsAt = Date.parse(draws.oneOf(starts));
  const { random } = draws;
  const simulation = new Simulation({ seed, startsAt, random, draws, database, planted, write });
  const history = new History(simulation);
  const operations = () => history.operations;
  const play = () => history.play(60 + draws.upTo(91));
  return reportHistory({ seed, startsAt, stage: simulation, operations, play });
}
