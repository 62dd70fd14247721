// A front desk on MEDOTS: from a wish to a booking, and from a cancellation to a call and the next booking.
import { randomBytes, randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import {
  answerCall,
  deskWork,
  MedotsClient,
  requestAppointment,
  type AppointmentRequest,
  type FrontDesk,
} from "@guichet/adapters-medots";
import { defaultKey, simulateMedots } from "@guichet/adapters-medots/simulator";
import { clockAt } from "@guichet/rules/calendar";
import type { AppointmentTold } from "@guichet/rules/desk";
import { callTasks, openStore, runWorker, transactTogether } from "@guichet/sync";
import { serveSimulator } from "@guichet/sync/simulator";

// A MEDOTS of our own making on a port of this machine: one clinic in Moscow with one practitioner.
const dataFolder = await mkdtemp(join(tmpdir(), "guichet-"));
const keys = { current: "example", keys: { example: randomBytes(32) } };
const store = await openStore({ dataFolder, keys, jurisdiction: "RU" });
const { clock, fetch } = store.surroundings;
const medots = simulateMedots({ clock, usersPerClinic: 1 });
const served = await serveSimulator(medots);
const [doctor] = medots.world.data.users;
const zone = "Europe/Moscow";

// The front desk. What MEDOTS does not tell of a clinic stands here.
const desk: FrontDesk = {
  clinic: {
    clinicId: 1,
    zone,
    address: "1 Example Street",
    services: [
      {
        id: "consultation",
        specialty: doctor?.specialties[0]?.title ?? "",
        durationMinutes: 30,
        appointmentTypeId: 1,
        entryTypeIds: [1],
      },
    ],
    appointmentSourceId: 2,
  },
  client: new MedotsClient(
    { ...defaultKey, baseUrl: `${served.url}/api/v2`, clinics: [{ clinicId: 1, zone }] },
    { clock, fetch },
  ),
  store: transactTogether(await store.addTenant({ id: "clinic-1", jurisdiction: "RU" })),
  recordKey: randomBytes(32),
  daysAhead: 7,
};
const often = { pullEverySeconds: 0.3, offerEverySeconds: 0.3 };
const worker = runWorker({ store, clinics: [deskWork(desk, often)], lookEveryMillis: 50 });

const { signal } = new AbortController();
const day = clockAt(clock.now() + 3 * 86_400_000, zone).day;
const wish = { service: "consultation", practitioner: "any", from: day, to: day } as const;
const known = { channel: "contact-centre", visitKind: "first", emergency: false } as const;

/** Asks again and again until there is an answer. */
async function until<Answer>(ask: () => Promise<Answer | undefined>): Promise<Answer> {
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await wait(50);
  }
}
const onMedots = (): readonly string[] =>
  [...medots.world.appointments.values()]
    .filter(({ status }) => status !== "cancelled")
    .map(
      ({ time, clientId }) => `${time} ${medots.world.clients.get(clientId ?? 0)?.name ?? "somebody else"}`,
    );

/**
 * Asks until it is booked. A slot that was agreed to may still go to somebody else: then another one is offered, under
 * the same reference, and the patient is asked anew. Whatever else it comes to is for a person.
 */
function untilBooked(
  request: AppointmentRequest,
  agrees: (told: AppointmentTold) => boolean,
): Promise<string> {
  const onItsWay: readonly string[] = ["registering", "booking", "on-its-way"];
  let asked = request;
  return until(async () => {
    const answer = await requestAppointment(desk, asked, signal);
    if (answer.outcome === "booked") return answer.appointment;
    if (onItsWay.includes(answer.outcome)) return undefined;
    const offered = answer.outcome === "answered" && answer.answer.answer === "offer" && answer.answer;
    if (!offered || !agrees(offered.tellPatient)) throw new Error(`for a person: ${answer.outcome}`);
    asked = { ...asked, offered: offered.offer };
    return undefined;
  });
}

// Zoya phones. Nobody knows her yet, so she gets an entry, then an offer; she takes it.
const particulars = { surname: "Primerova", name: "Zoya", phone: "+79990000001", birthdate: "1980-02-28" };
const zoya = { reference: randomUUID(), wish, known, patient: particulars, particulars };
console.log("Zoya asks:", (await requestAppointment(desk, zoya, signal)).outcome);
const booked = await untilBooked(zoya, (told) => {
  console.log("Zoya is offered:", told["appointment-time"], "at", told["clinic-address"]);
  return true;
});
console.log("On MEDOTS:", onMedots());

// The rest of the day goes to others, at the clinic's own screen. Vera wants the same day.
for (const [time, duration] of [
  ["09:30", 210],
  ["14:00", 240],
] as const) {
  const others = {
    clinicId: 1,
    userId: doctor?.id ?? 0,
    date: day,
    appointmentTypeId: 1,
    appointmentSourceId: 1,
  };
  medots.world.book({ ...others, time, duration }, "staff");
}
const vera = medots.world.register({ surname: "Primerova", name: "Vera", phone: "+79990000002" }, "staff");
const patient = { clientId: vera === "duplicate" ? 0 : vera.id };
const request = { reference: randomUUID(), wish, known, patient };
console.log("Vera asks:", (await requestAppointment(desk, request, signal)).outcome);

// Zoya cancels at the clinic. The slot is held for Vera until the contact centre has called her.
medots.world.change(Number(booked), { status: "cancelled" }, "staff");
const task = await until(async () => (await desk.store.transaction(callTasks))[0]);
console.log("To call:", medots.world.clients.get(Number(task.patient))?.name, "about", task.slot.time);
console.log("On MEDOTS:", onMedots());
console.log("Vera agrees:", (await answerCall(desk, { proposal: task.proposal, outcome: "agreed" })).outcome);
await until(() => Promise.resolve(onMedots().find((line) => line.endsWith("Vera"))));
console.log("On MEDOTS:", onMedots());

await worker.stop();
await served.close();
await store.close();
await rm(dataFolder, { recursive: true });
