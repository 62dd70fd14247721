import type { Intent } from "@guichet/sync";
import { SimulatedClock } from "@guichet/sync/simulator";
import { expect, it } from "vitest";
import { bookAppointment, MedotsClient, registerClient } from "@guichet/adapters-medots";
import { defaultKey, simulateMedots } from "@guichet/adapters-medots/simulator";

const { signal } = new AbortController();

it("history 1: what is booked under the reference of a registration is booked, on a platform that keeps keys", async () => {
  const clock = new SimulatedClock(Date.parse("2026-03-02T05:00:00Z"));
  const medots = simulateMedots({ clock, honours: { idempotencyKeys: true } });
  const client = new MedotsClient(
    {
      baseUrl: "https://medots.invalid/api/v2",
      ...defaultKey,
      clinics: [{ clinicId: 1, zone: "Europe/Moscow" }],
      honours: { idempotencyKeys: true },
    },
    { clock, fetch: medots.fetch },
  );
  const intent = <Kind extends string, Payload>(kind: Kind, payload: Payload): Intent<Kind, Payload> => ({
    id: "7f3b1f0e-6f0d-4d6a-9a57-2f4a1c6c9d10",
    tenant: "clinic",
    kind,
    reference: "one-reference",
    payload,
  });
  const person = { surname: "Primerova", name: "Zoya", phone: "79000000001" };
  const registering = registerClient(client);
  const registered = await registering.send(intent(registering.kind, person), signal);
  expect(registered).toMatchObject({ outcome: "done" });
  const booking = bookAppointment(client);
  const appointment = {
    clinicId: 1,
    userId: 101,
    clientId: "remoteId" in registered ? Number(registered.remoteId) : 0,
    startsAt: "2026-03-02T06:00:00Z",
    durationMinutes: 30,
    appointmentTypeId: 1,
    appointmentSourceId: 2,
  } as const;
  const booked = await booking.send(intent(booking.kind, appointment), signal);
  const [made] = medots.world.appointments.keys();
  expect(booked).toMatchObject({ outcome: "done", remoteId: String(made) });
});
