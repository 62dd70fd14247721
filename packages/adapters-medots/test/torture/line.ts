import type { Fetch } from "@guichet/sync";
import { referenceIn } from "../../src/client/reference-note.js";
import type { Place } from "./clinics.js";
import { InvariantBroken } from "./seen.js";

export interface LineOptions {
  readonly place: Place;
  /** Whether an appointment of ours stands on the platform by this reference. */
  readonly stands: (reference: string) => boolean;
  /** Told when what stood there was sent again. */
  readonly broken: (error: InvariantBroken) => void;
}

/** The line between all processes and the platform. */
export class Line {
  /** Called just before a request reaches the platform. */
  beforeRequest: ((request: Request) => void) | undefined;
  readonly #options: LineOptions;

  constructor(options: LineOptions) {
    this.#options = options;
  }

  /** From now on nothing happens on it. */
  clear(): void {
    this.beforeRequest = undefined;
  }

  readonly fetch: Fetch = async (request) => {
    const { place, stands, broken } = this.#options;
    this.beforeRequest?.(request);
    const reference = await bookingIn(request);
    const stood = reference !== undefined && stands(reference);
    const answer = await place.simulator.fetch(request);
    // The platform may refuse the second one: it must not come to that.
    if (stood && answer.status === 200 && !place.honours.idempotencyKeys)
      broken(new InvariantBroken("I2", `intent ${reference} stood on the platform, and was sent again`));
    return answer;
  };
}

/** The reference in a request that makes an appointment. */
async function bookingIn(request: Request): Promise<string | undefined> {
  if (request.method !== "POST" || !new URL(request.url).pathname.endsWith("/appointments")) return undefined;
  return referenceIn(await request.clone().text());
}
