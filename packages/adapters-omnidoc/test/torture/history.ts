import type { Draws } from "@guichet/sync/testing";
import { opinionFeed } from "@guichet/adapters-omnidoc";
import { clientOf, patients, wishFor, type OpinionClinic } from "./clinics.js";
import { askDeed, Bills, withdrawDeed } from "./desk-deeds.js";
import { befall } from "./misfortunes.js";
import { actOnPlatform } from "./people.js";
import { PushLine } from "./push-line.js";
import type { Role, Simulation } from "./simulation.js";
import { pollDeed, resolveDeed, workDeed } from "./worker-deeds.js";

const open = ["pending", "sending", "unknown", "set-aside"];

/** A history as it is drawn: what is done, by whom, what goes wrong, and how much time passes in between. */
export class History {
  operations = 0;
  readonly #simulation: Simulation;
  readonly #draws: Draws;
  readonly #pushes: PushLine;
  readonly #bills = new Bills();

  constructor(simulation: Simulation) {
    this.#simulation = simulation;
    this.#draws = simulation.draws;
    this.#pushes = new PushLine(simulation);
  }

  async play(operations: number): Promise<void> {
    const simulation = this.#simulation;
    const { turns, clinics } = simulation;
    await simulation.open();
    const faultsAt = Array.from({ length: 10 + this.#draws.upTo(15) }, () => this.#draws.upTo(operations));
    for (; this.operations < operations; this.operations += 1) {
      for (const at of faultsAt) if (at === this.operations) befall(simulation);
      if (this.operations % 30 === 29)
        for (const clinic of clinics) simulation.begin(resolveDeed(simulation, clinic));
      simulation.note(`#${this.operations}`);
      this.#act(this.#draws.oneOf(clinics));
      for (const clinic of clinics) this.#pushes.push(clinic);
      // Some go on while others begin.
      await turns.settle(this.#draws.oneOf([0, 0, 1, 2, 3]), turns.now() + 2 * 60_000);
      await turns.advance(this.#drawMillis());
      simulation.sawPlatforms();
    }
    await this.#comeToRest();
  }

  #act(clinic: OpinionClinic): void {
    const simulation = this.#simulation;
    const { tenant, simulator, habits } = clinic;
    const desk = this.#draws.oneOf<Role>(["desk-1", "desk-2"]);
    const worker = this.#draws.oneOf<Role>(["worker-1", "worker-2"]);
    const reference = this.#draws.random.uuid();
    const patient = this.#draws.upTo(patients);
    const to = this.#draws.oneOf(["person", "person", "specialty"] as const);
    const share = this.#draws.random.next();
    if (share < 0.08) {
      const deed = simulation.unheard.shift();
      if (deed) simulation.begin(deed);
    } else if (share < 0.24) {
      const wish = wishFor(patient, to, simulation.turns.now());
      const ask = askDeed(simulation, clinic, desk, { reference, wish });
      simulation.begin(ask);
      // Somebody asks twice, or does not wait for the answer.
      if (this.#draws.happens(0.2)) simulation.begin({ ...ask, role: "desk-1" });
      if (this.#draws.happens(0.2)) simulation.unheard.push({ ...ask, role: "desk-2" });
    } else if (share < 0.44) {
      simulation.begin(workDeed(simulation, worker, this.#draws.happens(0.85) ? 3 : 70));
    } else if (share < 0.52 && habits.isAsked) {
      const records = simulation.watch
        .rows("records")
        .filter((row) => row["tenant"] === tenant && row["feed"] === "omnidoc-opinions");
      const remoteId = records[this.#draws.upTo(records.length)]?.["remote_id"];
      if (typeof remoteId === "string")
        simulation.begin(withdrawDeed(simulation, clinic, desk, { reference, remoteId }));
    } else if (share < 0.62 && habits.isAsked) {
      const answered = simulator.requests.filter(({ id }) => simulator.stateOf(id) === "completed");
      const id = answered[this.#draws.upTo(answered.length)]?.id;
      if (id !== undefined) simulation.begin(this.#bills.deed(clinic, desk, id));
    } else if (simulator.requests.length > 0 || share < 0.65) {
      for (let left = 1 + this.#draws.upTo(3); left > 0; left -= 1) actOnPlatform(simulation, clinic);
    }
  }

  /**
   * Lets work end now that nothing goes wrong any more: what is to be asked again, intents at their own pace, those set aside
   * by somebody who looks, pushes until all are taken, then two polls.
   */
  async #comeToRest(): Promise<void> {
    const simulation = this.#simulation;
    const { turns, clinics, watch, unheard } = simulation;
    simulation.stopFaults();
    this.#pushes.isCalm = true;
    await turns.advance(7 * 60_000);
    await turns.settle(0);
    for (let deed = unheard.shift(); deed; deed = unheard.shift()) await simulation.finish(deed);
    for (let round = 0; round < 60; round += 1) {
      await simulation.finish(workDeed(simulation, "worker-1", 3));
      if (!watch.rows("intents").some((row) => open.includes(String(row["state"])))) break;
      await turns.advance(4 * 60_000);
      for (const clinic of clinics) await simulation.finish(resolveDeed(simulation, clinic));
    }
    for (const clinic of clinics) {
      this.#pushes.push(clinic);
      await turns.settle(0);
      if (clinic.habits.isAsked) await simulation.finish(pollDeed(clinic));
      watch.truth.set(clinic.tenant, await everythingOf(clinic, simulation));
      for (const { id } of clinic.simulator.requests)
        if (clinic.habits.isAsked && clinic.simulator.stateOf(id) === "completed")
          await simulation.finish(this.#bills.deed(clinic, "desk-1", id));
    }
    simulation.sawPlatforms();
    watch.atRest();
  }

  #drawMillis(): number {
    const share = this.#draws.random.next();
    if (share < 0.6) return this.#draws.upTo(20_000);
    if (share < 0.92) return this.#draws.upTo(5 * 60_000);
    return this.#draws.upTo(share < 0.985 ? 30 * 60_000 : 5 * 3_600_000);
  }
}

/** How the requests of a clinic stand on its platform. */
async function everythingOf(clinic: OpinionClinic, { turns }: Simulation) {
  const client = clientOf(clinic, { fetch: clinic.simulator.fetch, clock: turns.clock("platform") });
  const feed = opinionFeed({ client, settings: clinic.settings });
  const items = [];
  let next: string | undefined;
  do {
    const page = await feed.everything(next, new AbortController().signal);
    items.push(...page.items);
    next = page.next;
  } while (next !== undefined);
  return items;
}
