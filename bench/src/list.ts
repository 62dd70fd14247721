import { casesOfTask, tasks } from "./cases.js";
import { variants } from "./variants.js";

// What there is to run, for the process that runs it.
const listed = {
  tasks: tasks.map((task) => ({
    id: task.id,
    title: task.title,
    decisions: task.decisions,
    example: casesOfTask(task, 1)[0]?.[0],
  })),
  variants: variants.map(({ make: _, ...variant }) => variant),
};
console.log(JSON.stringify(listed));
