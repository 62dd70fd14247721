// Gathers what entry points of @guichet/rules share into two files: part of its build. Node opens and links one file after the
// other, so that some twenty small chunks take longer to load than to run; a bundler takes from a file only what is used.
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { rollup } from "rollup";

const dist = fileURLToPath(new URL("../packages/rules/dist", import.meta.url));
const written = readdirSync(dist, { recursive: true })
  .filter((file) => file.endsWith(".js"))
  .map((file) => join(dist, file));
const chunks = written.filter((file) => /\/chunk-[^/]+\.js$/.test(file));
const entries = written.filter((file) => !chunks.includes(file));

const decides = imported(join(dist, "index.js"));
const runs = imported(join(dist, "compiled.js"));

const gathered = await rollup({
  input: Object.fromEntries(entries.map((file) => [file.slice(dist.length + 1, -".js".length), file])),
  external: (id) => !/^[./]/.test(id),
  // The chunks are shaken already; shaking them together would drop the comments that say what may be dropped later.
  treeshake: false,
  // A file that is only loaded does nothing, and takes its time.
  plugins: [{ name: "bare-imports", renderChunk: (code) => code.replace(/^import '[^']+';\n/gm, "") }],
});
chunks.forEach((file) => rmSync(file));
await gathered.write({
  dir: dist,
  chunkFileNames: "chunk-[hash].js",
  hoistTransitiveImports: false,
  manualChunks: (file) => (runs.has(file) ? "runs" : decides.has(file) ? "decides" : undefined),
});

/** The chunks a file imports, and those they import. */
function imported(file, found = new Set()) {
  for (const [, path] of readFileSync(file, "utf8").matchAll(/(?:from|import)\s*["'](\.[^"']+)["']/g)) {
    const chunk = join(dirname(file), path);
    if (found.has(chunk)) continue;
    found.add(chunk);
    imported(chunk, found);
  }
  return found;
}
