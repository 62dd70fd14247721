import { casesOfTask, tasks } from "./cases.js";
import { variants } from "./variants.js";

// What there is to run, for the process that runs it.
const [task] = tasks;
const there = await Promise.all(variants.map(({ make }) => task && make(task.policy)));
const listed = {
  tasks: tasks.map((task) => ({
    id: task.id,
    title: task.title,
    decisions: task.decisions,
    example: casesOfTask(task, 1)[0]?.[0],
  })),
  variants: variants.flatMap(({ make: _, ...variant }, at) => (there[at] ? [variant] : [])),
};
console.log(JSON.stringify(listed));
