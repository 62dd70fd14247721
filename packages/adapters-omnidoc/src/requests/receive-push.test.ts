import type { Fetch } from "@guichet/sync";
import { pullChanges, readRecord, reconcile } from "@guichet/sync";
import { openTestStore, stopTestServers, type TestStore } from "@guichet/sync/testing";
import { signWebhook } from "@guichet/sync/webhooks";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clinicOn } from "../clinic.fixture.js";
import { opinionIntent, unhurried } from "../platform.fixture.js";
import { opinionFeed, opinionsFeed } from "./opinion-feed.js";
import { opinionOutlet } from "./opinion-outlet.js";
import { receivePush, type Received } from "./receive-push.js";

const secret = `whsec_${Buffer.alloc(32, 9).toString("base64")}`;
const webhook = { url: "https://clinic.invalid/omnidoc", secret };

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
    const push = { headers: request.headers, rawBody: new Uint8Array(await request.clone().arrayBuffer()) };
    const asked = asks === "platform" ? { client } : {};
    return receivePush(to, push, { settings, secrets: [secret], clock, signal: unhurried, ...asked });
  };
  return { ...setup, id, receive, pushes: simulator.pushes.pending() };
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
        expect(await receive(push, clinic)).toEqual({ outcome: "repeated" });
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
    expect(await receive(oldest)).toEqual({ outcome: "taken", changed: 1 });
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
    expect(await receive(first)).toEqual({ outcome: "repeated" });
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
    const rawBody = new TextEncoder().encode(JSON.stringify(told));
    const signed = signWebhook({ secrets: [secret], id: "evt_2", rawBody, nowMillis: clock.now() });
    const options = { settings, secrets: [secret], clock, signal: unhurried };
    for (let time = 0; time < 2; time += 1) {
      expect(await receivePush(clinic, { headers: new Headers(signed), rawBody }, options)).toEqual({
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
    const rawBody = new TextEncoder().encode(JSON.stringify(told));
    const signed = signWebhook({ secrets: [secret], id: "evt_3", rawBody, nowMillis: clock.now() });
    const options = { settings, secrets: [secret], clock, signal: unhurried };
    expect(await receivePush(clinic, { headers: new Headers(signed), rawBody }, options)).toEqual({
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
      { headers: push.headers, rawBody },
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
    const rawBody = new TextEncoder().encode("hello");
    const signed = signWebhook({ secrets: [secret], id: "evt_1", rawBody, nowMillis: clock.now() });
    const push = { headers: new Headers(signed), rawBody };
    expect(
      await receivePush(clinic, push, { settings, secrets: [secret], clock, signal: unhurried }),
    ).toEqual({
      outcome: "not-understood",
      code: "push-not-understood",
    });
  });
});
