import { goal } from "../page/goal.mjs";
import { median, short, table, whole } from "../page/markdown.mjs";
import { note, runAsShipped } from "../run.mjs";

const count = 2000;

/** Bookings from the wish to the settled intent, and a bare program that inserts the same rows. */
export function bookings({ only, rounds }) {
  if (!only.test("bookings")) return undefined;
  const { measured } = runAsShipped("sync/measure-bookings", [count, rounds].map(String));
  note("bookings: done");
  const speeds = (runs) => runs.map(({ seconds }) => count / seconds);
  const each = (runs, of) => median(runs.map((one) => (of(one) / count) * 1000));
  const row = (title, runs) => [
    title,
    whole(median(speeds(runs))),
    `${whole(Math.min(...speeds(runs)))} to ${whole(Math.max(...speeds(runs)))}`,
    ...["own", "postgres", "simulator"].map((of) =>
      runs[0][of] === undefined ? "" : `${short(each(runs, (one) => one[of]))} ms`,
    ),
  ];
  const [guichet, bare] = ["guichet", "bare"].map((id) => measured.map((round) => round[id]));
  const processorOf = (runs) => each(runs, ({ own, postgres }) => own + postgres);
  const ratios = measured.map((round) => round.bare.seconds / round.guichet.seconds);
  const head = ["program", "bookings a second", "slowest and fastest round"];
  const processor = ["processor, a booking: the program", "PostgreSQL", "the simulator"];
  return {
    goals: [
      goal(
        "bookings, wish to settled intent, of the speed of a bare transaction",
        0.4,
        [["", median(ratios)]],
        {
          atLeast: true,
        },
      ),
    ],
    sections: [
      `## Bookings\n\n${whole(count)} bookings a round: the reservation, the decision and the intent in one transaction, 10 asked for at once, those that wait sharing a commit and its statements (\`transactTogether\`, side by side), while one worker (32 at a time) delivers them to the simulator and settles them. The bare program inserts the rows that this left, the record of the appointment too, those of a booking in one transaction, through the same driver with the same number of connections, 10. The rounds took turns on one server and one simulator; in each, both left the same rows, compared by a digest of the tables, and the simulator's journal had each booking once. Of the rounds the ratio was ${whole(Math.min(...ratios) * 100)} % to ${whole(Math.max(...ratios) * 100)} %; by the time of the processor, the simulator left out, ${whole((processorOf(bare) / processorOf(guichet)) * 100)} %.\n\n${table([...head, ...processor], [row("wish to settled intent", guichet), row("bare transaction", bare)])}`,
    ],
  };
}
