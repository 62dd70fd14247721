import { readdirSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { goal } from "../page/goal.mjs";
import { bytes, table } from "../page/markdown.mjs";
import { here, note } from "../run.mjs";

const ways = {
  ahead: (id, name) =>
    `import { decide${name.charAt(0).toUpperCase()}${name.slice(1)} as run } from "@guichet/rules/compiled/${id}"; globalThis.run = run;`,
  decide: (id, name) =>
    `import { decide } from "@guichet/rules"; import { ${name} } from "@guichet/rules/policies/${id}"; globalThis.run = (facts) => decide(${name}, facts);`,
  compile: (id, name) =>
    `import { compile } from "@guichet/rules/compile"; import { ${name} } from "@guichet/rules/policies/${id}"; globalThis.run = compile(${name});`,
};
/** Engines alone, without a rule. */
const engines = {
  "json-rules-engine": `import { Engine } from "json-rules-engine"; globalThis.run = Engine;`,
  "json-logic-engine": `import { LogicEngine } from "json-logic-engine"; globalThis.run = LogicEngine;`,
  publicodes: `import Engine from "publicodes"; globalThis.run = Engine;`,
  feelin: `import { evaluate } from "feelin"; globalThis.run = evaluate;`,
};

/** What a page in a browser loads for one policy. */
export async function size({ only }) {
  if (!only.test("size")) return undefined;
  const policies = readdirSync(here("../../packages/rules/dist/policies"))
    .filter((file) => file.endsWith(".js"))
    .map((file) => file.slice(0, -".js".length));
  const rows = [];
  const found = { ahead: [], decide: [], compile: [] };
  for (const id of policies) {
    const name = id.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
    for (const [way, source] of Object.entries(ways)) {
      found[way].push([id, await sizeOf(source(id, name))]);
    }
    rows.push([id, ...Object.values(found).map((sizes) => bytes(sizes.at(-1)[1]))]);
  }
  const engineRows = [];
  for (const [name, source] of Object.entries(engines)) engineRows.push([name, bytes(await sizeOf(source))]);
  note("bundles: done");
  const kilobytes = { unit: " kB" };
  const largest = (sizes) =>
    sizes
      .map(([id, count]) => [id, count / 1000])
      .toSorted((left, right) => right[1] - left[1])
      .slice(0, 1);
  return {
    goals: [
      goal("browser bundle of one policy, ahead of time; the largest", 8, largest(found.ahead), kilobytes),
      goal("browser bundle of one policy, `decide`; the largest", 16, largest(found.decide), kilobytes),
    ],
    sections: [
      `## Bundles for a browser\n\nBy esbuild, minified, then gzip -9; everything one policy needs, without messages.\n\n${table(["policy", "ahead of time", "`decide`", "`compile`"], rows)}\n\nOther engines alone, without a rule:\n\n${table(["engine", "bundle"], engineRows)}\n\nzen-engine is native code of 14 MB, cedar-wasm 4 MB of WebAssembly.`,
    ],
  };
}

async function sizeOf(contents) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: here(".") },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    write: false,
    logLevel: "error",
  });
  return gzipSync(outputFiles[0].contents, { level: 9 }).length;
}
