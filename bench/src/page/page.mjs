import { list, table, whole } from "./markdown.mjs";

/** The page of what parts found, each perhaps in another run. */
export function pageOf(parts) {
  const goals = parts.flatMap((part) => part.goals);
  const compared = parts.find(({ measured }) => measured.compared !== undefined)?.measured.compared;
  return `${[
    "# Benchmarks",
    "Written by `npm run bench`; do not edit. Ratios matter: absolute times belong to the machine, and to what else it did.",
    "## What we promised ourselves",
    table(
      ["goal", "promised", "measured", "met"],
      goals.map(({ what, bound, measured, met }) => [what, bound, measured, met]),
    ),
    ...parts.flatMap((part) => part.sections),
    "## How it was measured",
    table(["parts", "on", "load average at the end", "rounds", "minutes"], runsOf(parts)),
    list([
      [...new Set(parts.flatMap(({ measured }) => measured.machine.versions))].sort().join(", "),
      "in each round over decisions, every variant on every task in a process of its own, so that none has warmed or spoilt the code of another",
      "a sample is one pass over a batch of operations made beforehand from seeds, in time of the processor, all threads together; the tables show the median over the rounds of each process's median and quartiles",
      ...(compared === undefined
        ? []
        : [
            `before that, ${whole(compared)} answers were compared with the specification's: outcomes, and the ids of the cases where a variant tells them`,
          ]),
      "facts are complete, and plain objects as JSON brings them, drawn where answers change: at thresholds and one beside them",
      "heap is what the young generation grows by over 200 operations once the code is warm, of nine tries the median; memory outside the JavaScript heap is not in it",
    ]),
    "## How to read it",
    notes,
  ].join("\n\n")}\n`;
}

/** A row for each run that parts were measured in. */
function runsOf(parts) {
  const runs = new Map();
  for (const { name, measured } of parts) {
    const key = JSON.stringify(measured);
    runs.set(key, { measured, names: [...(runs.get(key)?.names ?? []), name] });
  }
  return [...runs.values()].map(({ measured: { machine, rounds, minutes }, names }) => [
    names.join(", "),
    `Node ${machine.node}, ${machine.cpu}, ${machine.memory}`,
    machine.load,
    String(rounds),
    whole(minutes),
  ]);
}

const notes = `**checked** says whether the time includes looking at the facts: names, types, values, days. **gives** says what
one operation makes: the outcome, the ids of the cases behind it, or a whole decision with its reasons, which \`decide\` works out when they are read.
All tasks are decided on complete facts; what is promised is promised for facts that are checked.

**Hand-written** functions stand in \`bench/src/hand-written\`. They accept the same facts and give the same outcome and ids. They are
written for speed: sets as bits, every list that can be an answer made beforehand and shared.

**Other engines** do not get rules written by hand: \`bench/src/peers/translate.ts\` reads the tables of the policy and each engine's file
writes them in its language, one version for each stretch of days. Code around the engine picks the version by the day, and puts
the outcome together.

- json-logic-engine: conditions compiled or interpreted, with its idea of truth narrowed to booleans, which is faster; sets and days through methods of ours.
- json-rules-engine: the rules that \`@guichet/rules/json-rules-engine\` loads. Their facts are flat, so an engine with a path resolver of its own would do the same work.
- zen-engine: one expression node, days as the numbers yyyymmdd. It answers through a promise from threads of its own; their time counts.
- cedar-wasm allows or denies and computes no value: it answers the refusals alone, a \`forbid\` for each case.
- publicodes yields numbers, texts and truths: a set is a rule for each element, and there are no ids of cases.
- feelin reads the text of its expression again at each call: the package has no prepared form.
- Engines that get days as numbers cannot add months to them: days a term later come from our calendar, as facts. json-logic-engine and json-rules-engine call it through operators of ours.

**Matching** by rules engines is left out: each pair would be one more decision, and 50 thousand million pairs are days of work. What a
pair costs stands in the tables above.

**Sync** is measured on PostgreSQL as a store starts it, commits waiting for the disk, and on the MEDOTS simulator in a process of its
own, over HTTP. The bare program knows no tenant, no key and no platform: it has the rows that our run left, as values, and inserts those
of one booking in a transaction. Time of the processor is that of all processes: it tells what the work costs. Where the load
average is far above the number of processors, other work had most of the machine, and the clock tells of that work too: whoever goes
back and forth between processes most often waits for it most often.`;
