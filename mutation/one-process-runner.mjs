import * as vm from "node:vm";
import { INSTRUMENTER_CONSTANTS } from "@stryker-mutator/api/core";
import { declareClassPlugin, PluginKind } from "@stryker-mutator/api/plugin";
import {
  determineHitLimitReached,
  DryRunStatus,
  TestStatus,
  toMutantRunResult,
} from "@stryker-mutator/api/test-runner";
import { customMatchers, JestAsymmetricMatchers, JestChaiExpect, JestExtend } from "@vitest/expect";
import * as vitestRunner from "@vitest/runner";
import * as chai from "chai";
import { build } from "esbuild";
import { isAsked, testFiles, turnedDown } from "./test-files.mjs";

/**
 * Runs the tests with what vitest is made of, in one process for all faults: a worker of vitest takes a second to
 * start, and there are thousands. Each test file and what it imports of ours is evaluated anew for each fault,
 * because the engine keeps what it has made of a policy. To Stryker a test is a test file, for the same reason.
 */
class OneProcessRunner {
  #namespace = (globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {});
  #programs = new Map();
  /** How many faults of a file each test file has noticed: those that notice most for the time they take go first. */
  #noticed = new Map();

  /** Time of the processor that each test file took when it passed. */
  #taken = new Map();
  /** The test file that runs: since when, and how long it may. */
  #watched = { since: process.cpuUsage(), budget: Infinity };

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    this.#watchForEndlessRuns();
    Object.assign(process.env, { ...turnedDown, ...process.env });
    for (const extension of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(extension);
    chai.expect.extend(chai.expect, customMatchers);
    for (const file of testFiles()) this.#programs.set(file, await programOf(file));
  }

  async dryRun() {
    const mutantCoverage = { static: {}, perTest: {} };
    Object.assign(this.#namespace, { activeMutant: undefined, hitCount: undefined, mutantCoverage });
    const tests = [];
    for (const file of this.#programs.keys()) {
      tests.push(await this.#run(file, { whileLoading: {}, whileRunning: { currentTestId: file } }));
      this.#namespace.currentTestId = undefined;
    }
    return { status: DryRunStatus.Complete, tests, mutantCoverage };
  }

  async mutantRun({ activeMutant, mutantActivation, hitLimit, sandboxFileName, testFilter }) {
    Object.assign(this.#namespace, {
      activeMutant: undefined,
      hitCount: 0,
      hitLimit,
      mutantCoverage: undefined,
    });
    const active = { activeMutant: activeMutant.id };
    const whileLoading = mutantActivation === "static" ? active : {};
    const beside = sandboxFileName.replace(/\.ts$/, ".test.ts");
    const files = [...this.#programs.keys()].filter(
      (file) => (testFilter?.includes(file) ?? true) && isAsked(file, sandboxFileName),
    );
    const noticed = this.#noticed.get(sandboxFileName) ?? new Map();
    this.#noticed.set(sandboxFileName, noticed);
    const worth = (file) =>
      beside.endsWith(file) ? Infinity : (noticed.get(file) ?? 0) / (100_000 + (this.#taken.get(file) ?? 0));
    const tests = [];
    for (const file of files.toSorted((left, right) => worth(right) - worth(left) || 0)) {
      this.#namespace.activeMutant = undefined;
      tests.push(await this.#run(file, { whileLoading, whileRunning: active }));
      if (tests.at(-1).status === TestStatus.Failed) {
        noticed.set(file, (noticed.get(file) ?? 0) + 1);
        break;
      }
    }
    const limit = determineHitLimitReached(this.#namespace.hitCount, hitLimit);
    return toMutantRunResult(limit ?? { status: DryRunStatus.Complete, tests });
  }

  /**
   * A fault that makes a test endless is noticed where faults are looked up, which every line of the engine does. Time
   * of the processor is counted: on a busy machine time on the clock would tell of faults that nobody noticed.
   */
  #watchForEndlessRuns() {
    const namespace = this.#namespace;
    let [active, lookups] = [namespace.activeMutant, 0];
    Object.defineProperty(namespace, "activeMutant", {
      get: () => {
        lookups += 1;
        if (lookups > 100_000) {
          if (this.#microsecondsTaken() > this.#watched.budget) {
            namespace.hitCount = Infinity;
            throw new Error("this takes too long");
          }
          lookups = 0;
        }
        return active;
      },
      set: (mutant) => {
        active = mutant;
      },
    });
  }

  #microsecondsTaken() {
    const { user, system } = process.cpuUsage(this.#watched.since);
    return user + system;
  }

  async #run(file, { whileLoading, whileRunning }) {
    const started = performance.now();
    const budget = 3_000_000 + 5 * (this.#taken.get(file) ?? 1_500_000);
    this.#watched = { since: process.cpuUsage(), budget };
    const [ran] = await vitestRunner.startTests([file], {
      config,
      importFile: async () => {
        Object.assign(this.#namespace, whileLoading);
        await this.#programs.get(file)();
        Object.assign(this.#namespace, whileRunning);
      },
      onAfterRunTask(test) {
        this.failed ||= test.result?.state === "fail";
      },
      onBeforeRunTask(test) {
        if (this.failed) test.mode = "skip";
      },
    });
    const failure = failureIn(ran);
    if (failure === undefined) this.#taken.set(file, this.#microsecondsTaken());
    const result = { id: file, name: file, fileName: file, timeSpentMs: performance.now() - started };
    return failure === undefined
      ? { ...result, status: TestStatus.Success }
      : { ...result, status: TestStatus.Failed, failureMessage: failure };
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, "one-process", OneProcessRunner)];

/** As in the vitest of the root, where the tests do not set it. */
const config = {
  root: process.cwd(),
  name: undefined,
  setupFiles: [],
  passWithNoTests: false,
  sequence: { hooks: "stack", setupFiles: "parallel", shuffle: false, concurrent: false, seed: 1 },
  maxConcurrency: 1,
  testTimeout: 60_000,
  hookTimeout: 180_000,
  retry: 0,
  includeTaskLocation: false,
  diffOptions: undefined,
  tags: [],
  tagsFilter: undefined,
  strictTags: false,
  allowOnly: false,
};

/** A test file with everything of ours that it imports, as a function that evaluates all of it anew. */
async function programOf(file) {
  const { outputFiles } = await build({
    absWorkingDir: process.cwd(),
    entryPoints: [file],
    bundle: true,
    write: false,
    format: "esm",
    platform: "node",
    target: "node20",
    external: ["vitest", "esbuild", "fast-check", "luxon", "zod"],
  });
  const [{ text }] = outputFiles;
  const cachedData = new vm.SourceTextModule(text, { identifier: file }).createCachedData();
  return async () => {
    const module = new vm.SourceTextModule(text, { identifier: file, cachedData });
    await module.link(packageNamed);
    await module.evaluate();
  };
}

const packages = new Map();

/** What is not ours is evaluated once. */
async function packageNamed(name) {
  if (!packages.has(name)) {
    const exported = name === "vitest" ? { ...vitestRunner, expect: chai.expect } : await import(name);
    const names = Object.keys(exported);
    const provide = function () {
      for (const one of names) this.setExport(one, exported[one]);
    };
    packages.set(name, new vm.SyntheticModule(names, provide));
  }
  return packages.get(name);
}

function failureIn(task) {
  if (task.result?.state !== "fail") return undefined;
  const inside = task.tasks?.map(failureIn).find((failure) => failure !== undefined);
  return inside ?? `${task.name}: ${task.result.errors?.[0]?.message ?? "failed"}`;
}
