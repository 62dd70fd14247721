import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const versions = ["json-rules-engine", "json-logic-engine", "mitata"];

/** The page of a run: a table per task, the slowest included. */
export function report({ tasks, variants, measured, machine, rounds, compared }) {
  const parts = [
    "# Benchmarks",
    "Written by `npm run bench`; do not edit. The ratios matter: absolute times belong to the machine, and to what else it did.",
    list([
      `${machine.cpu}, ${machine.memory}, Node ${machine.node}; load average at the end ${machine.load}`,
      versions.map((name) => `${name} ${versionOf(name)}`).join(", "),
      `${rounds} rounds over everything, each variant and task in a process of its own; a sample is one pass over a batch ` +
        "of operations made beforehand from seeds, in time of the processor; the median over the rounds of each process's quartiles",
      `before that, ${compared.toLocaleString("en")} answers of all variants were compared with the specification's: ` +
        "outcome, and the ids of the cases where the variant tells them",
      'complete facts, as JSON brings them; "checked" says whether the time includes checking them: names, types, values, days',
    ]),
  ];
  for (const task of tasks) {
    const rows = variants.map((variant) => ({
      variant,
      ...medians(measured.get(`${task.id} ${variant.id}`)),
    }));
    const base = rows.find(({ variant }) => variant.id === "hand-written");
    parts.push(`## ${task.title}`);
    parts.push(
      table(
        ["variant", "checked", "ns an operation", "p25 to p75", "to hand-written", "heap, bytes"],
        rows
          .toSorted((left, right) => left.p50 - right.p50)
          .map(({ variant, p25, p50, p75, heap }) => [
            variant.title,
            variant.checksFacts ? "yes" : "no",
            whole(p50),
            `${whole(p25)} to ${whole(p75)}`,
            `${ratio(p50 / base.p50)}×`,
            heap === undefined ? "" : whole(heap),
          ]),
      ),
    );
  }
  parts.push("## How to read this", notes);
  return `${parts.join("\n\n")}\n`;
}

const notes = `The hand-written functions stand in \`bench/src/hand-written\`: they accept the same facts as the library and give the same
outcome and the same ids of cases; terms of months come from the library's calendar. json-logic-engine gets facts that nobody checks, and
conditions that were translated and compiled once; code around it puts the decision together. json-rules-engine runs the rules that
\`@guichet/rules/json-rules-engine\` loads; its \`run\` alone leaves out what collects the outcome. \`decide\` gives the whole decision
with a shape of its own, reasons and fingerprint worked out only when they are read.`;

function medians(runs) {
  const of = (name) => middle(runs.map((one) => one[name]).filter((one) => one !== undefined));
  return { p25: of("p25"), p50: of("p50"), p75: of("p75"), heap: of("heap") };
}

function middle(numbers) {
  return numbers.toSorted((left, right) => left - right)[Math.floor(numbers.length / 2)];
}

function whole(number) {
  return Math.round(number).toLocaleString("en");
}

function ratio(number) {
  return number < 10 ? number.toFixed(2) : whole(number);
}

function list(items) {
  return items.map((item) => `- ${item}`).join("\n");
}

function table(head, rows) {
  const widths = head.map((cell, at) => Math.max(cell.length, ...rows.map((row) => row[at].length)));
  const line = (cells) =>
    `| ${cells.map((cell, at) => (at >= 2 ? cell.padStart(widths[at]) : cell.padEnd(widths[at]))).join(" | ")} |`;
  const rule = `| ${widths.map((width, at) => (at >= 2 ? `${"-".repeat(width - 1)}:` : "-".repeat(width))).join(" | ")} |`;
  return [line(head), rule, ...rows.map(line)].join("\n");
}

function versionOf(name) {
  try {
    return require(`${name}/package.json`).version;
  } catch {
    return require("../package.json").dependencies[name];
  }
}
