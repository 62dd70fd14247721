import type { Fetch } from "@guichet/sync";
import { Faults, fetchWithFaults, Journal, seededRandom } from "@guichet/sync/simulator";
import type { Bundle } from "../wire/bundle.js";
import { neutralDialect, type OmnidocDialect } from "../wire/dialect.js";
import { nextStates, requestState, statusOf, type RequestState } from "../wire/request-state.js";
import { serviceRequest } from "../wire/service-request.js";
import { namedBy } from "./answer-search.js";
import { answerTransaction } from "./answer-transaction.js";
import { fhirApp } from "./fhir-app.js";
import { FhirStore, type NewResource, type SimulatedResource } from "./fhir-store.js";
import { patchBetween } from "./patch-between.js";
import { Pushes } from "./pushes.js";
import type { OmnidocSimulatorOptions, SimulatedCapabilities } from "./simulator-options.js";

/** What really happened on the simulated platform. */
export type OmnidocEvent =
  /** A draft was made; `references` are the identifiers it was asked under. */
  | {
      readonly kind: "request-made";
      readonly id: string;
      readonly references: readonly string[];
      readonly by: "client" | "platform";
    }
  | {
      readonly kind: "request-moved";
      readonly id: string;
      readonly to: RequestState;
      readonly by: "client" | "platform";
    };

/** What changes with a step besides where the request stands. */
export interface Move {
  /** Who takes it up, where it was asked of a specialty: elements of a `PractitionerRole` and of its `Practitioner`. */
  readonly responder?: { readonly role: object; readonly practitioner: object };
  /** A FHIR date: when the opinion is given. */
  readonly occurrenceDateTime?: string;
}

/**
 * A tele-expertise platform, as we read the exchange it might speak: a FHIR server with drafts, their course, searches,
 * versions, and pushed changes. The journal is what happened; the faults are what is to go wrong.
 */
export class OmnidocSimulator {
  readonly journal: Journal<OmnidocEvent>;
  readonly faults = new Faults();
  /** Asks it in process, as `fetch` does; `serveSimulator` puts it on a port. */
  readonly fetch: Fetch;
  readonly pushes: Pushes;
  readonly #dialect: OmnidocDialect;
  readonly #store: FhirStore;
  readonly #conditionalCreate: boolean;

  constructor(options: OmnidocSimulatorOptions) {
    const { clock, seed = 1, dialect = neutralDialect, token, webhook } = options;
    const capabilities: SimulatedCapabilities = {
      conditionalCreate: true,
      searchByReference: true,
      versions: "honoured",
      ...options.capabilities,
    };
    this.#dialect = dialect;
    this.#conditionalCreate = capabilities.conditionalCreate;
    this.#store = new FhirStore({
      clock,
      random: seededRandom(seed),
      versions: capabilities.versions !== "absent",
    });
    this.journal = new Journal(clock);
    this.pushes = new Pushes(webhook, clock);
    const app = fhirApp({
      store: this.#store,
      dialect,
      capabilities,
      token,
      stateOf: (id) => this.stateOf(id),
      made: (request) => this.#made(request, "client"),
      write: (id, request) => this.#write(id, request, "client"),
    });
    this.fetch = fetchWithFaults(app, this.faults, clock);
  }

  /** The requests it holds, as they stand. */
  get requests(): readonly SimulatedResource[] {
    return this.#store.all("ServiceRequest");
  }

  /** Where a request stands; `unknown` for one it does not hold. */
  stateOf(id: string): RequestState {
    const request = this.#store.get("ServiceRequest", id);
    return request === undefined ? "unknown" : requestState(serviceRequest.parse(request), this.#dialect);
  }

  /** Somebody makes a draft on the platform itself; the answer is its id. Errors: a `TypeError` for what it refuses. */
  make(transaction: Bundle): string {
    const result = answerTransaction(transaction, {
      store: this.#store,
      dialect: this.#dialect,
      conditionalCreate: this.#conditionalCreate,
      pageOf: (id) => `https://omnidoc.invalid/requests/${id}`,
    });
    if (result.status !== 200) throw new TypeError(`refused: ${result.code}`);
    this.#made(result.request, "platform");
    return result.request.id;
  }

  /** Somebody on the platform moves a request on. Errors: a `TypeError` for a step its course does not have. */
  move(id: string, to: RequestState, { responder, occurrenceDateTime }: Move = {}): void {
    const from = this.stateOf(id);
    const request = this.#store.get("ServiceRequest", id);
    if (request === undefined || !nextStates[from].includes(to)) {
      throw new TypeError(`no step from ${from} to ${to}`);
    }
    const performer = responder === undefined ? {} : { performer: [this.#employ(responder)] };
    const given = occurrenceDateTime === undefined ? {} : { occurrenceDateTime };
    this.#write(id, { ...standing(request, to, this.#dialect), ...performer, ...given }, "platform");
  }

  #made(request: SimulatedResource, by: "client" | "platform"): void {
    const references = (request.identifier ?? []).flatMap(({ value }) =>
      value === undefined ? [] : [value],
    );
    this.journal.record({ kind: "request-made", id: request.id, references, by });
    this.#queuePush(request);
  }

  #write(id: string, request: NewResource, by: "client" | "platform"): SimulatedResource {
    const before = this.#store.get("ServiceRequest", id);
    const stored = this.#store.put(id, request);
    this.journal.record({ kind: "request-moved", id, to: this.stateOf(id), by });
    this.#queuePush(stored, before && patchBetween(before, stored, this.#dialect));
    return stored;
  }

  #queuePush(request: SimulatedResource, patch?: object): void {
    const named = namedBy([request], this.#store);
    this.pushes.queue(`evt_${this.#store.newId()}`, { request, named, patch });
  }

  #employ({ role, practitioner }: NonNullable<Move["responder"]>): { readonly reference: string } {
    const person = this.#store.put(this.#store.newId(), { ...practitioner, resourceType: "Practitioner" });
    const employed = this.#store.put(this.#store.newId(), {
      ...role,
      resourceType: "PractitionerRole",
      practitioner: { reference: `Practitioner/${person.id}` },
    });
    return { reference: `PractitionerRole/${employed.id}` };
  }
}

/** The request as it is in a state: two states share one status, and an extension tells them apart. */
function standing(request: SimulatedResource, to: RequestState, { extensions }: OmnidocDialect): NewResource {
  const { extension = [] } = serviceRequest.parse(request);
  const others = extension.filter(({ url }) => url !== extensions.splitActiveStatus);
  const { status, split } = statusOf(to);
  return {
    ...request,
    status,
    extension: [
      ...others,
      ...(split === undefined ? [] : [{ url: extensions.splitActiveStatus, valueCode: split }]),
    ],
  };
}
