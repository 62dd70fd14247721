import { SimulatedClock } from "@guichet/sync/simulator";
import { describe, expect, it } from "vitest";
import { MedotsClient } from "../client/medots-client.js";
import { readClinics } from "../lookups/read-clinics.js";
import { bookAppointment } from "../outlets/book-appointment.js";
import { registerClient } from "../outlets/register-client.js";
import { defaultKey, simulateMedots } from "./index.js";

const { signal } = new AbortController();
const options = {
  baseUrl: "http://127.0.0.1:1/api/v2",
  ...defaultKey,
  clinics: [{ clinicId: 1, zone: "Europe/Moscow" }],
};

describe("a simulated MEDOTS", () => {
  it("takes a booking from our client", async () => {
    const clock = new SimulatedClock(Date.UTC(2026, 10, 21, 6));
    const simulator = simulateMedots({ clock });
    const client = new MedotsClient(options, { clock, fetch: simulator.fetch });
    expect(await readClinics(client, signal)).toEqual([{ id: 1, title: "Clinic 1" }]);
    const person = { surname: "Primerova", name: "Olga", phone: "+7 900 000-00-01" };
    const registered = await registerClient(client).send(
      { id: "i1", tenant: "t", kind: "medots.register-client", reference: "r1", payload: person },
      signal,
    );
    expect(registered).toEqual({ outcome: "done", remoteId: "1001" });
    const sent = await bookAppointment(client).send(
      {
        id: "i2",
        tenant: "t",
        kind: "medots.book-appointment",
        reference: "r2",
        payload: {
          clinicId: 1,
          userId: 101,
          clientId: 1001,
          startsAt: "2026-11-23T07:00:00Z",
          durationMinutes: 30,
          appointmentTypeId: 1,
          appointmentSourceId: 2,
        },
      },
      signal,
    );
    expect(sent).toEqual({ outcome: "done", remoteId: "1002" });
    expect(simulator.journal.entries.map(({ kind }) => kind)).toEqual([
      "answered",
      "client-registered",
      "answered",
      "appointment-made",
      "answered",
    ]);
    expect(simulator.world.appointments.get(1002)).toMatchObject({ date: "2026-11-23", time: "10:00" });
  });
});
