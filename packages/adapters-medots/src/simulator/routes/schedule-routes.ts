import { dayFromIso, isoFromDay, minutesFromTime, timeFromMinutes } from "@guichet/rules/calendar";
import { Hono } from "hono";
import { wireRecordingPointsQuery } from "../../wire/recording-points.js";
import { wireScheduleQuery } from "../../wire/schedule.js";
import type { InventedUser } from "../invented-data.js";
import { stretchOf } from "../medots-world.js";
import { bodyOf, invalid, sees, type Platform, type PlatformEnv } from "./platform-context.js";

/** The longest stretch that is answered at once. */
const mostDays = 62;

/** Who works when, and when an appointment may start. */
export function scheduleRoutes({ world }: Platform): Hono<PlatformEnv> {
  const app = new Hono<PlatformEnv>();
  const takenOn = (userId: number, date: string) =>
    [...world.appointments.values()].filter(
      (row) => row.userId === userId && row.date === date && row.status !== "cancelled",
    );

  app.post("/", async (context) => {
    const query = await bodyOf(context, wireScheduleQuery);
    const days = query === undefined ? undefined : daysFrom(query);
    if (query === undefined || days === undefined) return invalid(context);
    const users = world.data.users.filter(
      ({ id, clinicId }) =>
        clinicId === query.clinicId && sees(context.get("key"), clinicId) && query.userIds.includes(id),
    );
    const dayOf = (user: InventedUser, date: string) => ({
      workTimes: user.workTimes.map((timeRange) => ({ timeRange })),
      appointments: takenOn(user.id, date).map(({ time, duration }) => ({ time, duration })),
    });
    const grid = Object.fromEntries(
      days.map((date) => [date, Object.fromEntries(users.map((user) => [user.id, dayOf(user, date)]))]),
    );
    return context.json({ grid });
  });

  app.post("/recording_points", async (context) => {
    const query = await bodyOf(context, wireRecordingPointsQuery);
    const days = query === undefined ? undefined : daysFrom(query);
    if (query === undefined || days === undefined) return invalid(context);
    const { clinicId, userParams, allowAppointmentIntersection = false } = query;
    const users = world.data.users.filter(
      (user) =>
        user.clinicId === clinicId && sees(context.get("key"), clinicId) && String(user.id) in userParams,
    );
    const pointsOf = (user: InventedUser, date: string): readonly string[] => {
      const step = userParams[String(user.id)]?.step ?? user.appointmentDuration;
      const taken = allowAppointmentIntersection ? [] : takenOn(user.id, date).map(stretchOf);
      return startsOf(user, step).filter((time) => {
        const [from, to] = stretchOf({ date, time, duration: step });
        return !taken.some(([takenFrom, takenTo]) => from < takenTo && takenFrom < to);
      });
    };
    return context.json(
      Object.fromEntries(
        days.map((date) => [date, Object.fromEntries(users.map((user) => [user.id, pointsOf(user, date)]))]),
      ),
    );
  });

  return app;
}

function daysFrom({
  startDate,
  endDate,
}: {
  readonly startDate: string;
  readonly endDate: string;
}): readonly string[] | undefined {
  const [first = 0, last = 0] = [dayFromIso(startDate), dayFromIso(endDate)];
  const count = last - first + 1;
  return count < 1 || count > mostDays
    ? undefined
    : Array.from({ length: count }, (_, index) => isoFromDay(first + index));
}

/** Every start of a step that ends within the working times. */
function startsOf({ workTimes }: InventedUser, step: number): readonly string[] {
  return workTimes.flatMap((range) => {
    const [from = 0, to = 0] = range.split("-").map(minutesFromTime);
    const count = Math.max(0, Math.floor((to - from) / step));
    return Array.from({ length: count }, (_, index) => timeFromMinutes(from + index * step));
  });
}
