import { clockAt, instantFromMillis } from "@guichet/rules/calendar";
import type { Slot } from "@guichet/rules/desk";
import type { TorturedClinic } from "./clinics.js";
import type { Deed } from "./deed.js";
import { toldDeed } from "./deeds/told-deed.js";
import type { Simulation } from "./simulation.js";

const halfHour = 30 * 60_000;

/** Wishes that the website tells of, each for another half hour from two hours on, in each clinic in turn. */
export function* bulkWishes(simulation: Simulation): Generator<Deed> {
  const { place, turns } = simulation;
  const firstAt = (Math.floor(turns.now() / halfHour) + 4) * halfHour;
  for (let round = 0; ; round += 1) {
    for (const clinic of place.clinics) {
      const count = clinic.practitioners.length;
      const slot = slotOf(clinic, round % count, firstAt + Math.floor(round / count) * halfHour);
      const patient = clinic.patients[round % clinic.patients.length] ?? 0;
      yield toldDeed(simulation, clinic, { id: `${clinic.tenant}-${round}`, slot, patient });
    }
  }
}

function slotOf({ practitioners, zone }: TorturedClinic, place: number, atMillis: number): Slot {
  const { id = 0, service = "", specialty = "" } = practitioners[place] ?? {};
  const startsAt = instantFromMillis(atMillis);
  return {
    id: `${id}@${startsAt}`,
    startsAt,
    ...clockAt(atMillis, zone),
    practitioner: String(id),
    service,
    specialty,
    durationMinutes: 30,
  };
}
