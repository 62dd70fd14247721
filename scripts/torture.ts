import { parseArgs } from "node:util";
import { inWords, openHistoryDatabase, stopTestServers, type HistoryReport } from "@guichet/sync/testing";
import { playHistory as playMedots } from "../packages/adapters-medots/test/torture/play-history.js";
import { playHistory as playOmnidoc } from "../packages/adapters-omnidoc/test/torture/play-history.js";

// npm run torture -- --seed 123            one history, every line of it
// npm run torture -- --seeds 5000 --from 1 many, and the figures at the end
// npm run torture -- --platform omnidoc …   of the other adapter

const { values } = parseArgs({
  options: {
    platform: { type: "string", default: "medots" },
    seed: { type: "string" },
    seeds: { type: "string", default: "100" },
    from: { type: "string", default: "1" },
  },
});

const players = new Map([
  ["medots", playMedots],
  ["omnidoc", playOmnidoc],
]);
const playHistory = players.get(values.platform);
if (!playHistory) throw new TypeError(`--platform: one of ${[...players.keys()].join(", ")}`);
const again = values.platform === "medots" ? "" : `--platform ${values.platform} `;

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
          `seed ${seed}, operation ${report.broken.operation}: ${report.broken.what}; npm run torture -- ${again}--seed ${seed}`,
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
