import type { SimulatedAppointment } from "@guichet/adapters-medots/simulator";
import type { Draws } from "@guichet/sync/testing";
import { drawSlot, type TorturedClinic } from "./clinics.js";
import { placeOf } from "./deeds/place-of.js";
import type { Simulation } from "./simulation.js";

/** People at the clinics' own screens, who ask nobody. */
export class Staff {
  readonly #simulation: Simulation;
  readonly #draws: Draws;
  #deleted: readonly SimulatedAppointment[] = [];

  constructor(simulation: Simulation, draws: Draws) {
    this.#simulation = simulation;
    this.#draws = draws;
  }

  /** Somebody books, moves, marks or deletes an appointment. */
  act(clinic: TorturedClinic): void {
    const { clinicId } = clinic;
    const { world } = this.#simulation.place.simulator;
    const when = this.#draws.happens(0.5) ? "any" : "at-work";
    const slot = drawSlot(this.#draws.random, clinic, this.#simulation.turns.now(), when);
    const { userId, date, time } = placeOf(slot, clinic);
    const clientId = this.#draws.oneOf(clinic.patients);
    const status = this.#draws.oneOf(["cancelled", "approved", "no_show", "arrived"]);
    const theirs = [...world.appointments.values()].filter((one) => one.clinicId === clinicId);
    const one = theirs[this.#draws.upTo(theirs.length)];
    const share = this.#draws.random.next();
    if (share < 0.35 || !one) {
      const wish = {
        clinicId,
        userId,
        clientId,
        date,
        time,
        duration: 30,
        appointmentTypeId: 1,
        appointmentSourceId: 1,
      };
      world.book(wish, "staff");
    } else if (share < 0.6) world.change(one.id, { userId, date, time }, "staff");
    else if (share < 0.8) world.change(one.id, { status }, "staff");
    else if (world.delete(one.id)) this.#deleted = [...this.#deleted, one];
    this.#simulation.sawPlatform();
  }

  /** Somebody brings back what was deleted first, where its time is still free; whether there was any. */
  bringBack(): boolean {
    const { world } = this.#simulation.place.simulator;
    const [one, ...others] = this.#deleted;
    if (!one) return false;
    this.#deleted = others;
    const { date, time, duration, userId, clinicId } = one;
    // Only where its time is still free, as their own screen sees to it.
    const wish = { clinicId, userId, date, time, duration, appointmentTypeId: 1, appointmentSourceId: 1 };
    const probe = world.book(wish, "staff");
    if (probe === "intersects") return false;
    world.delete(probe.id);
    world.restore(one);
    return true;
  }
}
