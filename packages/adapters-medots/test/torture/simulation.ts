import { GuichetError } from "@guichet/rules";
import type { Fetch } from "@guichet/sync";
import { HistoryStage, type RowChange, type HistoryStageOptions } from "@guichet/sync/testing";
import { MedotsClient } from "@guichet/adapters-medots";
import { openPlace, type Honours, type Place, type TorturedClinic } from "./clinics.js";
import type { Deed, Role } from "./deed.js";
import { Desk } from "./desk.js";
import { isExpected } from "./expected-failure.js";
import { invariants } from "./invariants/all.js";
import { Line } from "./line.js";
import { lineOfEvent } from "./line-of-event.js";
import type { Planted } from "./planted-bugs.js";
import { Watch, type Asked } from "./seen.js";
import { trackWebCrypto } from "./track-web-crypto.js";

export interface SimulationOptions extends Omit<HistoryStageOptions, "wrapDatabase"> {
  readonly seed: number;
  readonly honours: Honours;
  /** How many clinics there are; 3. */
  readonly clinics?: number;
  readonly planted?: Planted | undefined;
}

/** A platform, a database and the processes between them, in one thread and in one time; everything in it is watched. */
export class Simulation extends HistoryStage<Role> {
  readonly place: Place;
  readonly watch: Watch;
  readonly line: Line;
  /** What was left unheard of, and is to be asked again. */
  readonly unheard: Deed[] = [];
  readonly planted: Planted | undefined;
  protected readonly fetch: Fetch;
  readonly #untrack: () => void;

  constructor(options: SimulationOptions) {
    const { seed, honours, planted } = options;
    super({ ...options, wrapDatabase: planted?.database });
    this.planted = planted;
    this.place = openPlace(this.turns.clock("platform"), seed, honours, options.clinics);
    this.watch = new Watch(this.place, this.turns.now, invariants);
    this.line = new Line({
      place: this.place,
      stands: (reference) => this.watch.stands(reference),
      broken: (error) => {
        this.broken(error);
      },
      now: this.turns.now,
      hidden: () => {
        this.met("listed-too-little");
      },
    });
    this.fetch = this.line.fetch;
    this.#untrack = trackWebCrypto(this.turns);
    this.note(`seed ${seed}, platform ${JSON.stringify(honours)}`);
  }

  /** How often each kind of fault was met, those of the platform among them. */
  override get faultsMet(): Readonly<Record<string, number>> {
    const met = new Map(Object.entries(super.faultsMet));
    for (const { fault } of this.place.simulator.faults.met)
      met.set(fault.kind, (met.get(fault.kind) ?? 0) + 1);
    return Object.fromEntries(met);
  }

  /** Opens the store and adds the clinics to it. */
  async open(): Promise<void> {
    this.watch.sawPlatform();
    const clinics = this.place.clinics;
    this.start(async () => {
      const { store } = await this.processFor("setup");
      for (const { tenant } of clinics) await store.addTenant({ id: tenant, jurisdiction: "FR" });
    });
    await this.turns.settle(0);
    this.refuseBroken();
  }

  /** Begins a deed; it goes on as turns are taken. */
  begin(deed: Deed): void {
    const { role, clinic, name } = deed;
    this.start(async () => {
      let came: string;
      try {
        const process = await this.processFor(role);
        const store = await process.store.forTenant(clinic.tenant);
        const client = new MedotsClient(this.place.optionsOf(clinic), process.surroundings);
        came = await deed.run({ clinic, store, desk: new Desk(clinic, client, store), process });
      } catch (error) {
        if (!isExpected(error)) throw error;
        came = `failed: ${GuichetError.isInstance(error) ? error.code : "process-ended"}`;
        this.unheard.push(deed);
      }
      this.note(`${role} ${clinic.tenant}: ${name}: ${came}`);
    });
  }

  /** Does something from beginning to end, whatever time it takes. */
  async finish(deed: Deed): Promise<void> {
    this.begin(deed);
    await this.turns.settle(0);
    this.sawPlatform();
  }

  /** Looks at what happened on the platform since. */
  sawPlatform(): void {
    this.#noteEvents();
    this.refuseBroken();
  }

  /** From now on nothing goes wrong. */
  stopFaults(): void {
    this.note("no more faults");
    this.calmDown();
    this.place.simulator.faults.clear();
    this.line.clear();
  }

  /** Writes down what is to be done before anybody does it. */
  ask(asked: Asked): void {
    this.watch.asked.set(`${asked.wants.kind} ${asked.reference}`, asked);
  }

  acknowledge({ tenant }: TorturedClinic, kind: string, reference: string): void {
    this.watch.acknowledged.push({ tenant, kind, reference });
  }

  override async end(): Promise<string> {
    const digest = await super.end();
    this.#untrack();
    return digest;
  }

  protected sawCommit(changes: readonly RowChange[], process: string): void {
    this.#noteEvents();
    this.watch.sawCommit(changes, process);
  }

  #noteEvents(): void {
    for (const event of this.watch.sawPlatform()) this.note(lineOfEvent(event));
  }
}
