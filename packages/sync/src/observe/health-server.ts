import { Hono } from "hono";
import { serveApp, type Served } from "../serving/serve-app.js";

/** Whether a part of the worker can do its work now. What it rejects with is not told to anybody. */
export type HealthCheck = (signal: AbortSignal) => boolean | Promise<boolean>;

export interface HealthServerOptions {
  /** By a name that may be shown, like `store` or `worker`. */
  readonly checks: Readonly<Record<string, HealthCheck>>;
  /** Where it listens; this machine alone when left out. */
  readonly host?: string;
  /** 0 is any that is free. */
  readonly port: number;
  /** A check that takes longer has failed. 2,000 when left out. */
  readonly checkMillis?: number;
}

/**
 * Answers `GET /health/live` (this process answers) and `GET /health/ready` (every check passes): 200 or 503, with the
 * names of the checks that fail and nothing else.
 *
 * Errors: `port-refused`.
 */
export function healthServer(options: HealthServerOptions): Promise<Served> {
  const { checks, host = "127.0.0.1", port, checkMillis = 2_000 } = options;
  const app = new Hono()
    .get("/health/live", (context) => context.json({ status: "live" }))
    .get("/health/ready", async (context) => {
      const failing = await failingOf(checks, checkMillis);
      return failing.length === 0
        ? context.json({ status: "ready" })
        : context.json({ status: "not-ready", failing }, 503);
    })
    .onError((_, context) => context.json({ status: "not-ready" }, 503));

  return serveApp(app, { name: "health", host, port });
}

async function failingOf(checks: HealthServerOptions["checks"], millis: number): Promise<readonly string[]> {
  const results = await Promise.all(
    Object.entries(checks).map(async ([name, check]) => ((await passes(check, millis)) ? [] : [name])),
  );
  return results.flat();
}

async function passes(check: HealthCheck, millis: number): Promise<boolean> {
  const limit = new AbortController();
  const tooLate = new Promise<false>((resolve) =>
    limit.signal.addEventListener("abort", () => resolve(false)),
  );
  const timer = setTimeout(() => limit.abort(), millis);
  try {
    return await Promise.race([Promise.resolve(limit.signal).then(check), tooLate]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
