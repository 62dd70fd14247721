import { InvariantBroken } from "@guichet/sync/testing";
import { answerWebhook } from "@guichet/sync/webhooks";
import { receivePush, type Received } from "@guichet/adapters-omnidoc";
import { arrived } from "../../src/platform.fixture.js";
import { clientOf, type OpinionClinic } from "./clinics.js";
import { isExpected, type Simulation } from "./simulation.js";

const fates = [
  ...(["arrives", "arrives", "arrives", "arrives", "request-lost", "answer-lost"] as const),
  ...(["told-twice", "delayed", "overtaken", "misdirected", "status"] as const),
];

/** The line on which platforms push to clinics; whichever desk is free takes what comes. */
export class PushLine {
  isCalm = false;
  readonly #simulation: Simulation;
  readonly #pushing = new Set<OpinionClinic>();
  readonly #taken = new Set<string>();

  constructor(simulation: Simulation) {
    this.#simulation = simulation;
  }

  /** The platform of a clinic pushes what it has not yet pushed, unless it is at it. */
  push(clinic: OpinionClinic): void {
    if (this.#pushing.has(clinic)) return;
    this.#pushing.add(clinic);
    this.#simulation.start(async () => {
      await clinic.simulator.pushes.push((request) => this.#send(clinic, request));
      this.#pushing.delete(clinic);
    });
  }

  async #send(clinic: OpinionClinic, request: Request): Promise<Response> {
    const { draws, turns, clinics } = this.#simulation;
    const fate = this.isCalm ? "arrives" : draws.oneOf(fates);
    if (fate !== "arrives") this.#simulation.met(`push-${fate}`);
    if (fate === "request-lost") throw new TypeError("lost");
    if (fate === "status") return new Response(null, { status: draws.oneOf([429, 500, 503]) });
    if (fate === "delayed") {
      const millis = draws.upTo(400_000);
      this.#later(async () => {
        await turns.clock("platform").sleep(millis);
        await this.#receive(clinic, request);
      });
      throw new TypeError("timed out");
    }
    if (fate === "told-twice") await this.#receive(clinic, request.clone());
    if (fate === "overtaken") await this.#overtake(clinic);
    const other = draws.oneOf(clinics);
    if (fate === "misdirected" && other !== clinic) {
      const { outcome } = await this.#receive(other, request.clone());
      if (outcome !== "refused")
        this.#simulation.broken(new InvariantBroken("apart", `a push to ${clinic.tenant} was ${outcome}`));
    }
    const received = await this.#receive(clinic, request);
    if (fate === "answer-lost") throw new TypeError("lost");
    return answerWebhook(received);
  }

  /** What changed last comes first. A patch waits for the one before it: it names the version it is to follow. */
  async #overtake(clinic: OpinionClinic): Promise<void> {
    const last = clinic.simulator.pushes.pending().at(-1);
    if (last !== undefined && last.method !== "PATCH") await this.#receive(clinic, last);
  }

  /** Something that nobody waits for, and that may fail as processes do. */
  #later(work: () => Promise<void>): void {
    this.#simulation.start(() =>
      work().catch((error: unknown) => {
        if (!isExpected(error)) throw error;
      }),
    );
  }

  async #receive(clinic: OpinionClinic, request: Request): Promise<Received> {
    const { draws } = this.#simulation;
    const { tenant, settings, secret, habits } = clinic;
    try {
      const process = await this.#simulation.processFor(draws.oneOf(["desk-1", "desk-2"] as const));
      const store = await process.store.forTenant(tenant);
      const push = await arrived(request);
      const received = await receivePush(store, push, {
        settings,
        secrets: [secret],
        clock: process.surroundings.clock,
        signal: new AbortController().signal,
        ...(habits.isAsked ? { client: clientOf(clinic, process.surroundings) } : {}),
      });
      const id = request.headers.get("webhook-id") ?? "";
      this.#simulation.note(`${process.name} ${tenant}: ${request.method} ${id}: ${received.outcome}`);
      if (received.outcome !== "taken") return received;
      if (this.#taken.has(id)) throw new InvariantBroken("I2", `push ${id} was taken twice`);
      this.#taken.add(id);
      return received;
    } catch (error) {
      // The platform goes on whatever it meets.
      if (!isExpected(error)) this.#simulation.broken(error);
      throw error;
    }
  }
}
