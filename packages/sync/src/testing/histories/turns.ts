import type { Clock, Random } from "../../surroundings.js";
import { ProcessEnded } from "../fail-nth.js";

/** A step that a process waits to take: a statement, a request, or the end of a sleep. */
export interface Step {
  readonly process: string;
  /** `begin`, `commit`, `query`, `connect`, `sleep`, `POST /appointments`. */
  readonly name: string;
}

/** What becomes of a step. The last two are the end of its process. A sleep that does not end so just ends. */
export type Fate = "goes" | "fails" | "answer-lost" | "ends-before" | "ends-after";

/** Decides the fate of each step when its turn has come. */
export type Fates = (step: Step) => Fate;

interface WaitingStep extends Step {
  readonly go: (fate: Fate) => void;
  readonly refuse: (reason: Error) => void;
}

interface Sleeper {
  readonly process: string;
  readonly wakesAt: number;
  readonly wake: () => void;
  readonly refuse: (reason: Error) => void;
}

/**
 * Lets processes that share one thread go on one awaited step at a time, in an order that a random number decides: the
 * same numbers, the same order. Time stands still meanwhile; it moves when everybody sleeps.
 */
export class Turns {
  readonly #random: Random;
  readonly #fates: Fates;
  readonly #saw: (step: Step & { readonly fate: Fate }) => void;
  readonly #tracked = new Set<Promise<unknown>>();
  readonly #ended = new Set<string>();
  readonly #pausedUntil = new Map<string, number>();
  #running = 0;
  #waiting: readonly WaitingStep[] = [];
  #sleepers: readonly Sleeper[] = [];
  #now: number;
  /** The process that is in a transaction: only it goes on in the database. */
  #inDatabase: string | undefined;

  constructor(options: {
    readonly startsAt: number;
    readonly random: Random;
    readonly fates: Fates;
    readonly saw: (step: Step & { readonly fate: Fate }) => void;
  }) {
    this.#now = options.startsAt;
    this.#random = options.random;
    this.#fates = options.fates;
    this.#saw = options.saw;
  }

  /** The true time, in milliseconds since 1970: that of the platform and of the database. */
  readonly now = (): number => this.#now;

  /** How many pieces of work have not ended. */
  get running(): number {
    return this.#running;
  }

  /** A clock of a process, wrong by as much as `offset` says at the time. */
  clock(process: string, offset: () => number = () => 0): Clock {
    return {
      now: () => this.#now + offset(),
      sleep: (millis, signal) => this.#sleep(process, Math.max(0, millis), signal),
    };
  }

  /** Begins a piece of work of a process; it goes on by `step`. What it throws is for `work` itself to see to. */
  start(work: () => Promise<void>): void {
    this.#running += 1;
    void work().finally(() => {
      this.#running -= 1;
    });
  }

  /** Waits for the turn of a step, and takes it. */
  async take<Result>(step: Step, work: () => Promise<Result>, lost: () => Error): Promise<Result> {
    const fate = await this.#turn(step);
    if (fate === "ends-before") this.end(step.process);
    this.#refuseEnded(step.process);
    if (fate === "fails") throw lost();
    const result = await work();
    if (fate === "ends-after") this.end(step.process);
    this.#refuseEnded(step.process);
    if (fate === "answer-lost") throw lost();
    return result;
  }

  /** Something that really takes time: no step is taken before it is over. */
  track<Result>(work: Promise<Result>): Promise<Result> {
    this.#tracked.add(work);
    const over = (): void => {
      this.#tracked.delete(work);
    };
    work.then(over, over);
    return work;
  }

  /** A transaction begins or ends: others wait with theirs, so that none waits for a lock while time stands still. */
  holdDatabase(process: string | undefined): void {
    this.#inDatabase = process;
  }

  /** Ends a process at once: nothing it waits for ever comes. */
  end(process: string): void {
    this.#ended.add(process);
    const ended = new ProcessEnded();
    const waiting = this.#waiting.filter((step) => step.process === process);
    const sleepers = this.#sleepers.filter((sleeper) => sleeper.process === process);
    this.#waiting = this.#waiting.filter((step) => step.process !== process);
    this.#sleepers = this.#sleepers.filter((sleeper) => sleeper.process !== process);
    for (const { refuse } of [...waiting, ...sleepers]) refuse(ended);
  }

  hasEnded(process: string): boolean {
    return this.#ended.has(process);
  }

  /** Stops a process for so long, as a collection of garbage does, or a machine that is moved. */
  pause(process: string, millis: number): void {
    this.#pausedUntil.set(process, this.#now + millis);
  }

  /** Lets one step be taken, or the next sleeper wake. False when nobody waits for anything. */
  async step(): Promise<boolean> {
    await this.#quiet();
    const ready = this.#waiting.filter((step) => this.#mayGo(step));
    const chosen = ready[Math.floor(this.#random.next() * ready.length)];
    if (chosen) {
      this.#waiting = this.#waiting.filter((step) => step !== chosen);
      const fate = this.#fates(chosen);
      this.#saw({ process: chosen.process, name: chosen.name, fate });
      chosen.go(fate);
      await this.#quiet();
      return true;
    }
    const next = this.#nextMoment();
    if (next === undefined) return false;
    await this.#moveTo(next);
    return true;
  }

  /** Takes steps until no more than so many pieces of work are left, or time would pass. */
  async settle(atMost: number, latest = Infinity): Promise<void> {
    await this.#quiet();
    while (this.#running > atMost) {
      const isNow = this.#waiting.some((step) => this.#mayGo(step));
      if (!isNow && (this.#nextMoment() ?? Infinity) > latest) return;
      if (!(await this.step())) throw new Error(`work that waits for nothing: ${String(this.#running)}`);
    }
  }

  /** Lets time pass; who sleeps wakes at their own moment and goes on. */
  async advance(millis: number): Promise<void> {
    const until = this.#now + millis;
    for (;;) {
      await this.settle(0, until);
      const next = this.#nextMoment();
      if (next === undefined || next > until) break;
      await this.step();
    }
    this.#now = Math.max(this.#now, until);
  }

  #turn(step: Step): Promise<Fate> {
    this.#refuseEnded(step.process);
    return new Promise((resolve, reject) => {
      this.#waiting = [...this.#waiting, { ...step, go: resolve, refuse: reject }];
    });
  }

  #refuseEnded(process: string): void {
    if (this.#ended.has(process)) throw new ProcessEnded();
  }

  #mayGo({ process, name }: Step): boolean {
    if ((this.#pausedUntil.get(process) ?? 0) > this.#now) return false;
    return name !== "begin" || this.#inDatabase === undefined;
  }

  #nextMoment(): number | undefined {
    const moments = [
      ...this.#sleepers.map(({ wakesAt }) => wakesAt),
      ...this.#waiting
        .map(({ process }) => this.#pausedUntil.get(process) ?? 0)
        .filter((at) => at > this.#now),
    ];
    return moments.length === 0 ? undefined : Math.min(...moments);
  }

  async #moveTo(moment: number): Promise<void> {
    this.#now = Math.max(this.#now, moment);
    const woken = this.#sleepers.find(({ wakesAt }) => wakesAt <= this.#now);
    if (!woken) return;
    const { process } = woken;
    const fate = this.#fates({ process, name: "sleep" });
    this.#saw({ process, name: "sleep", fate });
    if (fate === "ends-before" || fate === "ends-after") this.end(process);
    else woken.wake();
    await this.#quiet();
  }

  #sleep(process: string, millis: number, signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#refuseEnded(process);
      signal?.throwIfAborted();
      const forget = (): void => {
        this.#sleepers = this.#sleepers.filter((other) => other !== sleeper);
        signal?.removeEventListener("abort", abort);
      };
      const abort = (): void => {
        forget();
        reject(signal?.reason as Error);
      };
      const sleeper: Sleeper = {
        process,
        wakesAt: this.#now + millis,
        wake: () => {
          forget();
          resolve();
        },
        refuse: (reason) => {
          forget();
          reject(reason);
        },
      };
      signal?.addEventListener("abort", abort, { once: true });
      this.#sleepers = [...this.#sleepers, sleeper];
    });
  }

  /** Waits until everything that runs has come to its next step. */
  async #quiet(): Promise<void> {
    for (let calm = 0; calm < 3; calm += 1) {
      if (this.#tracked.size > 0) {
        await Promise.allSettled([...this.#tracked]);
        calm = 0;
      }
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}
