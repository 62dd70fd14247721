import { bytes, short, table, whole } from "../page/markdown.mjs";
import { note, runAsShipped } from "../run.mjs";

const appointments = 100_000;

/** Everything a platform lists, against what is known. */
export function reconciliation({ only }) {
  if (!only.test("reconciliation")) return undefined;
  const { readings } = runAsShipped("sync/measure-reconciliation", [String(appointments)]);
  note("reconciliation: done");
  const head = ["what is known before", "time", "processor: ours", "PostgreSQL", "the simulator"];
  const memory = ["heap afterwards", "memory at its peak so far"];
  const rows = readings.map((one) => [
    one.reading,
    ...["seconds", "own", "postgres", "simulator"].map((of) => `${short(one[of])} s`),
    bytes(one.heap),
    bytes(one.peak),
  ]);
  return {
    goals: [],
    sections: [
      `## Full reconciliation\n\n${whole(appointments)} appointments of 91 days, in pages of 100 from the simulator in another process, over HTTP; a day is stored at a time. What is gone is looked for in a second reading.\n\n${table([...head, ...memory], rows)}`,
    ],
  };
}
