import { GuichetError } from "@guichet/rules";
import type { Carrier, Database, Fetch, TenantStore } from "@guichet/sync";
import {
  HistoryStage,
  ProcessEnded,
  type Draws,
  type HistoryStageOptions,
  type RowChange,
  type SimulatedProcess,
} from "@guichet/sync/testing";
import { drawHabits, openClinic, type Habits, type OpinionClinic } from "./clinics.js";
import { invariants } from "./invariants.js";
import { Line } from "./line.js";
import { OpinionWatch } from "./opinion-watch.js";

/** A desk takes wishes and pushes; a worker carries out and reads. Each is a process, and another one when it has ended. */
export type Role = "setup" | "desk-1" | "desk-2" | "worker-1" | "worker-2";

/** What somebody does for a clinic. It may be done again. */
export interface Deed {
  readonly name: string;
  readonly role: Role;
  readonly clinic: OpinionClinic;
  /** What came of it, in a few words. */
  readonly run: (store: TenantStore, process: SimulatedProcess) => Promise<string>;
  /** Whether it is done again when nothing was heard of it. */
  readonly isAskedAgain?: boolean;
}

/** A bug, put between the parts: the histories must find it. */
export interface Planted {
  readonly name: string;
  /** The promises that may be the first to be broken by it. */
  readonly foundBy: readonly string[];
  readonly habits?: Partial<Habits>;
  readonly database?: (database: Database) => Database;
  readonly carrier?: (carrier: Carrier) => Carrier;
}

export interface SimulationOptions extends Omit<HistoryStageOptions, "wrapDatabase"> {
  readonly seed: number;
  readonly draws: Draws;
  readonly planted?: Planted | undefined;
}

/** Clinics on platforms of their own, a database and the processes between them; everything in it is watched. */
export class Simulation extends HistoryStage<Role> {
  readonly draws: Draws;
  readonly planted: Planted | undefined;
  readonly clinics: readonly OpinionClinic[];
  readonly watch: OpinionWatch;
  readonly line: Line;
  /** What was left unheard of, and is to be asked again. */
  readonly unheard: Deed[] = [];
  protected readonly fetch: Fetch;

  constructor(options: SimulationOptions) {
    const { seed, draws, planted } = options;
    super({ ...options, wrapDatabase: planted?.database });
    this.draws = draws;
    this.planted = planted;
    const clock = this.turns.clock("platform");
    this.clinics = Array.from({ length: 2 + draws.upTo(2) }, (_, place) =>
      openClinic(place + 1, seed, { ...drawHabits(draws), ...planted?.habits }, clock),
    );
    this.watch = new OpinionWatch(this.clinics, invariants);
    this.line = new Line(this.clinics, {
      torn: () => {
        this.met("page-torn");
      },
      broken: (error) => {
        this.broken(error);
      },
    });
    this.fetch = this.line.fetch;
    for (const { tenant, habits } of this.clinics) this.note(`${tenant}: ${JSON.stringify(habits)}`);
  }

  /** How often each kind of fault was met, those of the platforms among them. */
  override get faultsMet(): Readonly<Record<string, number>> {
    const met = new Map(Object.entries(super.faultsMet));
    for (const { simulator } of this.clinics)
      for (const { fault } of simulator.faults.met) met.set(fault.kind, (met.get(fault.kind) ?? 0) + 1);
    return Object.fromEntries(met);
  }

  /** Opens the store and adds the clinics to it. */
  async open(): Promise<void> {
    this.start(async () => {
      const { store } = await this.processFor("setup");
      for (const { tenant } of this.clinics) await store.addTenant({ id: tenant, jurisdiction: "FR" });
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
        came = await deed.run(await process.store.forTenant(clinic.tenant), process);
      } catch (error) {
        if (!isExpected(error)) throw error;
        came = `failed: ${GuichetError.isInstance(error) ? error.code : "process-ended"}`;
        if (deed.isAskedAgain === true) this.unheard.push(deed);
      }
      this.note(`${role} ${clinic.tenant}: ${name}: ${came}`);
    });
  }

  /** Does something from beginning to end, whatever time it takes. */
  async finish(deed: Deed): Promise<void> {
    this.begin(deed);
    await this.turns.settle(0);
    this.sawPlatforms();
  }

  /** Looks at what happened on the platforms since. */
  sawPlatforms(): void {
    this.#noteEvents();
    this.refuseBroken();
  }

  /** From now on nothing goes wrong. */
  stopFaults(): void {
    this.note("no more faults");
    this.calmDown();
    this.line.tears = 0;
    for (const { simulator } of this.clinics) simulator.faults.clear();
  }

  protected sawCommit(changes: readonly RowChange[], process: string): void {
    this.#noteEvents();
    this.watch.sawCommit(changes, process);
  }

  #noteEvents(): void {
    for (const event of this.watch.sawPlatforms()) {
      const { clinic, id, by } = event;
      const what = event.kind === "request-made" ? `made ${event.references.join()}` : `is ${event.to}`;
      this.note(`  ${clinic.tenant}'s platform: ${id} ${what} by ${by}`);
    }
  }
}

/** What a process meets when others fail it: whoever asked asks again. */
export function isExpected(error: unknown): boolean {
  if (error instanceof ProcessEnded) return true;
  const codes = ["store-unreachable", "outcome-unknown", "store-busy"];
  return GuichetError.isInstance(error) && codes.includes(error.code);
}
