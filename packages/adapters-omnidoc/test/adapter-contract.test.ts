import { adapterContract } from "@guichet/sync/testing";
import { expect, it } from "vitest";
import { omnidocUnderTest } from "./omnidoc-under-test.fixture.js";

const checks = await adapterContract(omnidocUnderTest);

it.each(checks.map(({ name, run }) => [name, run] as const))("%s", async (_, run) => {
  await expect(run()).resolves.toBeUndefined();
});
