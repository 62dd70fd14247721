import { adapterContract } from "@guichet/sync/testing";
import { expect, it } from "vitest";
import { medotsUnderTest } from "./medots-under-test.fixture.js";

const checks = await adapterContract(medotsUnderTest);

it.each(checks.map(({ name, run }) => [name, run] as const))("%s", async (_, run) => {
  await expect(run()).resolves.toBeUndefined();
});
