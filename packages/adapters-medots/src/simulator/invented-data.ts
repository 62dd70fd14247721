import type { Random } from "@guichet/sync";
import type { SimulatedClinic } from "./medots-simulator-options.js";

/** Everything that stands on the platform before anybody comes. Nobody in it exists. */
export interface InventedData {
  readonly clinics: readonly { readonly id: number; readonly title: string; readonly zone: string }[];
  readonly users: readonly InventedUser[];
  readonly entryTypes: readonly { readonly id: number; readonly title: string; readonly price: number }[];
  readonly appointmentTypes: readonly { readonly id: number; readonly title: string }[];
  readonly appointmentSources: readonly { readonly id: number; readonly title: string }[];
}

export interface InventedUser {
  readonly id: number;
  readonly clinicId: number;
  readonly surname: string;
  readonly name: string;
  readonly specialties: readonly { readonly title: string }[];
  readonly appointmentDuration: number;
  /** When they work, on every day: `09:00-13:00`. */
  readonly workTimes: readonly string[];
}

/** Invents clinics, their practitioners and a catalogue. Ids of users are the clinic's followed by two digits. */
export function inventData(
  random: Random,
  clinics: readonly SimulatedClinic[],
  usersPerClinic: number,
): InventedData {
  const oneOf = (values: readonly string[]): string =>
    values[Math.floor(random.next() * values.length)] ?? "";
  return {
    clinics: clinics.map(({ id, zone }) => ({ id, zone, title: `Clinic ${id}` })),
    users: clinics.flatMap(({ id: clinicId }) =>
      Array.from({ length: usersPerClinic }, (_, index) => ({
        id: clinicId * 100 + index + 1,
        clinicId,
        surname: `Primer-${clinicId}-${index + 1}`,
        name: oneOf(["Aleks", "Zhenya", "Sasha"]),
        specialties: [{ title: oneOf(["therapist", "cardiologist", "neurologist"]) }],
        appointmentDuration: 30,
        workTimes: ["09:00-13:00", "14:00-18:00"],
      })),
    ),
    entryTypes: ["First visit", "Repeated visit", "Electrocardiogram", "Blood count"].map((title, index) => ({
      id: index + 1,
      title,
      price: 500 + 100 * Math.floor(random.next() * 30),
    })),
    appointmentTypes: [
      { id: 1, title: "First visit" },
      { id: 2, title: "Repeated visit" },
    ],
    appointmentSources: [
      { id: 1, title: "Reception" },
      { id: 2, title: "Guichet" },
    ],
  };
}
