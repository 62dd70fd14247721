// A MEDOTS simulator in a process of its own, as a platform is on a machine of its own. `users appointments`: how many
// practitioners it has, and how many appointments stand on it already. It says where it listens, then answers "account".
import { simulateMedots } from "@guichet/adapters-medots/simulator";
import { dayFromIso, isoFromDay, timeFromMinutes } from "@guichet/rules/calendar";
import { surroundingsOfProcess } from "@guichet/sync";
import { serveSimulator } from "@guichet/sync/simulator";
import type { Account, Listening } from "./start-platform.js";

const [users = 1, appointments = 0] = process.argv.slice(2).map(Number);
const { clock } = surroundingsOfProcess();

// What stands there was made yesterday: it is not among what changed lately.
let madeBefore = 24 * 3600 * 1000;
const { journal, world, fetch } = simulateMedots({
  clock: { ...clock, now: () => clock.now() - madeBefore },
  usersPerClinic: users,
});
const client = world.register({ surname: "Primerova", name: "Anna", phone: "+79990000001" }, "staff");
if (client === "duplicate") throw new Error("bench: registered twice");

const [today = 0] = [dayFromIso(new Date().toISOString().slice(0, 10))];
const days = 90;
for (let at = 0; at < appointments; at += 1) {
  const ofDay = Math.floor(at / days);
  world.book(
    {
      clinicId: 1,
      userId: 101 + (ofDay % users),
      clientId: client.id,
      date: isoFromDay(today + (at % days)),
      time: timeFromMinutes(8 * 60 + Math.floor(ofDay / users) * 30),
      duration: 30,
      appointmentTypeId: 1,
      appointmentSourceId: 1,
      // Looking whether they overlap would take longer than all that is measured.
      allowIntersection: true,
    },
    "staff",
  );
}
madeBefore = 0;

const { url } = await serveSimulator({ fetch });
process.send?.({ url, clientId: client.id } satisfies Listening);
// Who started it may be killed.
process.on("disconnect", () => process.exit());
process.on("message", (asked) => {
  if (asked === "remove") {
    const removed = [...world.appointments.keys()].filter((_, at) => at % 100 === 0);
    for (const id of removed) world.delete(id);
  }
  const made = journal.entries.flatMap((entry) =>
    entry.kind === "appointment-made" && entry.by === "interface" ? [entry.appointment] : [],
  );
  const { user, system } = process.cpuUsage();
  process.send?.({
    made: made.length,
    slots: new Set(made.map(({ userId, date, time }) => `${userId} ${date} ${time}`)).size,
    standing: world.appointments.size,
    cpuSeconds: (user + system) / 1e6,
  } satisfies Account);
});
