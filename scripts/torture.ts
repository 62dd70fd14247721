import { parseArgs } from "node:util";
import { inWords, openHistoryDatabase, stopTestServers, type HistoryReport } from "@guichet/sync/testing";
import { playHistory } from "../packages/adapters-medots/test/torture/play-history.js";

// npm run torture -- --seed 123            one history, every line of it
// npm run torture -- --seeds 5000 --from 1 many, and the figures at the end

const { values } = parseArgs({
  options: {
    seed: { type: "string" },
    seeds: { type: "string", default: "100" },
    from: { type: "string", default: "1" },
  },
});

const print = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

const database = await openHistoryDatabase();
const reports: HistoryReport[] = [];
try {
  if (values.seed !== undefined)
    reports.push(await playHistory({ seed: Number(values.seed), database, write: print }));
  else {
    const [first, count] = [Number(values.from), Number(values.seeds)];
    for (let seed = first; seed < first + count; seed += 1) {
      const report = await playHistory({ seed, database });
      reports.push(report);
      if (report.broken)
        print(
          `seed ${seed}, operation ${report.broken.operation}: ${report.broken.what}; npm run torture -- --seed ${seed}`,
        );
      if (reports.length % 25 === 0) print(`${reports.length} of ${count}`);
    }
  }
  print(inWords(reports));
  process.exitCode = reports.some(({ broken }) => broken) ? 1 : 0;
} finally {
  await database.close();
  await stopTestServers();
}
