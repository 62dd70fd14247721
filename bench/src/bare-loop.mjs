// What a batch is compared with: parses every line of a file and prints it, and does nothing else.
import { createReadStream, createWriteStream } from "node:fs";
import { once } from "node:events";

const [, , from, to] = process.argv;
const output = createWriteStream(to);
let rest = "";
for await (const piece of createReadStream(from, { encoding: "utf8" })) {
  const lines = (rest + piece).split("\n");
  rest = lines.pop();
  let text = "";
  for (const line of lines) text += `${JSON.stringify(JSON.parse(line))}\n`;
  if (!output.write(text)) await once(output, "drain");
}
output.end();
