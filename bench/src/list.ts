import { tasks } from "./cases.js";
import { variants } from "./variants.js";

// What there is to run, for the process that runs it.
console.log(
  JSON.stringify({
    tasks: tasks.map(({ id, title, decisions }) => ({ id, title, decisions })),
    variants: variants.map(({ id, title, checksFacts }) => ({ id, title, checksFacts })),
  }),
);
