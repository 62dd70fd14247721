// A morning at two front desks: each step of examples/morning runs the command as a person at a terminal would.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const guichet = fileURLToPath(new URL("../packages/cli/dist/bin.js", import.meta.url));
const folder = "examples/morning";
const steps = JSON.parse(readFileSync(`${root}/${folder}/morning.json`, "utf8"));

const { columns = 80, isTTY = false } = process.stdout;
const width = Math.min(isTTY ? columns : 80, 100);
const paint = (code, text) => (isTTY && !process.env.NO_COLOR ? `\u001b[${code}m${text}\u001b[0m` : text);

/** The command as a reader types it: its last word is a file of the morning. */
function typed({ command }) {
  const words = command.split(" ");
  return [...words.slice(0, -1), `${folder}/${words.at(-1)}`];
}

/** Runs a step; nothing is printed before its turn. */
function run(step) {
  return new Promise((resolve) => {
    const look = { COLUMNS: String(width), FORCE_COLOR: isTTY ? "1" : "0" };
    const child = spawn(process.execPath, [guichet, ...typed(step), "--text"], {
      cwd: root,
      env: { ...process.env, ...look },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let text = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (piece) => (text += piece));
    }
    child.on("close", (code) => resolve({ code, text }));
  });
}

/** A sentence in lines of the width. */
function wrapped(sentence) {
  const lines = [""];
  for (const word of sentence.split(" ")) {
    const line = `${lines.at(-1)} ${word}`.trim();
    if (line.length <= width) lines[lines.length - 1] = line;
    else lines.push(word);
  }
  return lines.join("\n");
}

process.stdout.on("error", () => process.exit());
console.log(
  `${wrapped("A Monday morning at two front desks. In Moscow they register, book and send invoices; in Lyon they hand records over and ask for opinions. The people are invented.")}\n`,
);
const counts = { 0: 0, 2: 0, 3: 0 };
const started = performance.now();
for (const step of steps) {
  const { code, text } = await run(step);
  const rule = "─".repeat(width - step.at.length - 1);
  console.log(`${paint(1, step.at)} ${paint(2, rule)}\n${wrapped(step.happens)}\n`);
  console.log(`${paint(2, "$")} ${paint(36, `npx guichet ${typed(step).join(" ")}`)}\n\n${text}`);
  counts[code] = (counts[code] ?? 0) + 1;
  if (code !== step.code) {
    console.error(`${step.command}: it ended with ${code} and not with ${step.code}; run it alone`);
    process.exitCode = 1;
  }
}
const seconds = ((performance.now() - started) / 1000).toFixed(1);
const left = `${counts[3]} with something still to ask, ${counts[2]} refused with its reasons.`;
console.log(paint(2, "─".repeat(width)));
console.log(wrapped(`${steps.length} commands in ${seconds} s: ${counts[0]} done, ${left}`));
