import { GuichetError } from "@guichet/rules";
import type { Random } from "@guichet/sync";
import {
  startProcess,
  Turns,
  type HistoryDatabase,
  type RowChange,
  type SimulatedProcess,
  type Step,
} from "@guichet/sync/testing";
import { MedotsClient } from "@guichet/adapters-medots";
import { openPlace, type Honours, type Place, type TorturedClinic } from "./clinics.js";
import type { Deed, Role } from "./deed.js";
import { Desk } from "./desk.js";
import { isExpected } from "./expected-failure.js";
import { Fates } from "./fates.js";
import { invariants } from "./invariants/all.js";
import { Line } from "./line.js";
import type { Planted } from "./planted-bugs.js";
import { Watch, type Asked } from "./seen.js";
import { lineOfChange, lineOfEvent, Trace } from "./trace.js";
import { trackWebCrypto } from "./track-web-crypto.js";

export interface SimulationOptions {
  readonly seed: number;
  readonly startsAt: number;
  readonly random: Random;
  readonly honours: Honours;
  readonly database: HistoryDatabase;
  /** How many clinics there are; 3. */
  readonly clinics?: number;
  readonly planted?: Planted | undefined;
  readonly write?: ((line: string) => void) | undefined;
  /** Told of each step before its fate. */
  readonly step?: (step: Step) => void;
}

/** A platform, a database and the processes between them, in one thread and in one time; everything in it is watched. */
export class Simulation {
  readonly turns: Turns;
  readonly place: Place;
  readonly watch: Watch;
  readonly line: Line;
  readonly fates = new Fates((kind) => {
    this.met(kind);
  });
  /** What was left unheard of, and is to be asked again. */
  readonly unheard: Deed[] = [];
  readonly #options: SimulationOptions;
  readonly #trace: Trace;
  readonly #met = new Map<string, number>();
  readonly #processes = new Map<Role, SimulatedProcess>();
  readonly #generations = new Map<Role, number>();
  readonly #clockOffsets = new Map<Role, number>();
  readonly #untrack: () => void;
  #failure: Error | undefined;

  constructor(options: SimulationOptions) {
    const { startsAt, random, seed, honours, step, write } = options;
    this.#options = options;
    this.#trace = new Trace(write);
    this.turns = new Turns({
      startsAt,
      random,
      fates: (one) => {
        if (one.process === "platform") return "goes";
        step?.(one);
        return this.fates.of(one);
      },
      saw: ({ process, name, fate }) => {
        this.note(`${process}: ${name}${fate === "goes" ? "" : ` ${fate}`}`);
      },
    });
    this.place = openPlace(this.turns.clock("platform"), seed, honours, options.clinics);
    this.watch = new Watch(this.place, this.turns.now, invariants);
    this.line = new Line({
      place: this.place,
      stands: (reference) => this.watch.stands(reference),
      broken: (error) => {
        this.#failure ??= error;
      },
      now: this.turns.now,
      hidden: () => {
        this.met("listed-too-little");
      },
    });
    this.#untrack = trackWebCrypto(this.turns);
    this.note(`seed ${seed}, platform ${JSON.stringify(honours)}`);
  }

  get planted(): Planted | undefined {
    return this.#options.planted;
  }

  /** How often each kind of fault was met, those of the platform among them. */
  get faultsMet(): Readonly<Record<string, number>> {
    const met = new Map(this.#met);
    for (const { fault } of this.place.simulator.faults.met)
      met.set(fault.kind, (met.get(fault.kind) ?? 0) + 1);
    return Object.fromEntries(met);
  }

  /** Opens the store and adds the clinics to it. */
  async open(): Promise<void> {
    this.watch.sawPlatform();
    const clinics = this.place.clinics;
    this.#start(async () => {
      const { store } = await this.#processFor("setup");
      for (const { tenant } of clinics) await store.addTenant({ id: tenant, jurisdiction: "FR" });
    });
    await this.turns.settle(0);
    this.refuseBroken();
  }

  /** Begins a deed; it goes on as turns are taken. */
  begin(deed: Deed): void {
    const { role, clinic, name } = deed;
    this.#start(async () => {
      let came: string;
      try {
        const process = await this.#processFor(role);
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

  /** The name of the process that has a role now. */
  processOf(role: Role): string {
    return this.#processes.get(role)?.name ?? `${role}.1`;
  }

  /** From now on a role's clock is wrong by so much. */
  stepClock(role: Role, millis: number): void {
    this.#clockOffsets.set(role, millis);
  }

  /** From now on nothing goes wrong. */
  stopFaults(): void {
    this.note("no more faults");
    this.fates.clear();
    this.place.simulator.faults.clear();
    this.#clockOffsets.clear();
    this.line.clear();
  }

  /** Writes down what is to be done before anybody does it. */
  ask(asked: Asked): void {
    this.watch.asked.set(`${asked.wants.kind} ${asked.reference}`, asked);
  }

  acknowledge({ tenant }: TorturedClinic, kind: string, reference: string): void {
    this.watch.acknowledged.push({ tenant, kind, reference });
  }

  met(kind: string): void {
    this.#met.set(kind, (this.#met.get(kind) ?? 0) + 1);
  }

  note(text: string): void {
    this.#trace.line(this.turns.now(), text);
  }

  /** Errors: the first promise that was broken, or whatever nobody expected. */
  refuseBroken(): void {
    if (this.#failure) throw this.#failure;
  }

  /** Ends every process, so that nothing is left for the next simulation; the hash of all that happened. */
  async end(): Promise<string> {
    this.fates.clear();
    for (const { name } of this.#processes.values()) this.turns.end(name);
    await this.turns.settle(0).catch(() => undefined);
    this.#untrack();
    return this.#trace.digest();
  }

  #start(work: () => Promise<void>): void {
    this.turns.start(async () => {
      try {
        await work();
      } catch (error) {
        this.#failure ??= error instanceof Error ? error : new Error(String(error));
      }
    });
  }

  async #processFor(role: Role): Promise<SimulatedProcess> {
    const known = this.#processes.get(role);
    if (known && !this.turns.hasEnded(known.name)) return known;
    const generation = (this.#generations.get(role) ?? 0) + 1;
    this.#generations.set(role, generation);
    const { database, planted, random } = this.#options;
    const name = `${role}.${generation}`;
    const process = await startProcess({
      name,
      turns: this.turns,
      database: planted?.database?.(database.database) ?? database.database,
      changesTaken: database.changesTaken,
      jurisdiction: "FR",
      random,
      fetch: this.line.fetch,
      clockOffset: () => this.#clockOffsets.get(role) ?? 0,
      committed: (changes) => {
        this.#committed(name, changes);
      },
    });
    this.#processes.set(role, process);
    return process;
  }

  #committed(process: string, changes: readonly RowChange[]): void {
    for (const line of changes.map(lineOfChange).sort()) this.note(line);
    try {
      this.#noteEvents();
      this.watch.sawCommit(changes, process);
    } catch (error) {
      this.#failure ??= error instanceof Error ? error : new Error(String(error));
    }
  }

  #noteEvents(): void {
    for (const event of this.watch.sawPlatform()) this.note(lineOfEvent(event));
  }
}
