import type { Intent } from "@guichet/sync";
import { outletUnderTest, type AdapterUnderTest, type IntentParts, type Stage } from "@guichet/sync/testing";
import { FhirClient } from "../src/client/fhir-client.js";
import type { OpinionRequest } from "../src/from-outcome/opinion-request.js";
import { requestBundle } from "../src/from-outcome/request-bundle.js";
import { settingsOf } from "../src/omnidoc-options.js";
import { opinionIntent } from "../src/platform.fixture.js";
import { opinionFeed } from "../src/requests/opinion-feed.js";
import { opinionOutlet } from "../src/requests/opinion-outlet.js";
import { withdrawOutlet, type OpinionToWithdraw } from "../src/requests/withdraw-outlet.js";
import { simulateOmnidoc, type OmnidocSimulator } from "../src/simulator/index.js";
import { neutralDialect } from "../src/wire/dialect.js";
import { nextStates } from "../src/wire/request-state.js";
import { versionOf } from "../src/wire/version.js";

const baseUrl = "https://omnidoc.invalid/fhir";
const canary = "Zyablikova";
const ins = "258019999900129";

/** The adapter as the contract takes it, with a simulator of its own for every check. */
export const omnidocUnderTest: AdapterUnderTest = {
  name: "Omnidoc",
  start: ({ clock, idempotencyKeys, searchByReference, versions }): Stage => {
    const capabilities = { conditionalCreate: idempotencyKeys, searchByReference, versions };
    const simulator = simulateOmnidoc({ clock, capabilities });
    const settings = settingsOf({
      baseUrl,
      pseudonymKey: new Uint8Array(32).fill(7),
      honours: { conditionalCreate: idempotencyKeys, searchByReference, versions: versions !== "absent" },
    });
    const client = new FhirClient({
      baseUrl,
      clock,
      fetch: (request) => simulator.fetch(withToken(request)),
    });
    const people = new People(simulator);
    return {
      faults: simulator.faults,
      canaries: [canary, ins],
      outlets: [
        outletUnderTest({
          outlet: opinionOutlet({ client, settings }),
          write: { method: "POST" },
          next: () => people.request(),
          hopeless: () => people.request({ ins: "1" }),
        }),
        outletUnderTest({
          outlet: withdrawOutlet({ client, settings }),
          write: { method: "PUT" },
          next: () => people.withdrawal(),
          hopeless: () => people.withdrawal("nobody"),
        }),
      ],
      feeds: [
        {
          feed: opinionFeed({ client, settings }),
          stir: () => {
            people.stir();
          },
          truth: () => simulator.requests.map(({ id }) => ({ remoteId: id, status: simulator.stateOf(id) })),
        },
      ],
    };
  },
};

/** The platform takes any token. */
function withToken(request: Request): Request {
  const headers = new Headers(request.headers);
  headers.set("authorization", "Bearer token");
  return new Request(request, { headers });
}

/** People who ask for opinions, here and on the platform itself. Every request is another one. */
class People {
  readonly #simulator: OmnidocSimulator;
  #count = 0;

  constructor(simulator: OmnidocSimulator) {
    this.#simulator = simulator;
  }

  request(patient: Partial<OpinionRequest["patient"]> = {}): IntentParts<"request-opinion", OpinionRequest> {
    const intent = this.#next();
    const payload = { ...intent.payload, patient: { ...intent.payload.patient, ...patient } };
    return {
      intent: { ...intent, payload },
      effects: () =>
        this.#simulator.journal.entries.filter(
          (entry) =>
            entry.kind === "request-made" &&
            entry.by === "client" &&
            entry.references.includes(intent.reference),
        ).length,
    };
  }

  withdrawal(remoteId = this.#draft()): IntentParts<"withdraw-opinion", OpinionToWithdraw> {
    const there = this.#simulator.requests.find(({ id }) => id === remoteId);
    const version = there === undefined ? "1" : versionOf(there);
    return {
      intent: { ...this.#next(), kind: "withdraw-opinion", payload: { remoteId, version } },
      effects: () =>
        this.#simulator.journal.entries.filter(
          (entry) => entry.kind === "request-moved" && entry.by === "client" && entry.id === remoteId,
        ).length,
      rival: () => {
        this.#simulator.move(remoteId, "ready");
      },
    };
  }

  /** By turns a request is made on the platform, and moved on. */
  stir(): void {
    const { requests } = this.#simulator;
    const turn = (this.#count += 1);
    const { id = "" } = requests[(turn * 7) % Math.max(1, requests.length)] ?? {};
    const ways = nextStates[this.#simulator.stateOf(id)];
    const way = ways[turn % Math.max(1, ways.length)];
    if (turn % 2 === 0 || way === undefined) this.#draft();
    else this.#simulator.move(id, way);
  }

  #draft(): string {
    const { payload, reference } = this.#next();
    return this.#simulator.make(
      requestBundle(payload, reference, { dialect: neutralDialect, conditionalCreate: false }),
    );
  }

  #next(): Intent<"request-opinion", OpinionRequest> {
    const intent = opinionIntent((this.#count += 1));
    const patient = { ...intent.payload.patient, birthName: canary };
    return { ...intent, payload: { ...intent.payload, patient } };
  }
}
