import { goal } from "../page/goal.mjs";
import { short, table, whole } from "../page/markdown.mjs";
import { note, runAsShipped } from "../run.mjs";

const items = 10_000;

/** A queue that has grown, and one worker. */
export function queue({ only }) {
  if (!only.test("queue")) return undefined;
  const { seconds, own, postgres, simulator } = runAsShipped("sync/measure-queue", [String(items)]);
  note("queue: done");
  const head = ["items", "time", "items a second", "processor: worker", "PostgreSQL", "the simulator"];
  const processor = [own, postgres, simulator].map((one) => `${short(one)} s`);
  return {
    goals: [goal("10,000 queued bookings, drained by one worker", 30, [["", seconds]], { unit: " s" })],
    sections: [
      `## A queue\n\nBookings that wait to be delivered to the simulator, and one worker, 32 at a time; no item is lost and none is doubled by the simulator's journal.\n\n${table(head, [[whole(items), `${short(seconds)} s`, whole(items / seconds), ...processor]])}`,
    ],
  };
}
