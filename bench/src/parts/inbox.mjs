import { goal } from "../page/goal.mjs";
import { bytes, table, whole } from "../page/markdown.mjs";
import { note, runAsShipped } from "../run.mjs";

const events = 100_000;

/** What a process holds while events come in. */
export function inbox({ only }) {
  if (!only.test("inbox")) return undefined;
  const { seen } = runAsShipped("sync/measure-inbox", [String(events)]);
  note("inbox: done");
  const [, quarter] = seen;
  const last = seen.at(-1);
  const rows = seen.map((one) => [whole(one.events), bytes(one.heap), bytes(one.rss)]);
  return {
    goals: [
      goal("memory after 100,000 events, to that after a quarter of them", 1.1, [
        ["heap", last.heap / quarter.heap],
        ["process", last.rss / quarter.rss],
      ]),
    ],
    sections: [
      `## Memory of the inbox\n\n${whole(events)} events, one in ten told twice, each taken in a transaction that stores the record it tells of; after every quarter the collector runs, then it is looked.\n\n${table(["events", "heap", "memory of the process"], rows)}`,
    ],
  };
}
