import { performance } from "node:perf_hooks";
import { seededRandom } from "@guichet/sync/simulator";
import type { SimulatedAppointment } from "@guichet/adapters-medots/simulator";
import type { HistoryDatabase } from "@guichet/sync/testing";
import { drawSlot, type TorturedClinic } from "./clinics.js";
import { comeToRest } from "./come-to-rest.js";
import {
  callDeed,
  cancelDeed,
  deliverDeed,
  lapseDeed,
  moveDeed,
  offerDeed,
  placeOf,
  pullDeed,
  reconcileDeed,
  requestDeed,
  toldDeed,
  waitDeed,
  withdrawDeed,
} from "./deeds.js";
import { Draws } from "./draws.js";
import { befall } from "./misfortunes.js";
import type { Planted } from "./planted-bugs.js";
import { InvariantBroken } from "./seen.js";
import { Simulation, type Deed, type Role } from "./simulation.js";

export interface HistoryOptions {
  readonly seed: number;
  readonly database: HistoryDatabase;
  /** Left out: 200 to 500, as the seed says. */
  readonly operations?: number;
  /** A bug that is to be found. */
  readonly planted?: Planted;
  /** Told each line of what happens. */
  readonly write?: (line: string) => void;
}

/** What came of a history. */
export interface HistoryReport {
  readonly seed: number;
  readonly operations: number;
  /** How often each kind of fault was met. */
  readonly faults: Readonly<Record<string, number>>;
  readonly setAside: number;
  /** The same for the same seed. */
  readonly traceHash: string;
  readonly simulatedMillis: number;
  readonly realMillis: number;
  readonly broken?: BrokenPromise;
}

/** A promise that did not hold, and the operation after which that was seen. */
export interface BrokenPromise {
  readonly invariant: string;
  readonly what: string;
  readonly operation: number;
}

/** Both nights on which clocks change, and ordinary days. */
const starts = [
  "2026-03-28T21:30:00Z",
  "2026-10-24T21:30:00Z",
  "2026-06-01T05:00:00Z",
  "2026-12-30T16:00:00Z",
];
const clockChanges: readonly string[] = starts.slice(0, 2);

/** Plays the history of a seed, and checks every promise after each of its steps. */
export async function playHistory(options: HistoryOptions): Promise<HistoryReport> {
  const { seed, database, planted, write } = options;
  const realStart = performance.now();
  await database.clear();
  const draws = new Draws(seededRandom(seed));
  const start = draws.oneOf(starts);
  const startsAt = Date.parse(start);
  const drawn = {
    idempotencyKeys: draws.happens(0.25),
    notes: draws.happens(0.8),
    versions: draws.happens(0.5),
  };
  const honours = planted?.honours ?? drawn;
  const simulation = new Simulation({
    seed,
    startsAt,
    random: draws.random,
    honours,
    database,
    planted,
    write,
  });
  if (clockChanges.includes(start)) simulation.met("clocks-change");
  const history = new History(simulation, draws);
  let broken: BrokenPromise | undefined;
  try {
    await history.play(options.operations ?? 200 + Math.floor(draws.random.next() ** 2 * 301));
  } catch (error) {
    if (!(error instanceof InvariantBroken))
      throw new Error(`seed ${seed}, operation ${history.operations}`, { cause: error });
    simulation.note(error.message);
    broken = { invariant: error.invariant, what: error.message, operation: history.operations };
  }
  const traceHash = await simulation.end();
  return {
    seed,
    operations: history.operations,
    faults: simulation.faultsMet,
    setAside: simulation.watch.rows("intents").filter((row) => row["state"] === "set-aside").length,
    traceHash,
    simulatedMillis: simulation.turns.now() - startsAt,
    realMillis: performance.now() - realStart,
    ...(broken ? { broken } : {}),
  };
}

class History {
  operations = 0;
  readonly #simulation: Simulation;
  readonly #draws: Draws;
  readonly #deleted: SimulatedAppointment[] = [];

  constructor(simulation: Simulation, draws: Draws) {
    this.#simulation = simulation;
    this.#draws = draws;
  }

  async play(operations: number): Promise<void> {
    const { turns } = this.#simulation;
    await this.#simulation.open();
    const faultsAt = Array.from({ length: 14 + this.#draws.upTo(14) }, () => this.#draws.upTo(operations));
    for (; this.operations < operations; this.operations += 1) {
      for (const at of faultsAt)
        if (at === this.operations) befall(this.#simulation, this.#draws, this.#deleted);
      const deed = this.#drawDeed();
      if (deed) {
        this.#simulation.note(`#${this.operations} ${deed.clinic.tenant} ${deed.role}: ${deed.name}`);
        this.#simulation.begin(deed);
        // Some go on while others begin.
        await turns.settle(this.#draws.oneOf([0, 0, 0, 1, 2, 3]), turns.now() + 5 * 60_000);
      }
      await turns.advance(this.#drawMillis());
      this.#simulation.sawPlatform();
    }
    await comeToRest(this.#simulation);
  }

  #drawDeed(): Deed | undefined {
    const { random } = this.#draws;
    const simulation = this.#simulation;
    const clinic = this.#draws.oneOf(simulation.place.clinics);
    const worker = this.#draws.oneOf<Role>(["worker-1", "worker-2"]);
    const share = random.next();
    const patient = this.#draws.oneOf(clinic.patients);
    const uuid = random.uuid();
    if (share < 0.08) return simulation.unheard.shift();
    if (share < 0.26) return deliverDeed(simulation, clinic, worker);
    if (share < 0.37) return pullDeed(simulation, clinic, worker);
    if (share < 0.4) return reconcileDeed(clinic, worker);
    if (share < 0.54) return this.#drawRequest(clinic, uuid);
    if (share < 0.58) return this.#drawTold(clinic, uuid, patient);
    if (share < 0.61) {
      const remoteId = this.#drawBooked(clinic);
      return remoteId === undefined
        ? undefined
        : moveDeed(simulation, clinic, { remoteId, reference: uuid, slot: this.#slot(clinic, "any") });
    }
    if (share < 0.64) {
      const remoteId = this.#drawBooked(clinic);
      return remoteId === undefined
        ? undefined
        : cancelDeed(simulation, clinic, { remoteId, reference: uuid });
    }
    if (share < 0.7) {
      const { service, specialty } = this.#draws.oneOf(clinic.practitioners);
      return waitDeed(simulation, clinic, {
        id: uuid,
        patient,
        service,
        specialty,
        priority: this.#draws.upTo(3),
      });
    }
    if (share < 0.75) return offerDeed(clinic);
    if (share < 0.82) {
      const outcome = this.#draws.oneOf([
        "agreed",
        "agreed",
        "agreed",
        "refuses-slot",
        "declined",
        "not-reached",
      ] as const);
      const minutes = this.#draws.happens(0.3) ? this.#draws.upTo(14) : 0;
      return callDeed(simulation, clinic, { outcome, place: random.next(), minutes });
    }
    if (share < 0.84) return lapseDeed(clinic, worker);
    if (share < 0.85) return this.#drawWithdrawal(clinic);
    this.#staff(clinic, share);
    return undefined;
  }

  #drawRequest(clinic: TorturedClinic, reference: string): Deed {
    const patient = this.#draws.happens(0.2)
      ? { invented: 1_000 + this.#draws.upTo(20) }
      : { clientId: this.#draws.oneOf(clinic.patients) };
    const slot = this.#slot(clinic, "at-work");
    const isChosen = this.#draws.happens(0.8);
    return requestDeed(this.#simulation, clinic, {
      reference,
      slot,
      isChosen,
      patient,
      priority: this.#draws.upTo(3),
    });
  }

  #drawTold(clinic: TorturedClinic, id: string, patient: number): Deed {
    const deed = toldDeed(this.#simulation, clinic, { id, slot: this.#slot(clinic, "any"), patient });
    // Whoever tells it may tell it again.
    if (this.#draws.happens(0.5)) this.#simulation.unheard.push(deed);
    return deed;
  }

  #drawBooked({ tenant }: TorturedClinic): string | undefined {
    const booked = this.#simulation.watch
      .rows("intents")
      .filter(
        (row) =>
          row["tenant"] === tenant && row["kind"] === "medots.book-appointment" && row["state"] === "done",
      );
    const one = booked[this.#draws.upTo(booked.length)];
    return one && String(one["remote_id"]);
  }

  #drawWithdrawal(clinic: TorturedClinic): Deed | undefined {
    const entries = this.#simulation.watch
      .rows("waitlist_entries")
      .filter((row) => row["tenant"] === clinic.tenant);
    const entry = entries[this.#draws.upTo(entries.length)];
    return entry && withdrawDeed(clinic, String(entry["id"]));
  }

  /** People at the clinic's own screen. */
  #staff(clinic: TorturedClinic, share: number): void {
    const { clinicId, tenant } = clinic;
    const { world } = this.#simulation.place.simulator;
    const { userId, date, time } = placeOf(
      this.#slot(clinic, this.#draws.happens(0.5) ? "any" : "at-work"),
      clinic,
    );
    const clientId = this.#draws.oneOf(clinic.patients);
    const status = this.#draws.oneOf(["cancelled", "approved", "no_show", "arrived"]);
    const theirs = [...world.appointments.values()].filter((one) => one.clinicId === clinicId);
    const one = theirs[this.#draws.upTo(theirs.length)];
    this.#simulation.note(`#${this.operations} staff of ${tenant}`);
    if (share < 0.9 || !one) {
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
    } else if (share < 0.94) world.change(one.id, { userId, date, time }, "staff");
    else if (share < 0.97) world.change(one.id, { status }, "staff");
    else if (world.delete(one.id)) this.#deleted.push(one);
    this.#simulation.sawPlatform();
  }

  #slot(clinic: TorturedClinic, when: "at-work" | "any"): ReturnType<typeof drawSlot> {
    return drawSlot(this.#draws.random, clinic, this.#simulation.turns.now(), when);
  }

  #drawMillis(): number {
    const share = this.#draws.random.next();
    if (share < 0.6) return this.#draws.upTo(20_000);
    if (share < 0.9) return this.#draws.upTo(5 * 60_000);
    return this.#draws.upTo(share < 0.985 ? 30 * 60_000 : 5 * 3_600_000);
  }
}
