import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    include: ["{packages,examples,scripts,bench}/**/*.test.ts"],
    // A busy machine is slow, not wrong.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    typecheck: { enabled: true, include: ["packages/**/*.test-d.ts"], tsconfig: "tsconfig.json" },
    // .ci/run counts from the report.
    reporters: process.env["CI"] ? ["default", "json"] : ["default"],
    outputFile: { json: "node_modules/.cache/vitest/report.json" },
  },
});
