import type { Fetch, Random } from "../../surroundings.js";
import type { Database } from "../../store/database.js";
import { Fates } from "./fates.js";
import type { HistoryDatabase, RowChange } from "./history-database.js";
import { startProcess, type SimulatedProcess } from "./simulated-process.js";
import { lineOfChange, Trace } from "./trace.js";
import { Turns, type Step } from "./turns.js";

export interface HistoryStageOptions {
  readonly startsAt: number;
  readonly random: Random;
  readonly database: HistoryDatabase;
  /** What stands between all processes and the database. */
  readonly wrapDatabase?: ((database: Database) => Database) | undefined;
  readonly write?: ((line: string) => void) | undefined;
  /** Told of each step before its fate. */
  readonly step?: ((step: Step) => void) | undefined;
}

/**
 * Where a history takes place: processes that end and start again, each in a role, in one thread and in one time; what
 * happens is written down line by line. What is called `platform` meets no fate.
 */
export abstract class HistoryStage<Role extends string> {
  readonly turns: Turns;
  readonly fates = new Fates((kind) => {
    this.met(kind);
  });
  readonly #options: HistoryStageOptions;
  readonly #trace: Trace;
  readonly #met = new Map<string, number>();
  readonly #processes = new Map<Role, SimulatedProcess>();
  readonly #generations = new Map<Role, number>();
  readonly #clockOffsets = new Map<Role, number>();
  #failure: Error | undefined;

  constructor(options: HistoryStageOptions) {
    const { startsAt, random, step, write } = options;
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
  }

  /** The line between all processes and the platforms. */
  protected abstract readonly fetch: Fetch;

  /** What a process wrote was committed. Errors: a promise that it breaks. */
  protected abstract sawCommit(changes: readonly RowChange[], process: string): void;

  /** How often each kind of fault was met. */
  get faultsMet(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#met);
  }

  /** The name of the process that has a role now. */
  processOf(role: Role): string {
    return this.#processes.get(role)?.name ?? `${role}.1`;
  }

  /** The process that has a role, started anew where it has ended. */
  async processFor(role: Role): Promise<SimulatedProcess> {
    const known = this.#processes.get(role);
    if (known && !this.turns.hasEnded(known.name)) return known;
    const generation = (this.#generations.get(role) ?? 0) + 1;
    this.#generations.set(role, generation);
    const { database, wrapDatabase, random } = this.#options;
    const name = `${role}.${generation}`;
    const process = await startProcess({
      name,
      turns: this.turns,
      database: wrapDatabase?.(database.database) ?? database.database,
      changesTaken: database.changesTaken,
      jurisdiction: "FR",
      random,
      fetch: (request) => this.fetch(request),
      clockOffset: () => this.#clockOffsets.get(role) ?? 0,
      committed: (changes) => {
        this.#committed(name, changes);
      },
    });
    this.#processes.set(role, process);
    return process;
  }

  /** Begins something that goes on as turns are taken. What it throws is what nobody expected. */
  start(work: () => Promise<void>): void {
    this.turns.start(async () => {
      try {
        await work();
      } catch (error) {
        this.broken(error);
      }
    });
  }

  /** From now on a role's clock is wrong by so much. */
  stepClock(role: Role, millis: number): void {
    this.#clockOffsets.set(role, millis);
  }

  /** From now on no step meets a fate, and clocks are right. */
  calmDown(): void {
    this.fates.clear();
    this.#clockOffsets.clear();
  }

  met(kind: string): void {
    this.#met.set(kind, (this.#met.get(kind) ?? 0) + 1);
  }

  note(text: string): void {
    this.#trace.line(this.turns.now(), text);
  }

  /** Something is wrong; the first of all that is wrong counts. */
  broken(error: unknown): void {
    this.#failure ??= error instanceof Error ? error : new Error(String(error));
  }

  /** Errors: the first promise that was broken, or whatever nobody expected. */
  refuseBroken(): void {
    if (this.#failure) throw this.#failure;
  }

  /** Ends every process, so that nothing is left for the next history; the hash of all that happened. */
  async end(): Promise<string> {
    this.fates.clear();
    for (const { name } of this.#processes.values()) this.turns.end(name);
    await this.turns.settle(0).catch(() => undefined);
    return this.#trace.digest();
  }

  #committed(process: string, changes: readonly RowChange[]): void {
    for (const line of changes.map(lineOfChange).sort()) this.note(line);
    try {
      this.sawCommit(changes, process);
    } catch (error) {
      this.broken(error);
    }
  }
}
