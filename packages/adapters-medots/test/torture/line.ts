import type { Fetch } from "@guichet/sync";
import { InvariantBroken } from "@guichet/sync/testing";
import { referenceIn } from "../../src/client/reference-note.js";
import type { Place } from "./clinics.js";

export interface LineOptions {
  readonly place: Place;
  /** Whether an appointment of ours stands on the platform by this reference. */
  readonly stands: (reference: string) => boolean;
  /** Told when what stood there was sent again. */
  readonly broken: (error: InvariantBroken) => void;
  readonly now: () => number;
  /** Told once when a list left out something. */
  readonly hidden: () => void;
}

/** The line between all processes and the platform. */
export class Line {
  /** Called just before a request reaches the platform. */
  beforeRequest: ((request: Request) => void) | undefined;
  readonly #options: LineOptions;
  #hides: { readonly share: number; readonly until: number } | undefined;

  constructor(options: LineOptions) {
    this.#options = options;
  }

  /** From now on nothing happens on it. */
  clear(): void {
    this.beforeRequest = undefined;
    this.#hides = undefined;
  }

  /** For so long, the lists of all there is leave out a share of the appointments, as if there were none. */
  hide(share: number, millis: number): void {
    this.#hides = { share, until: this.#options.now() + millis };
  }

  get isHiding(): boolean {
    return this.#hides !== undefined && this.#options.now() < this.#hides.until;
  }

  readonly fetch: Fetch = async (request) => {
    const { place, stands, broken } = this.#options;
    this.beforeRequest?.(request);
    const reference = await bookingIn(request);
    const stood = reference !== undefined && stands(reference);
    const answer = await (this.isHiding && listsAll(request)
      ? this.#listTooLittle(request)
      : place.simulator.fetch(request));
    // The platform may refuse the second one: it must not come to that.
    if (stood && answer.status === 200 && !place.honours.idempotencyKeys)
      broken(new InvariantBroken("I2", `intent ${reference} stood on the platform, and was sent again`));
    return answer;
  };

  /** The page that was asked for, of a list in which some are missing: whole by all that it says of itself. */
  async #listTooLittle(request: Request): Promise<Response> {
    const { place, hidden } = this.#options;
    const url = new URL(request.url);
    const [limit, offset] = ["limit", "offset"].map((name) => Number(url.searchParams.get(name)));
    url.searchParams.set("limit", "100");
    url.searchParams.set("offset", "0");
    const answer = await place.simulator.fetch(new Request(url, request));
    const list: unknown = await answer
      .clone()
      .json()
      .catch(() => undefined);
    if (!isList(list) || answer.status !== 200) return answer;
    const shown = list.data.filter(({ id }) => shareOf(id) >= (this.#hides?.share ?? 0));
    if (shown.length < list.data.length) hidden();
    const data = shown.slice(offset, (offset ?? 0) + (limit ?? 0));
    return Response.json({ ...list, data, totalItems: shown.length });
  }
}

/** A list of appointments by their days, as it is read to compare everything and to see what is free. */
function listsAll({ method, url }: Request): boolean {
  const { pathname, searchParams } = new URL(url);
  const isNarrowed = searchParams.has("updatedAtAfter") || searchParams.has("userId");
  return method === "GET" && pathname.endsWith("/appointments") && !isNarrowed;
}

function isList(body: unknown): body is { readonly data: readonly { readonly id: number }[] } {
  return typeof body === "object" && body !== null && "data" in body && Array.isArray(body.data);
}

/** A number from 0 to below 1 that is always the same for an id. */
function shareOf(id: number): number {
  return ((id * 7_919) % 1_009) / 1_009;
}

/** The reference in a request that makes an appointment. */
async function bookingIn(request: Request): Promise<string | undefined> {
  if (request.method !== "POST" || !new URL(request.url).pathname.endsWith("/appointments")) return undefined;
  return referenceIn(await request.clone().text());
}
