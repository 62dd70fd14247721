import type { Clock, Random } from "@guichet/sync";
import { searchToken } from "../wire/search-token.js";
import type { Identifier } from "../wire/identifier.js";
import { idFrom } from "../wire/reference.js";

/** A resource in the simulator, whatever its type. */
export interface SimulatedResource {
  readonly resourceType: string;
  readonly id: string;
  readonly meta: { readonly versionId?: string; readonly lastUpdated: string };
  readonly identifier?: readonly Identifier[];
  readonly [element: string]: unknown;
}

export type NewResource = { readonly resourceType: string; readonly [element: string]: unknown };

export interface FhirStoreOptions {
  readonly clock: Pick<Clock, "now">;
  readonly random: Pick<Random, "uuid">;
  readonly versions: boolean;
}

/** Resources by type and id, each with its version. Versions count from 1; no two changes bear one moment. */
export class FhirStore {
  readonly #byAddress = new Map<string, SimulatedResource>();
  readonly #versionOf = new Map<string, number>();
  readonly #options: FhirStoreOptions;
  #lastMoment = 0;

  constructor(options: FhirStoreOptions) {
    this.#options = options;
  }

  all(resourceType: string): readonly SimulatedResource[] {
    return [...this.#byAddress.values()].filter((resource) => resource.resourceType === resourceType);
  }

  get(resourceType: string, id: string): SimulatedResource | undefined {
    return this.#byAddress.get(`${resourceType}/${id}`);
  }

  /** What a reference points to. */
  pointed(reference: unknown): SimulatedResource | undefined {
    const address = addressOf(reference);
    const [resourceType = ""] = address.split("/").slice(-2);
    return this.get(resourceType, idFrom(address, resourceType) ?? "");
  }

  /** Those that bear an identifier, given as a search gives it. */
  byIdentifier(resourceType: string, token: string): readonly SimulatedResource[] {
    return this.all(resourceType).filter(({ identifier = [] }) =>
      identifier.some((one) => searchToken(one) === token),
    );
  }

  newId(): string {
    return this.#options.random.uuid();
  }

  put(id: string, resource: NewResource): SimulatedResource {
    const { clock, versions } = this.#options;
    const address = `${resource.resourceType}/${id}`;
    const version = (this.#versionOf.get(address) ?? 0) + 1;
    this.#lastMoment = Math.max(this.#lastMoment + 1, clock.now());
    const stored: SimulatedResource = {
      ...structuredClone(resource),
      id,
      meta: {
        ...(versions ? { versionId: String(version) } : {}),
        lastUpdated: new Date(this.#lastMoment).toISOString(),
      },
    };
    this.#versionOf.set(address, version);
    this.#byAddress.set(address, stored);
    return stored;
  }
}

function addressOf(reference: unknown): string {
  return typeof reference === "object" && reference !== null && "reference" in reference
    ? String(reference.reference)
    : "";
}
