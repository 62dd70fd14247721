// Compiles every shipped policy ahead of time, into dist/compiled: part of the build of @guichet/rules.
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { decideNameOf, moduleOf } from "../packages/rules/dist/compile.js";
import * as policies from "../packages/rules/dist/policies.js";

const folder = fileURLToPath(new URL("../packages/rules/dist/compiled/", import.meta.url));
mkdirSync(folder, { recursive: true });

for (const [name, policy] of Object.entries(policies)) {
  const write = (ending, text) => writeFileSync(`${folder}${policy.id}${ending}`, text);
  write(".js", moduleOf(policy, { runtime: "../compiled.js" }));
  write(".cjs", moduleOf(policy, { runtime: "../compiled.cjs", format: "cjs" }));
  write(".d.ts", typesOf(name, policy.id, "js"));
  write(".d.cts", typesOf(name, policy.id, "cjs"));
}

/** The types are those of the policy itself: an editor shows what its facts and decisions mean. */
function typesOf(name, id, ending) {
  return `import type { CompiledDecide } from "../compiled.${ending}";
import type { ${name} } from "../policies/${id}.${ending}";

/** Decides where the facts are right and say enough; otherwise undefined: then ask \`decide\`. */
export declare const ${decideNameOf(id)}: CompiledDecide<typeof ${name}>;
`;
}
