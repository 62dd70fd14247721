import type { Found, Sent } from "../../platform/outlet.js";
import type { SimulatedClock } from "../../simulator/simulated-clock.js";
import type { IntentUnderTest, OutletUnderTest, Stage } from "./adapter-under-test.js";
import { holds } from "./contract-breach.js";
import { contractFaults } from "./contract-faults.js";
import { refuseCanaries } from "./refuse-canaries.js";
import { untilSettled } from "./until-settled.js";

/** A stage at one moment of a check. */
export interface OutletScene {
  readonly stage: Stage;
  readonly outlet: OutletUnderTest;
  readonly clock: SimulatedClock;
}

export interface OutletCheck {
  readonly name: string;
  readonly run: (scene: OutletScene) => Promise<void>;
  /** Whether there is anything to check, by one of its intents; there is, when left out. */
  readonly applies?: (outlet: OutletUnderTest, intent: IntentUnderTest) => boolean;
}

const open = (): AbortSignal => new AbortController().signal;

/** Sends it, and holds the answer to what really happened: no answer but `unknown` may be wrong. */
async function send(scene: OutletScene, intent: IntentUnderTest, signal = open()): Promise<Sent> {
  const sent = await untilSettled(intent.send(signal), scene.clock).catch((error: unknown) => {
    refuseCanaries(scene.stage, error);
    holds(false, "sending threw", "answer with an outcome whatever network and platform do");
  });
  refuseCanaries(scene.stage, sent);
  const effects = intent.effects();
  // What the line doubles, only the platform can keep from having its effect twice.
  const doubled = scene.stage.faults.met.filter(({ fault }) => fault.kind === "duplicated").length;
  holds(effects <= 1 + doubled, `one sending had its effect ${effects} times`, "send each intent once");
  if (sent.outcome === "done") {
    holds(effects > 0, "done without an effect", "say done only when the platform did it");
  } else if (sent.outcome !== "unknown") {
    const todo = "say unknown unless it certainly had no effect";
    holds(effects === 0, `${sent.outcome} (${sent.code}) after the effect`, todo);
  }
  return sent;
}

/** Looks for it, and holds the answer to what really happened. */
async function find(scene: OutletScene, intent: IntentUnderTest): Promise<Found> {
  const found = await untilSettled(intent.find(open()), scene.clock).catch((error: unknown) => {
    refuseCanaries(scene.stage, error);
    holds(false, "looking threw", "answer with an outcome whatever network and platform do");
  });
  refuseCanaries(scene.stage, found);
  const isThere = intent.effects() > 0;
  if (found.outcome === "found") holds(isThere, "found without an effect", "find only what the intent made");
  if (found.outcome === "absent") {
    holds(!isThere, "absent after the effect", "say unknown unless all places it may be in were read");
  }
  return found;
}

/** Nothing that was sent before can still take effect. */
async function outliveRequests({ outlet, clock }: OutletScene): Promise<void> {
  await clock.advance(((outlet.capabilities.requestLifeSeconds ?? 0) + 60) * 1000);
}

/** What follows an answer, as the durable part does it; the intent has its effect once in the end. */
async function bringToEnd(scene: OutletScene, intent: IntentUnderTest, sent: Sent): Promise<void> {
  await outliveRequests(scene);
  const { searchByReference, idempotencyKeys } = scene.outlet.capabilities;
  if (sent.outcome === "done" || sent.outcome === "conflict" || sent.outcome === "refused") return;
  if (sent.outcome === "unknown" && !searchByReference && !idempotencyKeys) return;
  if (sent.outcome === "unknown" && searchByReference) {
    const found = await find(scene, intent);
    holds(found.outcome !== "unknown", "not found out though nothing fails", "look where it would be");
    if (found.outcome === "found") return;
  }
  const again = await send(scene, intent);
  holds(again.outcome === "done", `${again.outcome} on a second sending`, "do what can be done");
  holds(intent.effects() === 1, `${intent.effects()} effects in the end`, "one intent has one effect");
}

const faultChecks: readonly OutletCheck[] = contractFaults.flatMap(({ name, fault, isCertain = false }) => [
  {
    name: `tells the truth when ${name}, and has its effect once in the end`,
    run: async (scene) => {
      const intent = scene.outlet.next();
      scene.stage.faults.plan(fault, scene.outlet.write);
      const sent = await send(scene, intent);
      holds(
        scene.stage.faults.met.length > 0,
        "the write met no fault",
        "name the write that has the effect",
      );
      if (isCertain) {
        holds(sent.outcome === "later", `${sent.outcome} when ${name}`, "it had no effect: say later");
      }
      if (sent.outcome === "later" && fault.kind === "status" && fault.retryAfter !== undefined) {
        const asked = Number(fault.retryAfter);
        holds(sent.afterSeconds === asked, "what Retry-After asks is lost", "hand it on as afterSeconds");
      }
      await bringToEnd(scene, intent, sent);
    },
  },
  {
    name: `does not take for absent what it cannot see, when ${name}`,
    run: async (scene) => {
      const intent = scene.outlet.next();
      await send(scene, intent);
      scene.stage.faults.plan(fault, { times: Infinity });
      await find(scene, intent);
    },
  },
]);

export const outletChecks: readonly OutletCheck[] = [
  {
    name: "carries an intent out, and finds it",
    run: async (scene) => {
      const intent = scene.outlet.next();
      const sent = await send(scene, intent);
      holds(sent.outcome === "done", `${sent.outcome} where nothing is in the way`, "do what can be done");
      const found = await find(scene, intent);
      holds(found.outcome === "found", `${found.outcome} after it was done`, "look where it would be");
      holds(
        found.remoteId === sent.remoteId,
        "found under another id",
        "give the id of the platform both times",
      );
    },
  },
  {
    name: "does not find what was never sent, and what somebody else did alike",
    run: async (scene) => {
      await send(scene, scene.outlet.next());
      const found = await find(scene, scene.outlet.next());
      holds(found.outcome !== "found", "found without being sent", "find only what the intent made");
    },
  },
  {
    applies: (_, { forestall }) => forestall !== undefined,
    name: "gives a conflict for what somebody else has, and takes nothing from them",
    run: async (scene) => {
      const intent = scene.outlet.next();
      intent.forestall?.();
      const sent = await send(scene, intent);
      holds(sent.outcome === "conflict", `${sent.outcome} for what somebody else has`, "say conflict");
    },
  },
  {
    applies: ({ hopeless }) => hopeless !== undefined,
    name: "is refused what the platform never does",
    run: async (scene) => {
      const { hopeless = scene.outlet.next } = scene.outlet;
      const sent = await send(scene, hopeless());
      holds(sent.outcome === "refused", `${sent.outcome} for what is never done`, "say refused");
    },
  },
  {
    name: "sends nothing once it was called off",
    run: async (scene) => {
      const intent = scene.outlet.next();
      const sent = await send(scene, intent, AbortSignal.abort(new Error("called off")));
      holds(
        sent.outcome === "later" || sent.outcome === "unknown",
        `${sent.outcome} though called off`,
        "heed the signal",
      );
      holds(intent.effects() === 0, "an effect though called off", "heed the signal");
    },
  },
  ...faultChecks,
];

/** With the capability to keep idempotency keys. */
export const idempotencyChecks: readonly OutletCheck[] = [
  {
    applies: ({ capabilities }) => capabilities.idempotencyKeys,
    name: "has one effect however often it is sent, where the platform keeps idempotency keys",
    run: async (scene) => {
      const intent = scene.outlet.next();
      const first = await send(scene, intent);
      const second = await send(scene, intent);
      holds(
        first.outcome === "done" && second.outcome === "done",
        "not done twice over",
        "repeat the same request",
      );
      holds(first.remoteId === second.remoteId, "two ids for one intent", "send the same key");
    },
  },
];

/** With a rival who writes between reading and writing. */
export const versionChecks: readonly OutletCheck[] = [
  {
    applies: (_, { rival }) => rival !== undefined,
    name: "leaves alone a record that changed after it was decided on",
    run: async (scene) => {
      const intent = scene.outlet.next();
      // A platform whose versions count whole seconds tells no more apart.
      await scene.clock.advance(1_000);
      intent.rival?.();
      const sent = await send(scene, intent);
      holds(
        sent.outcome === "conflict",
        `${sent.outcome} over a newer version`,
        "compare versions before writing",
      );
    },
  },
  {
    applies: (_, { rival }) => rival !== undefined,
    name: "tells the truth when somebody writes right before it does",
    run: async (scene) => {
      const intent = scene.outlet.next();
      scene.stage.faults.before(scene.outlet.write, () => intent.rival?.());
      const sent = await send(scene, intent);
      if (!scene.outlet.capabilities.versions) return;
      const isTold = sent.outcome === "conflict" || sent.outcome === "done";
      holds(isTold, `${sent.outcome} where versions are compared`, "say conflict for 409 and 412");
    },
  },
];
