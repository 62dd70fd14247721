import { describe, expect, it } from "vitest";
import { SimulatedClock } from "./simulated-clock.js";

describe("a simulated clock", () => {
  it("wakes everybody in order, each at its own time, also who sleeps again", async () => {
    const clock = new SimulatedClock(1_000);
    const woken: [string, number][] = [];
    const sleep = async (name: string, ...naps: readonly number[]): Promise<void> => {
      for (const nap of naps) {
        await clock.sleep(nap);
        woken.push([name, clock.now()]);
      }
    };
    const all = [sleep("a", 30, 30), sleep("b", 20), sleep("c", 61)];
    await clock.advance(60);
    expect(woken).toEqual([
      ["b", 1_020],
      ["a", 1_030],
      ["a", 1_060],
    ]);
    expect(clock.millisToNext).toBe(1);
    await clock.advance(1);
    await Promise.all(all);
    expect(clock.millisToNext).toBeUndefined();
    expect(clock.now()).toBe(1_061);
  });

  it("stops a sleep with the reason of its signal, before and during it", async () => {
    const clock = new SimulatedClock(0);
    const reason = new Error("enough");
    await expect(clock.sleep(1, AbortSignal.abort(reason))).rejects.toBe(reason);
    const controller = new AbortController();
    const slept = clock.sleep(10, controller.signal);
    controller.abort(reason);
    await expect(slept).rejects.toBe(reason);
    expect(clock.millisToNext).toBeUndefined();
  });

  it("is set forward and back without waking anybody early or late", async () => {
    const clock = new SimulatedClock(0);
    let woken = false;
    void clock.sleep(100).then(() => (woken = true));
    clock.step(3_600_000);
    await clock.advance(99);
    expect([woken, clock.now()]).toEqual([false, 3_600_099]);
    clock.step(-7_200_000);
    await clock.advance(1);
    expect([woken, clock.now()]).toEqual([true, -3_599_900]);
  });
});
