import { Hono } from "hono";
import { numberIn, paged, sees, type Platform, type PlatformEnv } from "./platform-context.js";

/** What stands on the platform before anybody comes: clinics, users, the catalogue of services. */
export function catalogueRoutes({ world }: Platform): Hono<PlatformEnv> {
  const { data } = world;
  const app = new Hono<PlatformEnv>();

  app.get("/clinics", (context) => {
    const rows = data.clinics.filter(({ id }) => sees(context.get("key"), id));
    return paged(
      context,
      rows.map(({ id, title }) => ({ id, title })),
    );
  });

  app.get("/users", (context) => {
    const clinicId = numberIn(context, "clinicId");
    const rows = data.users.filter(
      (user) =>
        sees(context.get("key"), user.clinicId) && (clinicId === undefined || user.clinicId === clinicId),
    );
    return paged(
      context,
      rows.map(({ id, surname, name, specialties, appointmentDuration }) => ({
        id,
        surname,
        name,
        specialties,
        appointmentDuration,
      })),
    );
  });

  app.get("/entry_types", (context) => paged(context, data.entryTypes));

  app.get("/entry_types/:id{[0-9]+}", (context) => {
    const type = data.entryTypes.find(({ id }) => id === Number(context.req.param("id")));
    return type === undefined ? context.json({ errors: ["errors.not_found"] }, 404) : context.json(type);
  });

  return app;
}
