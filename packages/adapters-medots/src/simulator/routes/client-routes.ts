import { Hono } from "hono";
import { wireNewClient } from "../../wire/client.js";
import { bodyOf, created, invalid, paged, type Platform, type PlatformEnv } from "./platform-context.js";

/** Clients: patients, in their word. */
export function clientRoutes(platform: Platform): Hono<PlatformEnv> {
  const { world } = platform;
  const app = new Hono<PlatformEnv>();

  app.get("/", (context) => {
    const { phone, surname } = context.req.query();
    const digits = (text: string): string => text.replace(/\D/g, "");
    const rows = [...world.clients.values()].filter(
      (client) =>
        (phone === undefined || digits(client.phone).endsWith(digits(phone).slice(-10))) &&
        (surname === undefined || client.surname.toLowerCase().startsWith(surname.toLowerCase())),
    );
    return paged(context, rows);
  });

  app.post("/", async (context) => {
    const wanted = await bodyOf(context, wireNewClient);
    if (wanted === undefined) return invalid(context);
    const client = world.register(wanted, "interface");
    return client === "duplicate"
      ? invalid(context, "client_already_exists")
      : created(context, platform, client);
  });

  return app;
}
