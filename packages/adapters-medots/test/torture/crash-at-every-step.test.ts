import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databaseOfFile } from "@guichet/sync/testing";
import { runOnce, type Crash, type Story } from "./crash-loop.js";
import { cancelledAndCalled } from "./stories/cancelled-and-called.js";
import { lostAndBooked } from "./stories/lost-and-booked.js";

const database = databaseOfFile({ beforeAll, afterAll });

interface Told {
  readonly story: Story;
  /** How its intents end, whatever fails. */
  readonly ends: readonly string[];
  readonly atLeastSteps: number;
}

const told: readonly (readonly [title: string, Told])[] = [
  [
    "a wish, its booking, its cancellation, a call and another booking",
    { story: cancelledAndCalled, ends: ["done", "done"], atLeastSteps: 100 },
  ],
  [
    "a wish whose slot went to somebody else, and the booking of another one",
    { story: lostAndBooked, ends: ["conflict", "done"], atLeastSteps: 30 },
  ],
];

describe.each(told)("%s", (_, { story, ends, atLeastSteps }) => {
  it("take so many steps that each kind of them is among those that fail", async () => {
    const { steps, states } = await runOnce(database(), story, "ends-before");
    expect(steps).toBeGreaterThan(atLeastSteps);
    expect([...states].sort()).toEqual(ends);
  });

  it.each(["ends-before", "ends-after", "answer-lost"] as const satisfies readonly Crash[])(
    "come to rest with every promise kept, whichever step it is that %s",
    { timeout: 600_000 },
    async (crash) => {
      let nth = 1;
      for (; ; nth += 1) {
        const { crashed, states } = await runOnce(database(), story, crash, nth).catch((error: unknown) => {
          throw new Error(`step ${nth} ${crash}`, { cause: error });
        });
        if (!crashed) break;
        expect([...states].sort(), `step ${nth} ${crash}, ${crashed.name}`).toEqual(ends);
      }
      expect(nth).toBeGreaterThan(atLeastSteps);
    },
  );
});
