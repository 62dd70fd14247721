import type { Clock, Fetch } from "@guichet/sync";
import { pullChanges, readRecord, reconcile } from "@guichet/sync";
import { openTestStore, stopTestServers, type TestStore } from "@guichet/sync/testing";
import { signWebhook, type ArrivedWebhook } from "@guichet/sync/webhooks";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clinicOn } from "../clinic.fixture.js";
import { arrived, opinionIntent, patch, unhurried, webhook } from "../platform.fixture.js";
import { opinionFeed, opinionsFeed } from "../requests/opinion-feed.js";
import { opinionOutlet } from "../requests/opinion-outlet.js";
import { receivePush, type Received } from "./receive-push.js";

const { secret } = webhook;

let store: TestStore;

beforeAll(async () => {
  store = await openTestStore();
});

afterAll(async () => {
  await store.close();
  await stopTestServers();
});

/** A clinic with one request, moved on four times: five pushes wait. */
async function withFivePushes(asks: "platform" | "nobody") {
  const setup = await clinicOn(store, { webhook });
  const { simulator, settings, clock, clinic, client } = setup;
  await opinionOutlet(setup).send(opinionIntent(), unhurried);
  const id = simulator.requests[0]?.id ?? "";
  for (const state of ["ready", "in-progress", "on-hold", "in-progress"] as const) simulator.move(id, state);
  const receive = async (request: Request, to = clinic): Promise<Received> => {
    const asked = asks === "platform" ? { client } : {};
    return receivePush(to, await arrived(request), {
      settings,
      secrets: [secret],
      clock,
      signal: unhurried,
      ...asked,
    });
  };
  return { ...setup, id, receive, pushes: simulator.pushes.pending() };
}

/** A push of any text, signed as the platform signs. */
function pushOf(
  text: string,
  clock: Pick<Clock, "now">,
  { id = "evt_1", ifMatch, ...at }: { id?: string; ifMatch?: string } & Partial<ArrivedWebhook> = {},
): ArrivedWebhook {
  const rawBody = new TextEncoder().encode(text);
  const headers = new Headers(signWebhook({ secrets: [secret], id, rawBody, nowMillis: clock.now() }));
  if (ifMatch !== undefined) headers.set("if-match", ifMatch);
  return { method: "POST", path: "", headers, rawBody, ...at };
}

function ordersOf<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  if (items.length <= 1) return [items];
  return items.flatMap((item, index) =>
    ordersOf(items.toSpliced(index, 1)).map((others) => [item, ...others]),
  );
}

describe("pushed changes", () => {
  it("end in one state in every order, each told twice", async () => {
    const { receive, pushes, id } = await withFivePushes("nobody");
    const ends = new Set<string>();
    for (const [index, order] of ordersOf(pushes).entries()) {
      const clinic = await store.addTenant({ id: `order-${index}`, jurisdiction: "FR" });
      for (const push of order) await receive(push, clinic);
      for (const push of order.toReversed())
        expect(await receive(push, clinic)).toMatchObject({ outcome: "repeated" });
      const record = await clinic.transaction((transaction) => readRecord(transaction, opinionsFeed, id));
      ends.add(JSON.stringify(record));
    }
    expect(ends.size).toBe(1);
    expect([...ends][0]).toContain('"status":"in-progress"');
    expect([...ends][0]).toContain("5".padStart(20, "0"));
  }, 120_000);

  it("are as good as what is pulled, and an older one changes nothing of it", async () => {
    const { receive, pushes, id, clinic, record, ...setup } = await withFivePushes("nobody");
    await pullChanges(clinic, opinionFeed(setup), { signal: unhurried });
    const pulled = await record(id);
    for (const push of pushes) expect(await receive(push)).toMatchObject({ outcome: "taken", changed: 0 });
    expect(await record(id)).toEqual(pulled);
    expect(await reconcile(clinic, opinionFeed(setup), { signal: unhurried })).toMatchObject({
      changed: 0,
      gone: 0,
    });
  });

  it("are only hints where the platform can be asked: the oldest brings the newest state", async () => {
    const { receive, pushes, id, record } = await withFivePushes("platform");
    const [oldest] = pushes;
    if (oldest === undefined) throw new Error("nothing was pushed");
    expect(await receive(oldest)).toMatchObject({ outcome: "taken", changed: 1 });
    expect(await record(id)).toMatchObject({ status: "in-progress", version: "5".padStart(20, "0") });
  });

  it("are not taken while the platform cannot be asked, so that it pushes again", async () => {
    const { receive, pushes, simulator } = await withFivePushes("platform");
    const [push] = pushes;
    if (push === undefined) throw new Error("nothing was pushed");
    simulator.faults.plan({ kind: "status", status: 503, effect: false });
    expect(await receive(push)).toEqual({ outcome: "later", code: "unavailable" });
    expect(await receive(push)).toMatchObject({ outcome: "taken" });
  });

  it("that were taken are known again without asking the platform", async () => {
    const { receive, pushes, simulator } = await withFivePushes("platform");
    const [first, second] = pushes;
    if (first === undefined || second === undefined) throw new Error("nothing was pushed");
    expect(await receive(first)).toMatchObject({ outcome: "taken" });
    simulator.faults.plan({ kind: "status", status: 503, effect: false });
    expect(await receive(first)).toMatchObject({ outcome: "repeated" });
    // Nobody has met the fault.
    expect(await receive(second)).toEqual({ outcome: "later", code: "unavailable" });
    expect(await receive(second)).toMatchObject({ outcome: "taken" });
  });

  it.each([
    ["patched", { method: "PATCH", url: "ServiceRequest/r-1" }],
    ["deleted", { method: "DELETE", url: "ServiceRequest/r-1" }],
  ])("of what is only %s are not taken where the platform cannot be asked", async (_, request) => {
    const { settings, clock, clinic } = await withFivePushes("nobody");
    const told = { resourceType: "Bundle", type: "transaction", entry: [{ request }] };
    const options = { settings, secrets: [secret], clock, signal: unhurried };
    for (let time = 0; time < 2; time += 1) {
      expect(await receivePush(clinic, pushOf(JSON.stringify(told), clock), options)).toEqual({
        outcome: "not-understood",
        code: "push-incomplete",
      });
    }
  });

  it.each([
    ["too long", "x".repeat(2_000)],
    ["not storable", "r-\0"],
  ])("about a request whose id is %s are not understood, and not pushed for ever", async (_, id) => {
    const { settings, clock, clinic, simulator } = await withFivePushes("nobody");
    const told = { ...simulator.requests[0], id };
    const options = { settings, secrets: [secret], clock, signal: unhurried };
    expect(await receivePush(clinic, pushOf(JSON.stringify(told), clock), options)).toEqual({
      outcome: "not-understood",
      code: "id-refused",
    });
  });

  it("come in order from the platform until one is not taken, and go on from there", async () => {
    const { receive, simulator } = await withFivePushes("nobody");
    let turn = 0;
    const unsteady: Fetch = async (request) => {
      turn += 1;
      const received = turn === 3 ? undefined : await receive(request);
      return new Response(null, { status: received?.outcome === "taken" ? 204 : 503 });
    };
    await simulator.pushes.push(unsteady);
    expect(simulator.pushes.pending()).toHaveLength(3);
    await simulator.pushes.push(unsteady);
    expect(simulator.pushes.pending()).toHaveLength(0);
  });

  it("are signed as an independent library signs", async () => {
    const { pushes } = await withFivePushes("nobody");
    for (const push of pushes) {
      const body = await push.clone().text();
      // It goes by its own clock, which is not the simulated one.
      const signature = new Webhook(secret).sign(
        push.headers.get("webhook-id") ?? "",
        new Date(Number(push.headers.get("webhook-timestamp")) * 1000),
        body,
      );
      expect(push.headers.get("webhook-signature")).toBe(signature);
    }
  });
});

describe("a request that is pushed at its own address", () => {
  const completed = patch({ type: "replace", path: "ServiceRequest.status", value: "completed" });

  /** A platform that cannot be asked, with one request that stands at version 5, in progress. */
  async function withOneRequest() {
    const setup = await withFivePushes("nobody");
    const { pushes, receive, id, simulator, settings, clock, clinic } = setup;
    for (const push of pushes) await receive(push);
    const path = `ServiceRequest/${id}`;
    const [request] = simulator.requests;
    const send = (content: object, how: Parameters<typeof pushOf>[2]) =>
      receivePush(clinic, pushOf(JSON.stringify(content), clock, { path, ...how }), {
        ...{ settings, secrets: [secret], clock, signal: unhurried },
      });
    return { ...setup, path, request: { ...request, id }, send };
  }

  it("is answered with the version it has by that, and since when", async () => {
    const { send, request } = await withOneRequest();
    const meta = { versionId: "6", lastUpdated: "2026-11-23T10:00:00Z" };
    const received = await send({ ...request, meta, status: "on-hold" }, { method: "PUT" });
    expect(received).toMatchObject({ outcome: "taken", changed: 1, reply: { headers: { etag: 'W/"6"' } } });
    const { reply } = received as Extract<Received, { outcome: "taken" }>;
    expect(Math.abs(Date.now() - Date.parse(reply?.headers["last-modified"] ?? ""))).toBeLessThan(60_000);
    expect(reply).not.toHaveProperty("body");
    // Told again, the answer is the same.
    expect(await send({ ...request, meta, status: "on-hold" }, { method: "PUT" })).toEqual({
      outcome: "repeated",
      reply,
    });
    // Older than what is here: its own version, which no patch can follow on.
    const older = await send(request, { method: "PUT", id: "evt_2" });
    expect(older).toEqual({ outcome: "taken", changed: 0, reply: { headers: { etag: 'W/"5"' } } });
    expect(await send(completed, { method: "PATCH", id: "evt_3", ifMatch: 'W/"5"' })).toEqual({
      outcome: "outdated",
      code: "changed-meanwhile",
    });
  });

  it("in a transaction is answered entry by entry", async () => {
    const { send, request } = await withOneRequest();
    const told = {
      ...{ resourceType: "Bundle", type: "transaction" },
      entry: [
        { resource: { resourceType: "Patient", id: "p-1" }, request: { method: "PUT", url: "Patient/p-1" } },
        { resource: request, request: { method: "PUT", url: `ServiceRequest/${request.id}` } },
      ],
    };
    for (const [id, method] of [
      ["evt_1", "PUT"],
      ["evt_2", "POST"],
    ] as const) {
      expect(await send(told, { method, id, path: "" })).toMatchObject({
        outcome: "taken",
        reply: {
          headers: { etag: 'W/"5"', "content-type": "application/fhir+json" },
          body: {
            type: "transaction-response",
            entry: [
              { response: { status: "200" } },
              { response: { status: "200", etag: 'W/"5"', lastModified: expect.any(String) as string } },
            ],
          },
        },
      });
    }
  });

  it.each(['W/"5"', '"5"', 'W/"4", W/"5"', "*"])(
    "is patched where the version is ours: %s",
    async (ifMatch) => {
      const { send, id, record } = await withOneRequest();
      const before = await record(id);
      expect(await send(completed, { method: "PATCH", ifMatch })).toMatchObject({
        outcome: "taken",
        changed: 1,
        reply: { headers: { etag: 'W/"5%2B"' } },
      });
      const after = await record(id);
      expect(after?.status).toBe("completed");
      expect(after?.body).toEqual(before?.body);
    },
  );

  it.each(['W/"4"', 'W/"6"', 'W/"5', "5", ""])(
    "changes nothing where it follows on another version than ours: %s",
    async (ifMatch) => {
      const { send, id, record, request } = await withOneRequest();
      const before = await record(id);
      const meta = { versionId: "6", lastUpdated: "2026-11-23T10:00:00Z" };
      const outdated = { outcome: "outdated", code: "changed-meanwhile" };
      expect(await send(completed, { method: "PATCH", ifMatch })).toEqual(outdated);
      expect(await send({ ...request, meta, status: "on-hold" }, { method: "PUT", ifMatch })).toEqual(
        outdated,
      );
      expect(await record(id)).toEqual(before);
      // It was not taken: the same push may come again.
      expect(await send(completed, { method: "PATCH", ifMatch: 'W/"5"' })).toMatchObject({
        outcome: "taken",
      });
    },
  );

  it("is not patched where nobody says which version it follows on, or that is not here", async () => {
    const { send, id, record } = await withOneRequest();
    const before = await record(id);
    const incomplete = { outcome: "not-understood", code: "push-incomplete" };
    expect(await send(completed, { method: "PATCH" })).toEqual(incomplete);
    expect(await send(completed, { method: "PATCH", path: "ServiceRequest/r-2" })).toEqual(incomplete);
    expect(await send(completed, { method: "PATCH", path: "ServiceRequest/r-2", ifMatch: "*" })).toEqual({
      outcome: "outdated",
      code: "changed-meanwhile",
    });
    expect(await record(id)).toEqual(before);
  });

  it("is not patched twice in one transaction, which does not say what comes first", async () => {
    const { send, path, id, record } = await withOneRequest();
    const before = await record(id);
    const entry = { resource: completed, request: { method: "PATCH", url: path, ifMatch: 'W/"5"' } };
    const told = { resourceType: "Bundle", type: "transaction", entry: [entry, entry] };
    expect(await send(told, { path: "" })).toEqual({ outcome: "not-understood", code: "push-incomplete" });
    expect(await record(id)).toEqual(before);
  });

  it("is patched once by many that come at once, and the others are told", async () => {
    for (let round = 0; round < 5; round += 1) {
      const { send } = await withOneRequest();
      const received = await Promise.all(
        Array.from({ length: 8 }, (_, index) =>
          send(completed, { method: "PATCH", ifMatch: 'W/"5"', id: `evt_many_${index}` }),
        ),
      );
      expect(received.filter(({ outcome }) => outcome === "taken")).toHaveLength(1);
      expect(received.filter(({ outcome }) => outcome === "outdated")).toHaveLength(7);
    }
  });

  it("is taken once when one push comes twice at once", async () => {
    const { send } = await withOneRequest();
    const twice = await Promise.all([0, 1].map(() => send(completed, { method: "PATCH", ifMatch: 'W/"5"' })));
    expect(twice.toSorted((left, right) => (left.outcome < right.outcome ? -1 : 1))).toMatchObject([
      // What has become of it since, nobody can say: the next patch is to be a whole request.
      { outcome: "repeated", reply: undefined },
      { outcome: "taken", reply: { headers: { etag: 'W/"5%2B"' } } },
    ]);
  });

  it("is read where the platform can be asked, whatever the patch says", async () => {
    const { pushes, receive, id, settings, clock, clinic, client, simulator, record } =
      await withFivePushes("platform");
    for (const push of pushes) await receive(push);
    simulator.move(id, "on-hold");
    const push = pushOf(JSON.stringify(completed), clock, { method: "PATCH", path: `ServiceRequest/${id}` });
    expect(
      await receivePush(clinic, push, { settings, secrets: [secret], clock, client, signal: unhurried }),
    ).toMatchObject({ outcome: "taken", reply: { headers: { etag: 'W/"6"' } } });
    expect(await record(id)).toMatchObject({ status: "on-hold" });
  });

  it.each([
    ["PUT", "Patient/p-1", { resourceType: "Patient", id: "p-1" }],
    ["PUT", "ServiceRequest", {}],
    ["PATCH", "ServiceRequest/", completed],
  ] as const)("is not understood where it is none: %s %s", async (method, path, content) => {
    const { send } = await withOneRequest();
    expect(await send(content, { method, path })).toEqual({
      outcome: "not-understood",
      code: "push-not-understood",
    });
  });
});

describe("a push that is not believed", () => {
  it.each([
    [
      "signed with another secret",
      { secret: `whsec_${Buffer.alloc(32, 1).toString("base64")}` },
      "signature-wrong",
    ],
    ["changed on the way", { change: (body: string) => body.replace("draft", "ready") }, "signature-wrong"],
    [
      "written anew",
      { change: (body: string) => JSON.stringify(JSON.parse(body), null, 1) },
      "signature-wrong",
    ],
    ["older than five minutes", { millis: 301_000 }, "too-old"],
    ["from the future", { millis: -301_000 }, "too-new"],
  ] as const)("is refused, and nothing is stored: %s", async (_, how, code) => {
    const { pushes, settings, clock, clinic, record, id } = await withFivePushes("nobody");
    const [push] = pushes;
    if (push === undefined) throw new Error("nothing was pushed");
    const body = await push.clone().text();
    const rawBody = new TextEncoder().encode("change" in how ? how.change(body) : body);
    const received = await receivePush(
      clinic,
      { ...(await arrived(push)), rawBody },
      {
        settings,
        secrets: ["secret" in how ? how.secret : secret],
        clock: { now: () => clock.now() + ("millis" in how ? how.millis : 0) },
        signal: unhurried,
      },
    );
    expect(received).toEqual({ outcome: "refused", code });
    expect(await record(id)).toBeUndefined();
  });

  it("is answered as not understood where it is signed and says nothing", async () => {
    const { settings, clock, clinic } = await withFivePushes("nobody");
    expect(
      await receivePush(clinic, pushOf("hello", clock), {
        settings,
        secrets: [secret],
        clock,
        signal: unhurried,
      }),
    ).toEqual({
      outcome: "not-understood",
      code: "push-not-understood",
    });
  });
});
