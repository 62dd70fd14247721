import { Hono } from "hono";
import { checkTokens } from "./check-token.js";
import { appointmentRoutes } from "./routes/appointment-routes.js";
import { catalogueRoutes } from "./routes/catalogue-routes.js";
import { clientRoutes } from "./routes/client-routes.js";
import { orderRoutes } from "./routes/order-routes.js";
import type { Platform, PlatformEnv } from "./routes/platform-context.js";
import { scheduleRoutes } from "./routes/schedule-routes.js";

/** The interface below `/api/v2`: tokens and rights are looked at first, and every answer stands in the journal. */
export function medotsApp(platform: Platform): Hono<PlatformEnv> {
  const { world, options } = platform;
  const { clock, keys = [defaultKey], authorization = "bearer", honours = {} } = options;
  const answers = new Map<string, { readonly status: number; readonly body: string }>();
  const keyOfToken = checkTokens(keys);
  const root = new Hono<PlatformEnv>();
  const app = root.basePath("/api/v2");

  app.use(async (context, next) => {
    await next();
    const { method, path } = context.req;
    world.journal.record({ kind: "answered", method, path, status: context.res.status });
  });

  app.use(async (context, next) => {
    const header = context.req.header("authorization") ?? "";
    const isBearer = header.startsWith("Bearer ");
    const token = isBearer ? header.slice("Bearer ".length) : header;
    const key = isBearer === (authorization === "bearer") ? keyOfToken(token, clock.now()) : undefined;
    if (key === undefined) return context.json({ errors: ["errors.unauthorized"] }, 401);
    const { method, path } = context.req;
    const isWrite = method === "PATCH" || (method === "POST" && !path.startsWith("/api/v2/schedule"));
    if (isWrite && key.mayWrite === false) return context.json({ errors: ["errors.forbidden"] }, 403);
    context.set("key", key);
    await next();
    return undefined;
  });

  if (honours.idempotencyKeys === true) {
    app.use(async (context, next) => {
      const given = context.req.header("idempotency-key");
      const remembered = given === undefined ? undefined : answers.get(given);
      if (remembered !== undefined) {
        return new Response(remembered.body, {
          status: remembered.status,
          headers: { "content-type": "application/json" },
        });
      }
      await next();
      if (given !== undefined) {
        answers.set(given, { status: context.res.status, body: await context.res.clone().text() });
      }
      return undefined;
    });
  }

  app.route("/appointments", appointmentRoutes(platform));
  app.route("/clients", clientRoutes(platform));
  app.route("/schedule", scheduleRoutes(platform));
  app.route("/", catalogueRoutes(platform));
  app.route("/", orderRoutes(platform));
  return root;
}

/** The key that a simulator hands out when it is given none. */
export const defaultKey = { identity: "guichet", secretKey: "not a secret: a simulator's own key" } as const;
