import { defaultKey, simulateMedots } from "@guichet/adapters-medots/simulator";
import type { SimulatedPlatform, SimulateOptions } from "./simulated-platform.js";

/** A simulated MEDOTS with one clinic. */
export function medotsPlatform({ clock, seed }: SimulateOptions): SimulatedPlatform {
  const clinic = { id: 1, zone: "Europe/Moscow" };
  const { fetch, faults } = simulateMedots({ clock, seed, clinics: [clinic] });
  const { identity, secretKey } = defaultKey;
  return {
    fetch,
    faults,
    path: "/api/v2",
    access: { identity, secretKey, clinicId: String(clinic.id), zone: clinic.zone },
  };
}
