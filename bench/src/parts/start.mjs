import { goal } from "../page/goal.mjs";
import { median, short, table } from "../page/markdown.mjs";
import { here, note, runFile } from "../run.mjs";

const ways = [
  { id: "nothing", title: "nothing: what the measurement itself takes" },
  { id: "ahead", title: "a module made ahead of time" },
  { id: "normal", title: "`@guichet/rules` and one policy, `decide`" },
  { id: "compile", title: "`@guichet/rules/compile` and one policy" },
];
const tries = 9;

/** From the first line of a fresh process to its first decision. */
export function start({ tasks, only }) {
  if (!only.test("start")) return undefined;
  const took = new Map();
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    for (const task of tasks) {
      for (const { id } of ways) {
        const key = `${task.id} ${id}`;
        const args = [id, task.id, camel(task.id), JSON.stringify(task.example)];
        took.set(key, [...(took.get(key) ?? []), runFile(here("first-decision.mjs"), args)]);
      }
    }
  }
  note("first decisions in fresh processes: done");
  const at = (task, way) => {
    const found = took.get(`${task.id} ${way}`);
    return found && median(found) - (way === "nothing" ? 0 : median(took.get(`${task.id} nothing`)));
  };
  const figures = (way) => tasks.map((task) => [task.id, at(task, way)]);
  const rows = ways.map(({ id, title }) => [title, ...tasks.map((task) => `${short(at(task, id))} ms`)]);
  const milliseconds = { unit: " ms" };
  return {
    goals: [
      goal("import and first decision, ahead of time", 5, figures("ahead"), milliseconds),
      goal("import and first decision, `decide`", 25, figures("normal"), milliseconds),
    ],
    sections: [
      `## Import and first decision\n\nIn a fresh process, files in the cache of the system, of ${tries} tries the median; Node's own start comes before. The shorter of the clock and the time of the processor.\n\n${table(["what is imported", ...tasks.map(({ id }) => id)], rows)}`,
    ],
  };
}

function camel(id) {
  return id.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
}
