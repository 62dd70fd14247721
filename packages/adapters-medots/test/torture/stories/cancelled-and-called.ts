import { drawSlot } from "../clinics.js";
import type { Story } from "../crash-loop.js";
import { requestDeed } from "../deeds/request-deed.js";
import { callDeed, offerDeed, waitDeed } from "../deeds/waitlist-deeds.js";
import { deliverDeed, pullDeed, reconcileDeed } from "../deeds/worker-deeds.js";

/** From a wish to a booking, and from a cancellation on the platform to somebody on the waitlist who is called and booked. */
export const cancelledAndCalled: Story = ({ simulation, clinic, random, insist }) => {
  const { world } = simulation.place.simulator;
  const slot = drawSlot(random, clinic, simulation.turns.now(), "at-work");
  const [first = 0, second = 0] = clinic.patients;
  const { service, specialty } = slot;
  const patient = { clientId: first };
  const wish = { reference: random.uuid(), slot, isChosen: true, patient, priority: 0 };
  const entry = { id: random.uuid(), patient: second, service, specialty, priority: 1 };
  return Promise.resolve(async () => {
    await insist(requestDeed(simulation, clinic, wish));
    await insist(deliverDeed(simulation, clinic, "worker-1"));
    await insist(pullDeed(simulation, clinic, "worker-1"));
    await insist(waitDeed(simulation, clinic, entry));
    for (const { id } of world.appointments.values()) world.change(id, { status: "cancelled" }, "staff");
    await insist(pullDeed(simulation, clinic, "worker-2"));
    await insist(offerDeed(clinic));
    await insist(callDeed(simulation, clinic, { outcome: "agreed", place: 0, minutes: 1 }));
    await insist(deliverDeed(simulation, clinic, "worker-2"));
    await insist(reconcileDeed(simulation, clinic, "worker-1"));
  });
};
