import { describe, expect, it } from "vitest";
import { databaseOfFile } from "./database-of-file.js";
import { runOnce, type Crash } from "./crash-loop.js";

const database = databaseOfFile();

describe("a wish, its booking, its cancellation, a call and another booking", () => {
  it("takes so many steps that each kind of them is among those that fail", async () => {
    const { steps, states } = await runOnce(database(), "ends-before");
    expect(steps).toBeGreaterThan(100);
    expect(states).toEqual(["done", "done"]);
  });

  it.each(["ends-before", "ends-after", "answer-lost"] as const satisfies readonly Crash[])(
    "come to rest with every promise kept, whichever step it is that %s",
    { timeout: 600_000 },
    async (crash) => {
      let nth = 1;
      for (; ; nth += 1) {
        const { crashed, states } = await runOnce(database(), crash, nth).catch((error: unknown) => {
          throw new Error(`step ${nth} ${crash}`, { cause: error });
        });
        if (!crashed) break;
        expect(
          states.every((state) => state === "done"),
          `step ${nth} ${crash}, ${crashed.name}: ${states.join()}`,
        ).toBe(true);
      }
      expect(nth).toBeGreaterThan(100);
    },
  );
});
