import { drawSlot } from "../clinics.js";
import type { Story } from "../crash-loop.js";
import { placeOf } from "../deeds/place-of.js";
import { requestDeed } from "../deeds/request-deed.js";
import { deliverDeed } from "../deeds/worker-deeds.js";

/** The platform has given the slot of a wish to somebody else: another one is offered, accepted and booked. */
export const lostAndBooked: Story = async ({ simulation, clinic, random, insist }) => {
  const slot = drawSlot(random, clinic, simulation.turns.now(), "at-work");
  const [clientId = 0] = clinic.patients;
  const wish = { reference: random.uuid(), slot, isChosen: true, patient: { clientId }, priority: 0 };
  const request = requestDeed(simulation, clinic, wish);
  await insist(request);
  const types = { appointmentTypeId: 1, appointmentSourceId: 1 };
  simulation.place.simulator.world.book(
    { clinicId: clinic.clinicId, ...placeOf(slot, clinic), duration: slot.durationMinutes, ...types },
    "staff",
  );
  await insist(deliverDeed(simulation, clinic, "worker-1"));
  return async () => {
    await insist(request);
    await insist(deliverDeed(simulation, clinic, "worker-2"));
    await insist(request);
  };
};
