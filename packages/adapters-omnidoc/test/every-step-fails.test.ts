import {
  carrierFor,
  deliverIntent,
  pullChanges,
  readIntent,
  readRecord,
  sql,
  type Database,
  type Fetch,
  type TenantStore,
} from "@guichet/sync";
import {
  failNth,
  openTestStore,
  seededRandom,
  stopTestServers,
  type Failure,
  type Faults,
  type TestStore,
} from "@guichet/sync/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FhirClient } from "../src/client/fhir-client.js";
import type { OmnidocOptions } from "../src/omnidoc-options.js";
import { arrived, platform, webhook } from "../src/platform.fixture.js";
import { receivePush } from "../src/pushes/receive-push.js";
import { askOpinion } from "../src/requests/ask-opinion.js";
import { opinionFeed, opinionsFeed } from "../src/requests/opinion-feed.js";
import { opinionOutlet } from "../src/requests/opinion-outlet.js";
import { wish } from "../src/wish.fixture.js";

const reference = "reference-1";

let store: TestStore;
let number = 0;
/** What stands between the store and PostgreSQL just now. */
let faults: Faults | undefined;

const wrapDatabase = (database: Database): Database => ({
  close: database.close,
  connect: () => (faults ? faults.database(database) : database).connect(),
});

beforeAll(async () => {
  store = await openTestStore({ connections: 1, wrapDatabase });
  await store.stopClock("2026-11-23T08:30:00Z");
});

afterAll(async () => {
  await store.close();
  await stopTestServers();
});

type Honours = Required<OmnidocOptions>["honours"];

const nothing: Honours = { conditionalCreate: false, searchByReference: false, versions: false };

const platforms: Readonly<Record<string, Honours>> = {
  "that makes a request once, however often it is sent": { ...nothing, conditionalCreate: true },
  "that can be searched by our reference": { ...nothing, searchByReference: true, requestLifeSeconds: 60 },
  "that confirmed nothing": nothing,
};

/** One clinic on one platform: a wish is asked, carried out there, taken up there, pushed and pulled. */
async function oneClinic(honours: Honours) {
  number += 1;
  const { conditionalCreate = false, searchByReference = false } = honours;
  const { simulator, settings, clock, fetch } = platform(
    {
      capabilities: { conditionalCreate, searchByReference },
      webhook: { ...webhook, as: "resource" },
    },
    { honours },
  );
  const clinic = await store.addTenant({ id: `clinic-${number}`, jurisdiction: "FR" });
  const live = async (through: (fetch: Fetch) => Fetch): Promise<void> => {
    const { signal } = new AbortController();
    const client = new FhirClient({ baseUrl: settings.baseUrl, fetch: through(fetch), clock });
    const asked = await clinic.transaction((transaction) =>
      askOpinion(transaction, wish, { reference, settings }),
    );
    if (asked.action !== "request") throw new Error(asked.action);
    await deliverIntent(clinic, asked.intent.id, {
      carriers: [carrierFor(opinionOutlet({ client, settings }))],
      clock: { now: clock.now, sleep: () => new Promise(() => undefined) },
      random: seededRandom(1),
    });
    for (const { id } of simulator.requests)
      if (simulator.stateOf(id) === "draft") simulator.move(id, "ready");
    for (const push of simulator.pushes.pending()) {
      const options = { settings, secrets: [webhook.secret], clock, client, signal };
      await receivePush(clinic, await arrived(push), options);
    }
    await pullChanges(clinic, opinionFeed({ client, settings }), { signal });
  };
  return { clinic, simulator, live };
}

const decisionsOf = ({ tenant }: TenantStore): Promise<number> =>
  store.asOwner(async ({ query }) => {
    const rows = await query(sql`select from guichet.decisions where tenant = ${tenant}`);
    return rows.length;
  });

describe.each(Object.entries(platforms))("on a platform %s", (_, honours) => {
  it.each(["before", "after", "lost"] satisfies readonly Failure[])(
    "every step may fail (%s): one draft is made, or a person is asked, and what became of it is known",
    async (failure) => {
      let steps = 0;
      for (let nth = 1; ; nth += 1) {
        const { clinic, simulator, live } = await oneClinic(honours);
        const failing = failNth(nth, failure);
        faults = failing;
        await live(failing.fetch).catch(() => undefined);
        faults = undefined;
        // Whoever comes after, with nothing failing any more.
        for (let turn = 0; turn < 3; turn += 1) {
          await live((fetch) => fetch);
          await store.stepClock(400);
        }
        const status = await clinic.transaction((transaction) =>
          readIntent(transaction, "request-opinion", reference),
        );
        const canTell = honours.conditionalCreate === true || honours.searchByReference === true;
        if (canTell || status?.state === "done")
          expect([nth, status?.state, simulator.requests.length]).toEqual([nth, "done", 1]);
        else {
          expect([nth, status?.state]).toEqual([nth, "set-aside"]);
          expect(simulator.requests.length).toBeLessThanOrEqual(1);
        }
        for (const { id } of simulator.requests) {
          const record = await clinic.transaction((transaction) => readRecord(transaction, opinionsFeed, id));
          expect([nth, record?.status, record?.reference]).toEqual([nth, simulator.stateOf(id), reference]);
        }
        expect([nth, await decisionsOf(clinic)]).toEqual([nth, 1]);
        if (!failing.hasFailed()) break;
        steps += 1;
      }
      expect(steps).toBeGreaterThan(30);
    },
  );
});
