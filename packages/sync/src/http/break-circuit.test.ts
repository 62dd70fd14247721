import { describe, expect, it } from "vitest";
import type { Fetch } from "../surroundings.js";
import { breakCircuit } from "./break-circuit.js";
import { HttpFailure, type HttpFailureCode } from "./http-failure.js";

/** A platform whose answers a test decides, asked through a circuit whose clock the test moves. */
function platform(answer: (nowSeconds: number) => Response | HttpFailureCode) {
  let nowMillis = Date.UTC(2026, 10, 26, 12);
  const start = nowMillis;
  let requests = 0;
  const states: string[] = [];
  const fetch: Fetch = () => {
    requests += 1;
    const answered = answer((nowMillis - start) / 1000);
    return answered instanceof Response
      ? Promise.resolve(answered)
      : Promise.reject(new HttpFailure(answered, "medots", "maybe"));
  };
  const clock = { now: () => nowMillis };
  const circuit = breakCircuit(fetch, { platform: "medots", clock, onChange: (state) => states.push(state) });
  return {
    states,
    requests: () => requests,
    wait: (seconds: number) => void (nowMillis += seconds * 1000),
    /** The status, or the code of the failure. */
    ask: async () => {
      const outcome: unknown = await circuit(new Request("https://clinic.example")).catch(
        (error: unknown) => error,
      );
      if (outcome instanceof Response) return outcome.status;
      return HttpFailure.isInstance(outcome) ? outcome.code : outcome;
    },
    askedLater: async () => {
      const failure: unknown = await circuit(new Request("https://clinic.example")).catch(
        (error: unknown) => error,
      );
      return HttpFailure.isInstance(failure) ? failure.afterSeconds : undefined;
    },
  };
}

const status = (code: number, headers: Record<string, string> = {}) =>
  new Response(null, { status: code, headers });

describe("a circuit", () => {
  it.each([429, 500, 502, 503, 504])(
    "opens after five answers of %s in a row, not after four",
    async (code) => {
      const { ask, requests, states } = platform(() => status(code));
      for (let count = 0; count < 4; count += 1) expect(await ask()).toBe(code);
      expect(states).toEqual([]);
      expect(await ask()).toBe(code);
      expect(states).toEqual(["open"]);
      expect(await ask()).toBe("circuit-open");
      expect(requests()).toBe(5);
    },
  );

  it.each([
    "connection-failed",
    "name-unresolved",
    "connect-timed-out",
    "connection-lost",
    "timed-out",
    "answer-torn",
  ] as const)("opens when there is no answer: %s", async (code) => {
    const { ask } = platform(() => code);
    for (let count = 0; count < 5; count += 1) expect(await ask()).toBe(code);
    expect(await ask()).toBe("circuit-open");
  });

  it.each([200, 400, 401, 403, 404, 409, 412, 422])("stays closed over answers of %s", async (code) => {
    const { ask } = platform(() => status(code));
    for (let count = 0; count < 20; count += 1) expect(await ask()).toBe(code);
  });

  it.each(["other-origin", "token-missing", "aborted", "request-refused", "answer-too-large"] as const)(
    "stays closed over what is not the platform's doing: %s",
    async (code) => {
      const { ask } = platform(() => code);
      for (let count = 0; count < 20; count += 1) expect(await ask()).toBe(code);
    },
  );

  it("starts to count again after one good answer", async () => {
    let count = 0;
    const { ask, states } = platform(() => status((count += 1) % 5 === 0 ? 200 : 503));
    for (let asked = 0; asked < 20; asked += 1) await ask();
    expect(states).toEqual([]);
  });

  it("is not sent through, says for how long, and lets one request try when that is over", async () => {
    const { ask, askedLater, wait, requests, states } = platform((now) => status(now < 2 ? 503 : 200));
    for (let count = 0; count < 5; count += 1) await ask();
    expect(await askedLater()).toBe(1);
    wait(0.999);
    expect(await ask()).toBe("circuit-open");
    wait(0.001);
    expect(await ask()).toBe(503);
    expect(await askedLater()).toBe(2);
    wait(2);
    expect(await Promise.all([ask(), ask(), ask()])).toEqual([200, 200, 200]);
    expect(requests()).toBe(9);
    expect(states).toEqual(["open", "open", "closed"]);
  });

  it("lets one request try and all others wait for how it fares", async () => {
    const { ask, wait, requests } = platform(() => status(503));
    for (let count = 0; count < 5; count += 1) await ask();
    wait(1);
    const outcomes = await Promise.all(Array.from({ length: 50 }, ask));
    expect(outcomes.toSorted()).toEqual([503, ...Array.from({ length: 49 }, () => "circuit-open")]);
    expect(requests()).toBe(6);
  });

  it("stays open for as long as the platform asks, an hour at most", async () => {
    const { ask, askedLater, wait } = platform(() => status(429, { "retry-after": "7200" }));
    for (let count = 0; count < 5; count += 1) await ask();
    expect(await askedLater()).toBe(3600);
    wait(3599);
    expect(await ask()).toBe("circuit-open");
    wait(1);
    expect(await ask()).toBe(429);
  });

  it("has those it turns away come back evenly within as long as it has been failing, ten minutes at most", async () => {
    let isWell = false;
    const { ask, askedLater, wait } = platform(() => status(isWell ? 200 : 503));
    const failFor = async (seconds: number): Promise<void> => {
      for (let passed = 0; passed < seconds; passed += 10) {
        for (let count = 0; count < 5; count += 1) await ask();
        wait(10);
      }
      for (let count = 0; count < 5; count += 1) await ask();
    };
    const comeBack = async (): Promise<readonly number[]> => {
      const seconds: number[] = [];
      for (let count = 0; count < 60; count += 1) seconds.push((await askedLater()) ?? 0);
      return seconds.toSorted((left, right) => left - right);
    };
    const gapsOf = (sorted: readonly number[]) =>
      sorted.slice(1).map((one, index) => one - (sorted[index] ?? 0));
    await failFor(300);
    const [early, afterHour] = [await comeBack(), (await failFor(3_600), await comeBack())];
    for (const [seconds, within] of [
      [early, 300],
      [afterHour, 600],
    ] as const) {
      expect((seconds.at(-1) ?? 0) - (seconds[0] ?? 0)).toBeGreaterThan(0.9 * within);
      expect((seconds.at(-1) ?? 0) - (seconds[0] ?? 0)).toBeLessThanOrEqual(within);
      expect(Math.max(...gapsOf(seconds))).toBeLessThan(0.06 * within);
    }
    isWell = true;
    wait(60);
    expect(await ask()).toBe(200);
    isWell = false;
    for (let count = 0; count < 5; count += 1) await ask();
    expect(await askedLater()).toBe(1);
  });

  it("goes by the clock it is given, also when that one is set back", async () => {
    const { ask, wait } = platform(() => status(503));
    for (let count = 0; count < 5; count += 1) await ask();
    wait(-3600);
    expect(await ask()).toBe("circuit-open");
    wait(3601);
    expect(await ask()).toBe(503);
  });

  it.each([503, 429])(
    "costs at most a tenth more over ten minutes of %s, and passes all on afterwards",
    async (code) => {
      const { ask, wait, requests } = platform((now) => status(now < 600 ? code : 200));
      const normal = 600;
      let open = 0;
      let good = 0;
      // One request a second for twenty minutes: what is refused is asked again, on top of what comes anew.
      for (let second = 0; good < 2 * normal; second += 1) {
        const due = Math.min(open + 1, 50);
        open = open + 1 - due;
        for (let count = 0; count < due; count += 1) {
          if ((await ask()) === 200) good += 1;
          else open += 1;
        }
        wait(1);
        if (second > 3 * normal) break;
      }
      expect(good).toBe(2 * normal);
      expect(requests()).toBeLessThanOrEqual(1.1 * 2 * normal);
      expect(requests() - good).toBeLessThanOrEqual(0.1 * normal);
    },
  );
});
