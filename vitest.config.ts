import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** What takes minutes begins first: begun last, it keeps one core while the others have nothing left to do. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => moduleId.includes("/test/torture/");
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    include: ["{packages,examples,scripts,bench}/**/*.test.ts"],
    sequence: { sequencer: LongestFirst },
    // Tests wait for processes and databases: on two cores, one of them would idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // A busy machine is slow, not wrong.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    typecheck: { enabled: true, include: ["packages/**/*.test-d.ts"], tsconfig: "tsconfig.json" },
    // .ci/run counts from the report.
    reporters: process.env["CI"] ? ["default", "json"] : ["default"],
    outputFile: { json: "node_modules/.cache/vitest/report.json" },
  },
});
