import { describe, expect, it, onTestFinished } from "vitest";
import { GuichetError } from "@guichet/rules";
import { healthServer, type HealthServerOptions } from "./health-server.js";

async function serve(checks: HealthServerOptions["checks"], options: Partial<HealthServerOptions> = {}) {
  const server = await healthServer({ checks, port: 0, ...options });
  onTestFinished(() => server.close());
  const get = async (path: string): Promise<readonly [number, unknown]> => {
    const response = await fetch(`${server.url}${path}`);
    return [response.status, await response.json()];
  };
  return { server, get };
}

describe("the health of a worker", () => {
  it("is live as long as it answers, whatever its checks say", async () => {
    const { get } = await serve({ store: () => false });
    expect(await get("/health/live")).toEqual([200, { status: "live" }]);
  });

  it("is ready when every check passes", async () => {
    const { get } = await serve({ store: () => true, worker: () => Promise.resolve(true) });
    expect(await get("/health/ready")).toEqual([200, { status: "ready" }]);
  });

  it("is not ready by the names of the checks that fail, and not a word of why", async () => {
    const { get } = await serve({
      store: () => Promise.reject(new Error("Ms Example")),
      schema: () => {
        throw new Error("Ms Example");
      },
      worker: () => true,
      queue: () => false,
    });
    expect(await get("/health/ready")).toEqual([
      503,
      { status: "not-ready", failing: ["store", "schema", "queue"] },
    ]);
  });

  it("is not ready when a check takes too long, and the check is told", async () => {
    let told = false;
    const { get } = await serve(
      {
        store: (signal) => new Promise(() => signal.addEventListener("abort", () => (told = true))),
      },
      { checkMillis: 20 },
    );
    expect(await get("/health/ready")).toEqual([503, { status: "not-ready", failing: ["store"] }]);
    expect(told).toBe(true);
  });

  it("is asked anew each time", async () => {
    let passes = false;
    const { get } = await serve({ store: () => passes });
    expect((await get("/health/ready"))[0]).toBe(503);
    passes = true;
    expect((await get("/health/ready"))[0]).toBe(200);
  });

  it("cannot be served on a port that is taken, and says so", async () => {
    const { server } = await serve({});
    const port = Number(new URL(server.url).port);
    const error: unknown = await healthServer({ checks: {}, port }).catch((thrown: unknown) => thrown);
    expect(GuichetError.isInstance(error) && error.code).toBe("port-refused");
  });

  it("ends at once, also while somebody waits", async () => {
    const server = await healthServer({ checks: { store: () => new Promise(() => undefined) }, port: 0 });
    const asked = fetch(`${server.url}/health/ready`).catch(() => "ended");
    await fetch(`${server.url}/health/live`);
    await server.close();
    expect(await asked).toBe("ended");
  });
});
