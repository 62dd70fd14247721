import type { Fetch } from "@guichet/sync";
import { HttpFailure } from "@guichet/sync/http";
import { InvariantBroken } from "@guichet/sync/testing";
import { bundle } from "../../src/wire/bundle.js";
import { serviceRequest } from "../../src/wire/service-request.js";
import type { OpinionClinic } from "./clinics.js";

/** Who is told what happens on the line. */
export interface LineTold {
  readonly torn: () => void;
  readonly broken: (error: InvariantBroken) => void;
}

/** The line between all processes and the platforms, each at an address of its own. */
export class Line {
  /** So many lists come with one request less than they say. */
  tears = 0;
  /** What was sent to a platform that can tell nothing, and not refused for certain: `clinic-1 4f…`. */
  readonly #maybeThere = new Set<string>();
  readonly #clinics: ReadonlyMap<string, OpinionClinic>;
  readonly #told: LineTold;

  constructor(clinics: readonly OpinionClinic[], told: LineTold) {
    this.#clinics = new Map(clinics.map((clinic) => [new URL(clinic.settings.baseUrl).host, clinic]));
    this.#told = told;
  }

  /** A person has looked, and wants it sent again. */
  seenTo({ tenant }: OpinionClinic, reference: string): void {
    this.#maybeThere.delete(`${tenant} ${reference}`);
  }

  readonly fetch: Fetch = async (request) => {
    const url = new URL(request.url);
    const clinic = this.#clinics.get(url.host);
    if (!clinic) throw new TypeError(`no platform at ${url.host}`);
    if (request.method === "POST") return this.#make(clinic, request);
    const isList = request.method === "GET" && url.pathname.endsWith("/ServiceRequest");
    if (!isList) return clinic.simulator.fetch(request);
    url.searchParams.set("_count", String(clinic.habits.pageSize));
    const answer = await clinic.simulator.fetch(new Request(url, request));
    return this.tears > 0 && answer.ok ? this.#tear(answer) : answer;
  };

  async #make(clinic: OpinionClinic, request: Request): Promise<Response> {
    const { conditionalCreate, searchByReference } = clinic.habits;
    const reference = referenceIn(await request.clone().json());
    const key = `${clinic.tenant} ${reference}`;
    if (!conditionalCreate && !searchByReference && this.#maybeThere.has(key))
      this.#told.broken(
        new InvariantBroken("I2", `wish ${reference} was sent again, and nobody can tell what became of it`),
      );
    this.#maybeThere.add(key);
    try {
      const answer = await clinic.simulator.fetch(request);
      const isRefused = answer.status >= 400 && (answer.status < 500 || answer.status === 503);
      if (isRefused) this.#maybeThere.delete(key);
      return answer;
    } catch (error) {
      if (HttpFailure.isInstance(error) && error.effect === "not-sent") this.#maybeThere.delete(key);
      throw error;
    }
  }

  async #tear(answer: Response): Promise<Response> {
    const { data } = bundle.safeParse(
      await answer
        .clone()
        .json()
        .catch(() => undefined),
    );
    const entry = data?.entry ?? [];
    const last = entry.findLast(({ resource }) => resource?.resourceType === "ServiceRequest");
    if (last === undefined) return answer;
    this.tears -= 1;
    this.#told.torn();
    return Response.json({ ...data, entry: entry.filter((one) => one !== last) });
  }
}

function referenceIn(body: unknown): string {
  const { entry = [] } = bundle.parse(body);
  return serviceRequest.parse(entry[0]?.resource).identifier?.[0]?.value ?? "";
}
