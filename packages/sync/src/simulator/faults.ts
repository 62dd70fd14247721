import type { Random } from "../surroundings.js";
import { drawFault } from "./draw-fault.js";
import type { Fault } from "./fault.js";

/** Which requests meet a fault: any, unless a method or a part of the path is named. */
export interface FaultTarget {
  readonly method?: string;
  readonly path?: string;
  /** How many requests meet it: 1 unless said otherwise, `Infinity` until `clear`. */
  readonly times?: number;
}

/** A request that met a fault. The path is that of the request, without its query. */
export interface FaultMet {
  readonly fault: Fault;
  readonly method: string;
  readonly path: string;
}

/** What is to go wrong, on demand or at random from a seed, and what went wrong so far. */
export class Faults {
  readonly #planned: { readonly fault: Fault; readonly target: FaultTarget; left: number }[] = [];
  readonly #happenings: { readonly happen: () => void; readonly target: FaultTarget; left: number }[] = [];
  readonly #met: FaultMet[] = [];
  #atRandom: { readonly share: number; readonly random: Random } | undefined;

  /** The next requests that the target names meet the fault; faults that are planned first are met first. */
  plan(fault: Fault, target: FaultTarget = {}): void {
    this.#planned.push({ fault, target, left: target.times ?? 1 });
  }

  /** Something happens on the platform right before a request that the target names arrives there. */
  before(target: FaultTarget, happen: () => void): void {
    this.#happenings.push({ happen, target, left: target.times ?? 1 });
  }

  /** From now on a share of all requests, from 0 to 1, meets a fault of any kind. */
  strike(share: number, random: Random): void {
    this.#atRandom = { share, random };
  }

  /** From now on nothing goes wrong. */
  clear(): void {
    this.#planned.length = 0;
    this.#happenings.length = 0;
    this.#atRandom = undefined;
  }

  get met(): readonly FaultMet[] {
    return this.#met;
  }

  /** The fault that a request meets, if any. It is counted as met. */
  next(request: Request): Fault | undefined {
    const { method } = request;
    const path = new URL(request.url).pathname;
    for (const meanwhile of this.#happenings.filter((one) => isTargetOf(one, method, path))) {
      meanwhile.left -= 1;
      meanwhile.happen();
    }
    const fault = this.#plannedFor(method, path) ?? this.#drawn();
    if (fault !== undefined) this.#met.push({ fault, method, path });
    return fault;
  }

  #plannedFor(method: string, path: string): Fault | undefined {
    const plan = this.#planned.find((one) => isTargetOf(one, method, path));
    if (plan !== undefined) plan.left -= 1;
    return plan?.fault;
  }

  #drawn(): Fault | undefined {
    if (this.#atRandom === undefined) return undefined;
    const { share, random } = this.#atRandom;
    return random.next() < share ? drawFault(random) : undefined;
  }
}

function isTargetOf(
  { left, target }: { readonly left: number; readonly target: FaultTarget },
  method: string,
  path: string,
): boolean {
  return (
    left > 0 &&
    (target.method === undefined || target.method === method) &&
    (target.path === undefined || path.includes(target.path))
  );
}
