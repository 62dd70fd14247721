import { createHash } from "node:crypto";
import { Hono, type Context } from "hono";
import * as z from "zod";
import { wireAppointmentChange, wireNewAppointment } from "../../wire/appointment.js";
import { wireNewClient } from "../../wire/client.js";
import { intersectsKey } from "../../wire/error-keys.js";
import { field } from "../../wire/field.js";
import type { SimulatedAppointment } from "../medots-event.js";
import {
  bodyOf,
  created,
  invalid,
  numberIn,
  paged,
  sees,
  type Platform,
  type PlatformEnv,
} from "./platform-context.js";

/** An appointment is for a client that is there, or for one that comes with it. */
const newAppointment = wireNewAppointment
  .extend({ clientId: field.id.optional(), client: wireNewClient.optional() })
  .refine(({ clientId, client }) => (clientId === undefined) !== (client === undefined));

const appointmentEdit = wireAppointmentChange.extend({ status: z.string().optional() });

/** Appointments and their dictionaries. */
export function appointmentRoutes(platform: Platform): Hono<PlatformEnv> {
  const { world } = platform;
  const app = new Hono<PlatformEnv>();

  app.get("/types", (context) => paged(context, world.data.appointmentTypes));
  app.get("/sources", (context) => paged(context, world.data.appointmentSources));

  app.get("/", (context) => {
    const { dateStart = "", dateEnd = "9999-12-31", status } = context.req.query();
    const clinicId = numberIn(context, "clinicId");
    const userId = numberIn(context, "userId");
    const updatedAtAfter = numberIn(context, "updatedAtAfter") ?? -1;
    const key = context.get("key");
    const rows = [...world.appointments.values()].filter(
      (row) =>
        sees(key, row.clinicId) &&
        (clinicId === undefined || row.clinicId === clinicId) &&
        (userId === undefined || row.userId === userId) &&
        (status === undefined || row.status === status) &&
        row.updatedAt > updatedAtAfter &&
        dateStart <= row.date &&
        row.date <= dateEnd,
    );
    return paged(context, rows);
  });

  app.get("/:id{[0-9]+}", (context) => {
    const row = world.appointments.get(Number(context.req.param("id")));
    return row === undefined || !sees(context.get("key"), row.clinicId)
      ? context.json({ errors: ["errors.not_found"] }, 404)
      : withTag(context, platform, row);
  });

  app.post("/", async (context) => {
    const wish = await bodyOf(context, newAppointment);
    if (wish === undefined) return invalid(context);
    const { client, ...appointment } = wish;
    const { data, clients } = world;
    if (!sees(context.get("key"), wish.clinicId)) return context.json({ errors: ["errors.forbidden"] }, 403);
    if (!data.users.some(({ id, clinicId }) => id === wish.userId && clinicId === wish.clinicId))
      return invalid(context, "user_is_unknown");
    if (wish.clientId !== undefined && !clients.has(wish.clientId))
      return invalid(context, "client_is_unknown");
    if (!data.appointmentTypes.some(({ id }) => id === wish.appointmentTypeId))
      return invalid(context, "appointment_type_is_unknown");
    if (!data.appointmentSources.some(({ id }) => id === wish.appointmentSourceId))
      return invalid(context, "appointment_source_is_unknown");
    const registered = client === undefined ? undefined : world.register(client, "interface");
    if (registered === "duplicate") return invalid(context, "client_already_exists");
    const clientId = wish.clientId ?? registered?.id;
    const made = world.book({ ...appointment, clientId }, "interface");
    return made === "intersects" ? intersects(context) : created(context, platform, made);
  });

  app.patch("/:id{[0-9]+}", async (context) => {
    const id = Number(context.req.param("id"));
    const row = world.appointments.get(id);
    if (row === undefined || !sees(context.get("key"), row.clinicId))
      return context.json({ errors: ["errors.not_found"] }, 404);
    const expected = context.req.header("if-match");
    if (
      platform.options.honours?.versions === "honoured" &&
      expected !== undefined &&
      expected !== tagOf(row)
    )
      return context.json({ errors: ["errors.stale_object"] }, 412);
    const edit = await bodyOf(context, appointmentEdit);
    if (edit === undefined) return invalid(context);
    const after = world.change(id, edit, "interface");
    if (after === undefined) return context.json({ errors: ["errors.not_found"] }, 404);
    return after === "intersects" ? intersects(context) : withTag(context, platform, after);
  });

  return app;
}

/** A collision: status 200 with the key of an error, as it was seen. The name it stands under is a guess. */
function intersects(context: Context): Response {
  return context.json({ errors: [`errors.${intersectsKey}`] }, 200);
}

function withTag(context: Context, { options }: Platform, row: SimulatedAppointment): Response {
  const { versions = "absent" } = options.honours ?? {};
  return context.json(row, 200, versions === "absent" ? {} : { ETag: tagOf(row) });
}

function tagOf(row: SimulatedAppointment): string {
  return `"${createHash("sha256").update(JSON.stringify(row)).digest("base64url").slice(0, 22)}"`;
}
