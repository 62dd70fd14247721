import { fc, it } from "@fast-check/vitest";
import { pullChanges, readRecord, type Fetch, type TenantStore } from "@guichet/sync";
import { openTestStore, stopTestServers, type TestStore } from "@guichet/sync/testing";
import { webhookServer } from "@guichet/sync/webhooks";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { clinicOn } from "../src/clinic.fixture.js";
import { opinionIntent, unhurried, webhook } from "../src/platform.fixture.js";
import { receivePush } from "../src/pushes/receive-push.js";
import { opinionFeed, opinionsFeed } from "../src/requests/opinion-feed.js";
import { opinionOutlet } from "../src/requests/opinion-outlet.js";
import { pushForms } from "../src/simulator/index.js";
import type { OpinionBody } from "../src/to-facts/opinion-item.js";
import { nextStates, type RequestState } from "../src/wire/request-state.js";

let store: TestStore;

beforeAll(async () => {
  store = await openTestStore();
});

afterAll(async () => {
  await store.close();
  await stopTestServers();
});

/**
 * The course of a request, as choices among what it can become next, whether the platform names the day of the answer,
 * and what the line does with each try of a push.
 */
const courses = fc.record({
  // Chance alone seldom comes to an answer.
  choices: fc.oneof(fc.constant([0, 0, 1]), fc.array(fc.nat(), { maxLength: 6 })),
  day: fc.constantFrom({ occurrenceDateTime: "2026-11-24" }, {}),
  line: fc.infiniteStream(
    fc.constantFrom("arrives", "arrives", "arrives", "request-lost", "answer-lost", "told-twice"),
  ),
});

function courseOf(choices: readonly number[]): readonly RequestState[] {
  let state: RequestState = "draft";
  return choices.flatMap((choice) => {
    const next: RequestState | undefined = nextStates[state][choice % nextStates[state].length];
    if (next === undefined) return [];
    state = next;
    return [next];
  });
}

/** A clinic that receives pushes at a real address, and a platform that pushes in one form over an unsteady line. */
async function pushing(as: (typeof pushForms)[number], asks: "platform" | "nobody") {
  const setup = await clinicOn(store, { webhook: { ...webhook, as } });
  const { settings, clock, clinic, client } = setup;
  const options = { settings, secrets: [webhook.secret], clock, signal: unhurried };
  const asked = asks === "platform" ? { client } : {};
  const { url, close } = await webhookServer({
    port: 0,
    receiverOf: () => (push) => receivePush(clinic, push, { ...options, ...asked }),
  });
  const deliver: Fetch = (push) =>
    fetch(new Request(push.url.replace(webhook.url, `${url}/webhooks/clinic/omnidoc`), push));
  return { ...setup, deliver, close };
}

const readOpinion = async (clinic: TenantStore, id: string) => {
  const read = (transaction: Parameters<typeof readRecord>[0]) =>
    readRecord<OpinionBody>(transaction, opinionsFeed, id);
  return (await clinic.transaction(read)) ?? { status: undefined, body: undefined };
};

describe.each(["platform", "nobody"] as const)("asking %s", (asks) => {
  describe.each(pushForms)("what is pushed as a %s", (as) => {
    it.prop([courses], { numRuns: 15 })(
      "ends where the request stands, whatever is lost on the way or told twice",
      async ({ choices, day, line }) => {
        const { simulator, deliver, clinic, close, ...setup } = await pushing(as, asks);
        try {
          await opinionOutlet(setup).send(opinionIntent(), unhurried);
          const id = simulator.requests[0]?.id ?? "";
          const unsteady: Fetch = async (push) => {
            const { value: fate } = line.next();
            if (fate === "request-lost") throw new TypeError("lost");
            if (fate === "told-twice") await deliver(push.clone());
            const answer = await deliver(push);
            if (fate === "answer-lost") throw new TypeError("lost");
            return answer;
          };
          for (const state of courseOf(choices)) {
            simulator.move(id, state, state === "completed" ? day : {});
            await simulator.pushes.push(unsteady);
          }
          while (simulator.pushes.pending().length > 0) await simulator.pushes.push(unsteady);
          const pushed = await readOpinion(clinic, id);
          expect(pushed.status).toBe(simulator.stateOf(id));
          await pullChanges(clinic, opinionFeed(setup), { signal: unhurried });
          const pulled = await readOpinion(clinic, id);
          // Whom a request names comes with it in a transaction only.
          const told = ({ body }: typeof pulled) =>
            as === "resource" && asks === "nobody" ? body?.answeredOn : body;
          expect(told(pushed)).toEqual(told(pulled));
        } finally {
          await close();
        }
      },
    );
  });
});
