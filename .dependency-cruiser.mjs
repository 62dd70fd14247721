// Which way imports point: policies → language; engine → language, calendar; desk, verify → engine, policies.
// Data never imports machinery; machinery never names a policy. Tests are exempt.

const tests = "\\.(test(-d)?|fixture)\\.ts$";
const rules = "^packages/rules/src";

/** `part` may import, of this package, only its own files and those of `allowed`. */
const only = (part, allowed) => ({
  name: `${part}-imports-only-${allowed.join("-") || "itself"}`,
  severity: "error",
  from: { path: `${rules}/${part}/`, pathNot: tests },
  to: { path: `${rules}/`, pathNot: `${rules}/(${[part, ...allowed].join("|")})/` },
});

/** Only files that match `home` may import the package `name`. */
const onlyIn = (name, home) => ({
  name: `${name}-only-in-${home}`,
  severity: "error",
  from: { path: `${rules}/`, pathNot: [`${rules}/${home}`, tests] },
  to: { path: [`(^|/)node_modules/${name}/`, `^${name}$`] },
});

export default {
  forbidden: [
    only("calendar", []),
    only("language", ["calendar"]),
    only("policies", ["language"]),
    only("engine", ["language", "calendar"]),
    only("compile", ["engine"]),
    only("compiled", ["engine"]),
    only("schema", ["engine", "language", "calendar"]),
    only("page", ["engine", "language", "calendar"]),
    only("json-rules-engine", ["engine", "language", "calendar"]),
    only("desk", ["engine", "language", "calendar", "policies", "schema"]),
    only("verify", ["engine", "language", "calendar", "schema"]),
    only("testing", ["engine", "language", "calendar", "verify"]),
    {
      name: "root-imports-only-language-engine-calendar",
      comment: "The root entry point stays small: no policy, no zod, no luxon.",
      severity: "error",
      from: { path: `${rules}/index\\.ts$` },
      to: { path: `${rules}/`, pathNot: `${rules}/(language|engine|calendar)/` },
    },
    onlyIn("json-rules-engine", "json-rules-engine/"),
    onlyIn("zod", "(schema|desk)/"),
    onlyIn("dinero\\.js", "desk/invoice/"),
    onlyIn("luxon", "calendar/zones"),
    onlyIn("fast-check", "testing/"),
    {
      name: "data-imports-no-package",
      severity: "error",
      from: { path: `${rules}/(calendar|language|policies)/`, pathNot: [`${rules}/calendar/zones`, tests] },
      to: { dependencyTypesNot: ["local"] },
    },
    {
      name: "rules-without-node",
      comment: "The rules run in a browser: no Node module.",
      severity: "error",
      from: { path: `${rules}/`, pathNot: tests },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "packages-meet-at-entry-points",
      comment: "Another package is imported by its public name only.",
      severity: "error",
      from: { path: "^packages/([^/]+)/", pathNot: tests },
      to: {
        path: "^packages/",
        pathNot: [
          "^packages/$1/",
          "^packages/[^/]+/src/(index|policies/[^/]+/[a-z]{2}|(policies|policies/[^/]+|calendar|compile|compiled|desk|page|schema|verify|testing|json-rules-engine|http|webhooks|observe|simulator)/index)\\.ts$",
        ],
      },
    },
    {
      name: "packages-meet-by-name",
      severity: "error",
      from: { path: "^packages/([^/]+)/", pathNot: tests },
      to: { path: "^packages/", pathNot: "^packages/$1/", dependencyTypesNot: ["aliased"] },
    },
    {
      name: "declared",
      comment: "A package lists what it imports in its own package.json.",
      severity: "error",
      from: { pathNot: tests },
      to: { dependencyTypes: ["npm-no-pkg", "unknown", "undetermined"] },
    },
    {
      name: "no-development-package",
      comment: "The build takes @noble/hashes into the package.",
      severity: "error",
      from: { path: "^packages/[^/]+/src/", pathNot: tests },
      to: {
        pathNot: "node_modules/@noble/hashes/",
        dependencyTypes: ["npm-dev"],
        dependencyTypesNot: ["npm", "npm-peer", "npm-optional", "type-only"],
      },
    },
    {
      name: "rules-import-no-other-package",
      severity: "error",
      from: { path: "^packages/rules/", pathNot: tests },
      to: { path: "^packages/", pathNot: "^packages/rules/" },
    },
    {
      name: "sync-imports-no-adapter",
      comment: "The durable part knows platforms by their contract only.",
      severity: "error",
      from: { path: "^packages/sync/", pathNot: tests },
      to: { path: "^packages/(adapters-|cli)" },
    },
    {
      name: "adapters-import-no-other-adapter",
      severity: "error",
      from: { path: "^packages/(adapters-[^/]+)/", pathNot: tests },
      to: { path: "^packages/(adapters-|cli)", pathNot: "^packages/$1/" },
    },
    {
      name: "nothing-shipped-imports-a-simulator",
      severity: "error",
      from: { path: "^packages/(sync|adapters-[^/]+)/src/", pathNot: [tests, "/src/(simulator|testing)/"] },
      to: { path: "/src/simulator/" },
    },
    { name: "resolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^packages/[^/]+/dist/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
