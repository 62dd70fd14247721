import { pullChanges, type FeedItem, type FeedPage, type Fetch } from "@guichet/sync";
import { openTestStore, stopTestServers } from "@guichet/sync/testing";
import { afterAll, describe, expect, it, onTestFinished } from "vitest";
import { clinicOn } from "../clinic.fixture.js";
import { answering, opinionIntent, platform, unhurried } from "../platform.fixture.js";
import type { OpinionBody } from "../to-facts/opinion-item.js";
import { FhirClient } from "../client/fhir-client.js";
import { opinionFeed } from "./opinion-feed.js";
import { opinionOutlet } from "./opinion-outlet.js";

afterAll(stopTestServers);

type Setup = ReturnType<typeof platform>;
type Page = FeedPage<OpinionBody>;

async function withRequests(count: number, setup: Setup = platform()): Promise<Setup> {
  const outlet = opinionOutlet(setup);
  for (let number = 1; number <= count; number += 1) await outlet.send(opinionIntent(number), unhurried);
  return setup;
}

/** Every page, and what happens between two of them. */
async function pagesOf(
  read: (next: string | undefined) => Promise<Page>,
  between: () => void = () => undefined,
): Promise<readonly Page[]> {
  const pages = [await read(undefined)];
  for (;;) {
    const next = pages.at(-1)?.next;
    if (next === undefined) return pages;
    between();
    pages.push(await read(next));
  }
}

const latest = (pages: readonly Page[]): ReadonlyMap<string, FeedItem<OpinionBody>> =>
  new Map(
    pages
      .flatMap(({ items }) => items)
      .toSorted((left, right) => (left.version < right.version ? -1 : 1))
      .map((item) => [item.remoteId, item]),
  );

describe("the feed of requests", () => {
  it("keeps who exchanged an opinion and when, and of the patient a pseudonym only", async () => {
    const { simulator, ...setup } = await withRequests(1);
    const [request] = simulator.requests;
    simulator.move(request?.id ?? "", "ready");
    simulator.move(request?.id ?? "", "in-progress");
    simulator.move(request?.id ?? "", "completed", { occurrenceDateTime: "2026-11-24T18:00:00+01:00" });
    const { items } = await opinionFeed(setup).changes(undefined, undefined, unhurried);
    expect(items).toMatchObject([
      {
        remoteId: request?.id,
        version: "4".padStart(20, "0"),
        status: "completed",
        reference: "reference-1",
        body: {
          askedOn: "2026-11-23",
          answeredOn: "2026-11-24",
          requester: "10000000001",
          responder: "10000000002",
        },
      },
    ]);
    expect(items[0]?.body.patient).toMatch(/^[-\w]{43}$/);
    expect(JSON.stringify(items)).not.toMatch(/2580199|EXEMPLE|Inventée|1958/);
  });

  it("gives what changed since a cursor, and where the next pull starts", async () => {
    const { simulator, ...setup } = await withRequests(3);
    const feed = opinionFeed(setup);
    const first = await feed.changes(undefined, undefined, unhurried);
    expect(first.items).toHaveLength(3);
    const [, moved] = simulator.requests;
    simulator.move(moved?.id ?? "", "ready");
    const second = await feed.changes(first.cursor, undefined, unhurried);
    expect(second.items.at(-1)).toMatchObject({ remoteId: moved?.id, status: "ready" });
    const third = await feed.changes(second.cursor, undefined, unhurried);
    expect(third.items.map(({ remoteId }) => remoteId)).toEqual([moved?.id]);
    expect(third.cursor).toBe(second.cursor);
  });

  it("misses no request, though others change while pages are read", async () => {
    const setup = await withRequests(250);
    const { simulator } = setup;
    const moved = simulator.requests.map(({ id }) => id);
    const feed = opinionFeed(setup);
    const pages = await pagesOf(
      (next) => feed.changes(undefined, next, unhurried),
      () => {
        const id = moved.shift();
        if (id !== undefined) simulator.move(id, "ready");
      },
    );
    expect(pages.length).toBeGreaterThan(2);
    expect(latest(pages).size).toBe(250);
    for (const { remoteId, status } of latest(pages).values())
      expect(status).toBe(simulator.stateOf(remoteId));
    expect(pages.at(-1)?.cursor).toBe(
      simulator.requests
        .map(({ meta }) => meta.lastUpdated)
        .toSorted()
        .at(-1),
    );
  });

  it.each(["constructor", "__proto__"])("is pulled whole, though one request is %s", async (word) => {
    const store = await openTestStore();
    onTestFinished(() => store.close());
    const { clinic, record, simulator, settings, clock, fetch, client } = await clinicOn(store);
    await withRequests(3, { simulator, settings, clock, fetch, client });
    const [odd] = simulator.requests;
    const extension = [{ url: settings.dialect.extensions.splitActiveStatus, valueCode: word }];
    const oddly = answering(fetch, (page) => ({
      ...page,
      entry: page.entry?.map(({ resource, ...entry }) => ({
        ...entry,
        resource:
          resource?.["id"] === odd?.id
            ? { ...resource, resourceType: "ServiceRequest", status: "active", priority: word, extension }
            : resource,
      })),
    }));
    const asked = new FhirClient({ baseUrl: settings.baseUrl, fetch: oddly, clock });
    const feed = opinionFeed({ client: asked, settings });
    expect(await pullChanges(clinic, feed, { signal: unhurried })).toEqual({ outcome: "pulled", changed: 3 });
    const stored = await Promise.all(simulator.requests.map(({ id }) => record(id)));
    expect(stored.map((one) => one?.status)).toEqual(["active", "draft", "draft"]);
  });

  it("gives everything there is, page by page", async () => {
    const setup = await withRequests(201);
    const pages = await pagesOf((next) => opinionFeed(setup).everything(next, unhurried));
    expect(pages.map(({ items }) => items.length)).toEqual([100, 100, 1]);
  });

  it("refuses a page with fewer requests than it says, where no other follows", async () => {
    const { settings, clock, fetch } = await withRequests(3);
    const torn = answering(fetch, (page) => ({ ...page, entry: page.entry?.slice(0, 2) }));
    const client = new FhirClient({ baseUrl: settings.baseUrl, fetch: torn, clock });
    const feed = opinionFeed({ client, settings });
    await expect(feed.changes(undefined, undefined, unhurried)).rejects.toMatchObject({ code: "page-torn" });
    await expect(feed.everything(undefined, unhurried)).rejects.toMatchObject({ code: "page-torn" });
  });

  it("follows the platform's own links where it does not keep the order", async () => {
    const { settings, clock, fetch, simulator } = await withRequests(150);
    const [first] = simulator.requests;
    simulator.move(first?.id ?? "", "ready");
    const unsorted: Fetch = (request) => {
      const url = new URL(request.url);
      url.searchParams.delete("_sort");
      return fetch(new Request(url, request));
    };
    const client = new FhirClient({ baseUrl: settings.baseUrl, fetch: unsorted, clock });
    const feed = opinionFeed({ client, settings });
    const pages = await pagesOf((next) => feed.changes(undefined, next, unhurried));
    expect(latest(pages).size).toBe(150);
    expect(pages.at(-1)?.cursor).toBe(simulator.requests[0]?.meta.lastUpdated);
  });

  it.each([
    { kind: "html", effect: true },
    { kind: "body-truncated" },
    { kind: "status", status: 500, effect: false },
    { kind: "request-lost" },
  ] as const)("throws for an answer that is none, and never gives a short list: $kind", async (fault) => {
    const setup = await withRequests(1);
    setup.simulator.faults.plan(fault, { times: 2 });
    await expect(opinionFeed(setup).everything(undefined, unhurried)).rejects.toThrow(
      /^(omnidoc|simulated platform)/,
    );
    await expect(opinionFeed(setup).changes(undefined, undefined, unhurried)).rejects.toThrow(
      /^(omnidoc|simulated platform)/,
    );
  });

  it.each(["{ torn", "7", '{"from":7}'])("refuses a place that is not one of its own: %s", async (place) => {
    const feed = opinionFeed(platform());
    const refused = { name: "GuichetError", code: "place-malformed" };
    await expect(feed.changes(undefined, place, unhurried)).rejects.toMatchObject(refused);
    await expect(feed.everything(place, unhurried)).rejects.toMatchObject(refused);
  });
});
