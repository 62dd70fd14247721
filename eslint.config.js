import js from "@eslint/js";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

const everywhere = [
  { selector: "ExportDefaultDeclaration", message: "Export by name." },
  { selector: "ExportAllDeclaration", message: "List every exported name by hand." },
];

const inPolicies = [
  {
    selector: "TSAsExpression:not([typeAnnotation.typeName.name='const'])",
    message: "A policy is checked, never cast.",
  },
  { selector: "Literal[regex]", message: "A policy is data: no regular expressions." },
];

const outsideWorld = ["Date", "process", "Buffer", "fetch", "performance", "setTimeout", "setInterval"].map(
  (name) => ({
    name,
    message: "The rules have no clock and no I/O; the caller passes what they need.",
  }),
);

export default defineConfig(
  globalIgnores(["**/dist/", "**/coverage/", "bench/", "mutation/", "docs/.vitepress/"]),
  js.configs.recommended,
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ["./tsconfig.json", "./examples/10-browser-page/tsconfig.json"],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/no-import-type-side-effects": "error",
      // The language infers from empty records and from parameters that nothing reads.
      "@typescript-eslint/no-generated-empty-object-type": "off",
      // A policy's types get a name of their own, so that editors show it, and the comments, in published types too.
      "@typescript-eslint/no-empty-object-type": ["error", { allowInterfaces: "with-single-extends" }],
      "@typescript-eslint/no-meaningless-void-operator": "off",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      // A type parameter used once is how a definition helper infers literals.
      "@typescript-eslint/no-unnecessary-type-parameters": "off",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      eqeqeq: "error",
      "no-restricted-syntax": ["error", ...everywhere],
    },
  },
  {
    files: ["packages/rules/src/**/*.ts"],
    ignores: ["**/*.test.ts", "**/*.test-d.ts"],
    rules: { "no-console": "error", "no-restricted-globals": ["error", ...outsideWorld] },
  },
  {
    files: ["packages/{sync,adapters-*}/src/**/*.ts"],
    ignores: ["**/*.test.ts", "**/*.test-d.ts"],
    rules: { "no-console": "error" },
  },
  {
    files: ["packages/rules/src/policies/**/*.ts"],
    ignores: ["**/*.test.ts", "**/*.test-d.ts"],
    rules: { "no-restricted-syntax": ["error", ...everywhere, ...inPolicies] },
  },
  {
    // Generated source where `new Function` is allowed, closures where it is not.
    files: ["packages/rules/src/engine/compile*.ts", "packages/rules/src/engine/compile/**/*.ts"],
    rules: { "@typescript-eslint/no-implied-eval": "off" },
  },
  {
    files: ["**/*.test.ts", "**/*.test-d.ts"],
    rules: {
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-return": "off",
    },
  },
  {
    files: ["**/*.config.ts"],
    rules: { "no-restricted-syntax": "off" },
  },
  {
    files: ["**/*.{js,mjs}"],
    languageOptions: { globals: { console: "readonly", process: "readonly", URL: "readonly" } },
  },
);
