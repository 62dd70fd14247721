import { Hono } from "hono";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import type { Clock, Fetch } from "../surroundings.js";
import { HttpFailure } from "../http/index.js";
import { mayHaveEffect, type Fault } from "./fault.js";
import { Faults } from "./faults.js";
import { fetchWithFaults } from "./fetch-with-faults.js";
import { serveSimulator } from "./serve-simulator.js";
import { SimulatedClock } from "./simulated-clock.js";

const effects: string[] = [];
const platform = new Hono().post("/things", async (context) => {
  effects.push(await context.req.text());
  return context.json({ count: effects.length, filler: "x".repeat(300) }, 201);
});
const clock: Clock = {
  now: () => 0,
  // Seconds pass at once here; nobody's patience of half a minute ends.
  sleep: (millis) => (millis < 30_000 ? Promise.resolve() : new Promise(() => {})),
};
const faults = new Faults();
const simulator = { fetch: fetchWithFaults(platform, faults, clock) };
const served = await serveSimulator(simulator);

beforeEach(() => {
  effects.length = 0;
  faults.clear();
});
afterAll(() => served.close());

const ways: readonly { way: string; base: string; send: Fetch }[] = [
  { way: "in process", base: "http://platform.invalid", send: simulator.fetch },
  { way: "over a connection", base: served.url, send: fetch },
];

const effect = true;
/** Each fault, what a client makes of the answer, and how often the platform did what was asked. */
const table: readonly (readonly [Fault, string, number])[] = [
  [{ kind: "request-lost" }, "no answer", 0],
  [{ kind: "answer-lost" }, "no answer", 1],
  [{ kind: "duplicated", answer: "first" }, "201 count 1", 2],
  [{ kind: "duplicated", answer: "second" }, "201 count 2", 2],
  [{ kind: "request-delayed", millis: 5 }, "201 count 1", 1],
  [{ kind: "answer-delayed", millis: 5 }, "201 count 1", 1],
  [{ kind: "connection-refused" }, "no answer", 0],
  [{ kind: "connection-reset", effect }, "no answer", 1],
  [{ kind: "connection-reset", effect: false }, "no answer", 0],
  [{ kind: "status", status: 503, effect: false, retryAfter: "7" }, "503 after 7", 0],
  [{ kind: "status", status: 500, effect }, "500", 1],
  [{ kind: "html", effect }, "200 text/html", 1],
  [{ kind: "body-truncated" }, "201 no JSON", 1],
  [{ kind: "wrong-length" }, "201 broken off", 1],
  [{ kind: "redirect", location: "https://elsewhere.invalid/" }, "302", 0],
  [{ kind: "slow-drip", millisPerPart: 1 }, "201 count 1", 1],
];

describe.each(ways)("a simulator that is called $way", ({ base, send }) => {
  const post = (): Promise<string> =>
    send(new Request(`${base}/things`, { method: "POST", body: "one", redirect: "manual" })).then(
      whatAClientMakesOf,
      () => "no answer",
    );

  it.each(table)("meets $kind with the same answer and effect", async (fault, answer, count) => {
    faults.plan(fault, { method: "POST", path: "/things" });
    expect(await post()).toBe(answer);
    expect(effects).toEqual(Array.from({ length: count }, () => "one"));
    expect(mayHaveEffect(fault)).toBe(count > 0);
    expect(await post()).toBe(`201 count ${count + 1}`);
  });
});

it("says over a connection how long its answer is", async () => {
  const answer = await fetch(`${served.url}/things`, { method: "POST", body: "one" });
  const length = answer.headers.get("content-length");
  expect(length).toBe(String((await answer.arrayBuffer()).byteLength));
});

describe("a fault", () => {
  it("strikes only what its target names", async () => {
    faults.plan({ kind: "connection-reset", effect: false }, { method: "GET" });
    faults.plan({ kind: "connection-reset", effect: false }, { path: "/others" });
    const answer = await simulator.fetch(
      new Request("http://platform.invalid/things", { method: "POST", body: "one" }),
    );
    expect(answer.status).toBe(201);
  });

  it("says in the words of the guarded fetch whether the request may have had its effect", async () => {
    const code = async (fault: Fault): Promise<unknown> => {
      faults.plan(fault);
      const request = new Request("http://platform.invalid/things", { method: "POST", body: "one" });
      return simulator
        .fetch(request)
        .catch((error: unknown) => HttpFailure.isInstance(error) && [error.code, error.effect]);
    };
    expect(await code({ kind: "connection-refused" })).toEqual(["connection-failed", "not-sent"]);
    expect(await code({ kind: "connection-reset", effect: false })).toEqual(["connection-lost", "maybe"]);
    expect(await code({ kind: "request-lost" })).toEqual(["connection-lost", "maybe"]);
  });

  it("is given up with the signal of the request", async () => {
    const still = new SimulatedClock(0);
    const client = new AbortController();
    faults.plan({ kind: "answer-delayed", millis: 10_000 });
    const { signal } = client;
    const answer = fetchWithFaults(
      platform,
      faults,
      still,
    )(new Request("http://platform.invalid/things", { method: "POST", body: "one", signal })).catch(
      (error: unknown) => error,
    );
    await still.advance(1);
    client.abort();
    expect(await answer).toMatchObject({ code: "aborted", effect: "maybe" });
    expect(effects).toEqual(["one"]);
    expect(still.millisToNext).toBeUndefined();
  });

  it("delays a request past a client that gives up: its effect comes all the same", async () => {
    const late = new SimulatedClock(0);
    const delayed = fetchWithFaults(platform, faults, late);
    faults.plan({ kind: "request-delayed", millis: 60_000 });
    const answer = delayed(
      new Request("http://platform.invalid/things", { method: "POST", body: "late" }),
    ).catch((error: unknown) => error);
    await late.advance(30_000);
    expect(await answer).toMatchObject({ code: "timed-out", effect: "maybe" });
    await late.advance(29_999);
    expect(effects).toEqual([]);
    await late.advance(1);
    expect(effects).toEqual(["late"]);
  });
});

async function whatAClientMakesOf(answer: Response): Promise<string> {
  const after = answer.headers.get("retry-after");
  if (after !== null) return `${answer.status} after ${after}`;
  const type = answer.headers.get("content-type") ?? "";
  const text = await answer.text().catch(() => undefined);
  if (text === undefined) return `${answer.status} broken off`;
  if (text === "") return String(answer.status);
  if (!type.startsWith("application/json")) return `${answer.status} ${type}`;
  try {
    return `${answer.status} count ${(JSON.parse(text) as { count: number }).count}`;
  } catch {
    return `${answer.status} no JSON`;
  }
}
