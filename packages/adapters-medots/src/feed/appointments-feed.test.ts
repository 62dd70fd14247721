import { isoFromDay } from "@guichet/rules/calendar";
import type { FeedItem, FeedPage } from "@guichet/sync";
import { SimulatedClock } from "@guichet/sync/simulator";
import { describe, expect, it } from "vitest";
import { MedotsClient } from "../client/medots-client.js";
import { defaultKey, simulateMedots, type MedotsSimulator } from "../simulator/index.js";
import { appointmentsFeed, type AppointmentsFeedOptions } from "./appointments-feed.js";

const zone = "Europe/Paris";
const { signal } = new AbortController();
const noon = Date.UTC(2026, 10, 23, 12);
const today = noon / 86_400_000 - 0.5;

function clinic(options: Partial<AppointmentsFeedOptions> = {}, clinicIds?: readonly number[]) {
  const clock = new SimulatedClock(noon);
  const key = clinicIds === undefined ? defaultKey : { ...defaultKey, clinicIds };
  const simulator = simulateMedots({ clock, clinics: [{ id: 1, zone }], keys: [key] });
  const own = { baseUrl: "https://clinic.invalid/api/v2", ...defaultKey, clinics: [{ clinicId: 1, zone }] };
  const client = new MedotsClient(own, { clock, fetch: simulator.fetch });
  return { clock, simulator, feed: appointmentsFeed(client, { clinicId: 1, ...options }) };
}

/** An appointment so many days from today; each user has 48 half hours a day. */
function typeIn({ world }: MedotsSimulator, daysFromToday: number, time = "10:00", userId = 101): number {
  const date = isoFromDay(today + daysFromToday);
  const fixed = { clinicId: 1, userId, duration: 30, appointmentTypeId: 1, appointmentSourceId: 1 };
  const made = world.book({ ...fixed, date, time }, "staff");
  if (made === "intersects") throw new Error("typed in twice");
  return made.id;
}

async function drain(read: (next: string | undefined) => Promise<FeedPage>): Promise<readonly FeedItem[]> {
  const items: FeedItem[] = [];
  let next: string | undefined;
  do {
    const page = await read(next);
    items.push(...page.items);
    next = page.next;
  } while (next !== undefined);
  return items;
}

const idsOf = (items: readonly FeedItem[]) => new Set(items.map(({ remoteId }) => Number(remoteId)));

describe("a full reading of appointments", () => {
  it("holds every one, however far away, and nothing falls out of it as days pass", async () => {
    const { clock, simulator, feed } = clinic({ daysAhead: 3 });
    const ids = [-400, -8, -7, -1, 0, 3, 4, 400].map((days) => typeIn(simulator, days));
    for (let day = 0; day < 12; day += 4) {
      expect(idsOf(await drain((next) => feed.everything(next, signal)))).toEqual(new Set(ids));
      await clock.advance(4 * 86_400_000);
    }
  });

  it("leaves out what was before the clinic began to follow, in changes too", async () => {
    const { simulator, feed } = clinic({ followedFrom: isoFromDay(today), daysAhead: 3 });
    typeIn(simulator, -1);
    const followed = new Set([0, 9].map((days) => typeIn(simulator, days)));
    expect(idsOf(await drain((next) => feed.everything(next, signal)))).toEqual(followed);
    expect(idsOf(await drain((next) => feed.changes(undefined, next, signal)))).toEqual(followed);
  });

  it("has an appointment that moved, while it was read, to a day already read", async () => {
    const { simulator, feed } = clinic({ daysAhead: 3 });
    const moved = typeIn(simulator, 3);
    simulator.faults.before({ path: "/appointments", times: Infinity }, () => {
      simulator.world.change(moved, { date: isoFromDay(today) }, "staff");
    });
    const first = await feed.everything(undefined, signal);
    let next = first.next;
    let reads = 0;
    const ids = await drain((place) => {
      reads += 1;
      return feed.everything(place ?? next, signal);
    });
    next = undefined;
    expect(reads).toBeGreaterThan(10);
    expect(idsOf(ids)).toEqual(new Set([moved]));
  });

  it("is refused to a key that does not see the clinic, at its start and at its end", async () => {
    const { feed } = clinic({}, [2]);
    await expect(feed.everything(undefined, signal)).rejects.toMatchObject({ code: "clinic-unseen" });

    const rights = [1];
    const losing = clinic({ daysAhead: 1 }, rights);
    typeIn(losing.simulator, 1);
    const first = await losing.feed.everything(undefined, signal);
    rights.pop();
    await expect(drain((next) => losing.feed.everything(next ?? first.next, signal))).rejects.toMatchObject({
      code: "clinic-unseen",
    });
  });

  it("is refused a place that is not one of ours", async () => {
    const { feed } = clinic();
    for (const place of ["", "1.2", "1.2.3.4.5.x", "1.2.3.4.5.6.7"]) {
      await expect(feed.everything(place, signal)).rejects.toMatchObject({ code: "place-malformed" });
    }
  });
});

describe("the changes of appointments", () => {
  it("are read again from a little before the last one, by the platform's own clock", async () => {
    const { clock, simulator, feed } = clinic();
    const first = typeIn(simulator, 1);
    await clock.advance(119_000);
    const second = typeIn(simulator, 2);
    const { cursor } = await feed.changes(undefined, undefined, signal);
    expect(Number(cursor)).toBe(noon / 1000 + 119 - 120);
    await clock.advance(10_000);
    expect(idsOf(await drain((next) => feed.changes(cursor, next, signal)))).toEqual(
      new Set([first, second]),
    );
  });

  it("keep their place over pages, and never go back", async () => {
    const { simulator, feed } = clinic();
    const times = Array.from(
      { length: 48 },
      (_, half) => `${String(half >> 1).padStart(2, "0")}:${half % 2 ? "30" : "00"}`,
    );
    const ids = [1, 2, 3, 4, 5].flatMap((day) => times.map((time) => typeIn(simulator, day, time)));
    const pages: FeedPage[] = [await feed.changes(undefined, undefined, signal)];
    while (pages.at(-1)?.next !== undefined)
      pages.push(await feed.changes(undefined, pages.at(-1)?.next, signal));
    expect(pages).toHaveLength(3);
    expect(idsOf(pages.flatMap(({ items }) => items))).toEqual(new Set(ids));
    const later = String(noon / 1000 + 999);
    expect(await feed.changes(later, undefined, signal)).toEqual({ items: [], cursor: later });
  });

  it("go on where one row has a time that the clock never shows", async () => {
    const { simulator, feed } = clinic();
    const fixed = { clinicId: 1, userId: 101, duration: 30, appointmentTypeId: 1, appointmentSourceId: 1 };
    simulator.world.book({ ...fixed, date: "2027-03-28", time: "02:30" }, "staff");
    simulator.world.book({ ...fixed, date: "2027-10-31", time: "02:30" }, "staff");
    const { items } = await feed.changes(undefined, undefined, signal);
    expect(items.map(({ body }) => body)).toMatchObject([
      { clinicId: 1, userId: 101 },
      { startsAt: "2027-10-31T00:30:00Z", repeatedTime: true },
    ]);
    expect(items[0]?.body).not.toHaveProperty("startsAt");
  });
});

describe("an appointment as it is kept", () => {
  it("has ids, times and our reference, and nothing that people wrote", async () => {
    const { simulator, feed } = clinic();
    const id = typeIn(simulator, 1);
    simulator.world.change(id, { note: "is afraid of needles [guichet r-1] call first" }, "staff");
    const { items } = await feed.changes(undefined, undefined, signal);
    expect(items).toEqual([
      {
        remoteId: String(id),
        version: String(noon).padStart(15, "0"),
        status: "pending",
        reference: "r-1",
        body: {
          clinicId: 1,
          userId: 101,
          clientId: null,
          startsAt: "2026-11-24T09:00:00Z",
          durationMinutes: 30,
          appointmentTypeId: 1,
        },
      },
    ]);
  });

  it("has a status that nobody explained as unknown, whatever the word", async () => {
    const { simulator, feed } = clinic();
    for (const [day, status] of ["billed", "constructor", "__proto__", "no_show"].entries()) {
      simulator.world.change(typeIn(simulator, day), { status }, "staff");
    }
    const { items } = await feed.changes(undefined, undefined, signal);
    expect(items.map(({ status }) => status)).toEqual(["fulfilled", "unknown", "unknown", "noshow"]);
  });
});
