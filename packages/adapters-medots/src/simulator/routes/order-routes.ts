import { Hono } from "hono";
import { numberIn, paged, type Platform, type PlatformEnv } from "./platform-context.js";

/** Orders and their lines. */
export function orderRoutes({ world }: Platform): Hono<PlatformEnv> {
  const app = new Hono<PlatformEnv>();
  const missing = { errors: ["errors.not_found"] };

  app.get("/orders/:id{[0-9]+}", (context) => {
    const found = world.orders.get(Number(context.req.param("id")));
    return found === undefined ? context.json(missing, 404) : context.json(found.order);
  });

  app.get("/entries", (context) => {
    const orderId = numberIn(context, "orderId");
    const entries = [...world.orders.values()].flatMap((found) => found.entries);
    return paged(
      context,
      entries.filter((entry) => orderId === undefined || entry.orderId === orderId),
    );
  });

  app.get("/entries/:id{[0-9]+}", (context) => {
    const id = Number(context.req.param("id"));
    const entry = [...world.orders.values()].flatMap(({ entries }) => entries).find((one) => one.id === id);
    return entry === undefined ? context.json(missing, 404) : context.json(entry);
  });

  return app;
}
