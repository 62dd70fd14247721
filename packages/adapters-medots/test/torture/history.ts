import type { Draws } from "@guichet/sync/testing";
import { drawSlot, type TorturedClinic } from "./clinics.js";
import { comeToRest } from "./come-to-rest.js";
import type { Deed, Role } from "./deed.js";
import { cancelDeed, moveDeed } from "./deeds/change-deeds.js";
import { resolveDeed, setAsideOf } from "./deeds/resolve-deed.js";
import { requestDeed } from "./deeds/request-deed.js";
import { toldDeed } from "./deeds/told-deed.js";
import { callDeed, lapseDeed, offerDeed, waitDeed, withdrawDeed } from "./deeds/waitlist-deeds.js";
import { confirmDeed, deliverDeed, pullDeed, reconcileDeed } from "./deeds/worker-deeds.js";
import { befall } from "./misfortunes.js";
import type { Simulation } from "./simulation.js";
import { Staff } from "./staff.js";

/** A history as it is drawn: what is done, by whom, what goes wrong, and how much time passes in between. */
export class History {
  operations = 0;
  readonly #simulation: Simulation;
  readonly #draws: Draws;
  readonly #staff: Staff;

  constructor(simulation: Simulation, draws: Draws) {
    this.#simulation = simulation;
    this.#draws = draws;
    this.#staff = new Staff(simulation, draws);
  }

  async play(operations: number): Promise<void> {
    const { turns } = this.#simulation;
    await this.#simulation.open();
    const faultsAt = Array.from({ length: 14 + this.#draws.upTo(14) }, () => this.#draws.upTo(operations));
    for (; this.operations < operations; this.operations += 1) {
      for (const at of faultsAt)
        if (at === this.operations) befall(this.#simulation, this.#draws, this.#staff);
      if (this.operations % 30 === 29) this.#seeToSetAside();
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

  /** Now and then somebody looks; where nothing was set aside, nothing is drawn for it. */
  #seeToSetAside(): void {
    for (const clinic of this.#simulation.place.clinics)
      if (setAsideOf(this.#simulation, clinic).length > 0)
        this.#simulation.begin(resolveDeed(this.#simulation, clinic));
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
    if (share < 0.4) return reconcileDeed(simulation, clinic, worker);
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
      const minutes = this.#draws.happens(0.3) ? this.#draws.upTo(30) : 0;
      return callDeed(simulation, clinic, { outcome, place: random.next(), minutes });
    }
    if (share < 0.835) return lapseDeed(clinic, worker);
    if (share < 0.84) return confirmDeed(simulation, clinic);
    if (share < 0.85) return this.#drawWithdrawal(clinic);
    this.#simulation.note(`#${this.operations} staff of ${clinic.tenant}`);
    this.#staff.act(clinic);
    return undefined;
  }

  #drawRequest(clinic: TorturedClinic, reference: string): Deed {
    const patient = this.#draws.happens(0.2)
      ? { invented: 1_000 + this.#draws.upTo(20) }
      : { clientId: this.#draws.oneOf(clinic.patients) };
    const slot = this.#slot(clinic, "at-work");
    const isChosen = this.#draws.happens(0.8);
    const asksAgain = this.#draws.happens(0.5);
    return requestDeed(this.#simulation, clinic, {
      reference,
      slot,
      isChosen,
      patient,
      priority: this.#draws.upTo(3),
      asksAgain,
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
