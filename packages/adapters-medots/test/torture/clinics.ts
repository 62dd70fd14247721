import { clockAt, instantFromMillis, type IsoInstant } from "@guichet/rules/calendar";
import type { Slot } from "@guichet/rules/desk";
import type { Clock, Random } from "@guichet/sync";
import { defaultKey, simulateMedots, type MedotsSimulator } from "@guichet/adapters-medots/simulator";
import type { Clinic, MedotsOptions } from "@guichet/adapters-medots";

/** A clinic of a history: its tenant with us, and its number on the platform. */
export interface TorturedClinic {
  readonly tenant: string;
  readonly clinicId: number;
  readonly zone: string;
  readonly practitioners: readonly {
    readonly id: number;
    readonly service: string;
    readonly specialty: string;
  }[];
  readonly patients: readonly number[];
  /** What its desk knows of it. */
  readonly desk: Clinic;
}

/** Where a history takes place: a platform with three clinics in it, one of them in a zone without summer time. */
export interface Place {
  readonly simulator: MedotsSimulator;
  readonly clinics: readonly TorturedClinic[];
  readonly honours: Honours;
  readonly optionsOf: (clinic: TorturedClinic) => MedotsOptions;
}

/** What the platform of a history honours, as its options say and its simulator does. */
export interface Honours {
  readonly idempotencyKeys: boolean;
  readonly notes: boolean;
  readonly versions: boolean;
}

const allServed = [
  { tenant: "paris", id: 1, zone: "Europe/Paris" },
  { tenant: "moscow", id: 2, zone: "Europe/Moscow" },
  { tenant: "lisbon", id: 3, zone: "Europe/Lisbon" },
] as const;

export const minutesOfSlot = 30;

/** Sets the platform up, with patients who are registered already. */
export function openPlace(
  clock: Clock,
  seed: number,
  honours: Honours,
  count: number = allServed.length,
): Place {
  const { idempotencyKeys, notes, versions } = honours;
  const served = allServed.slice(0, count);
  const simulator = simulateMedots({
    clock,
    seed,
    clinics: served.map(({ id, zone }) => ({ id, zone })),
    usersPerClinic: 2,
    honours: { idempotencyKeys, notes, versions: versions ? "honoured" : "absent" },
  });
  const { users } = simulator.world.data;
  const clinics = served.map(({ tenant, id, zone }) => ({
    tenant,
    clinicId: id,
    zone,
    desk: {
      clinicId: id,
      zone,
      address: "1 Example Street",
      services: [...new Set(users.filter(({ clinicId }) => clinicId === id).map(titleOf))].map(
        (specialty) => ({
          id: serviceOf(specialty),
          specialty,
          durationMinutes: minutesOfSlot,
          appointmentTypeId: 1,
          entryTypeIds: [1],
        }),
      ),
      appointmentSourceId: 2,
      serviceLines: {},
    },
    practitioners: users
      .filter(({ clinicId }) => clinicId === id)
      .map((user) => ({ id: user.id, service: serviceOf(titleOf(user)), specialty: titleOf(user) })),
    patients: Array.from({ length: 8 }, (_, index) => {
      const client = simulator.world.register(patientOf(id * 100 + index), "staff");
      return client === "duplicate" ? 0 : client.id;
    }),
  }));
  return {
    simulator,
    clinics,
    honours,
    optionsOf: ({ clinicId, zone }) => ({
      baseUrl: "https://medots.invalid/api/v2",
      ...defaultKey,
      clinics: [{ clinicId, zone }],
      referenceIn: notes ? "note" : "none",
      cancelBy: { status: "cancelled" },
      honours: { idempotencyKeys, versions },
    }),
  };
}

/** A person nobody bears the name of. */
export function patientOf(number: number): {
  readonly surname: string;
  readonly name: string;
  readonly birthdate: string;
  readonly phone: string;
} {
  return {
    surname: `Invented-${number}`,
    name: "Sasha",
    birthdate: "1980-01-01",
    phone: String(79_000_000_000 + number),
  };
}

/** A half hour that starts within two days: one that somebody works in, or any, day or night. */
export function drawSlot(
  random: Random,
  clinic: TorturedClinic,
  nowMillis: number,
  when: "at-work" | "any",
): Slot {
  const halfHour = minutesOfSlot * 60_000;
  for (;;) {
    const millis = (Math.floor(nowMillis / halfHour) + 1 + Math.floor(random.next() ** 2 * 96)) * halfHour;
    const clock = clockAt(millis, clinic.zone);
    const [hour = 0] = clock.time.split(":").map(Number);
    if (when === "at-work" && (hour < 9 || hour === 13 || hour >= 18)) continue;
    const one = clinic.practitioners[Math.floor(random.next() * clinic.practitioners.length)];
    const { id = 0, service = "", specialty = "" } = one ?? {};
    const startsAt: IsoInstant = instantFromMillis(millis);
    const common = { practitioner: String(id), service, specialty, durationMinutes: minutesOfSlot };
    return { id: `${id}@${startsAt}`, startsAt, ...clock, ...common };
  }
}

function titleOf({ specialties }: { readonly specialties: readonly { readonly title: string }[] }): string {
  return specialties[0]?.title ?? "";
}

function serviceOf(specialty: string): string {
  return `visit-${specialty}`;
}

/** When a slot ends. */
export function endOf({ startsAt, durationMinutes }: Pick<Slot, "startsAt" | "durationMinutes">): IsoInstant {
  return instantFromMillis(Date.parse(startsAt) + durationMinutes * 60_000);
}
