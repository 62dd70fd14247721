import { GuichetError } from "@guichet/rules";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { mirrorRecords } from "../feeds/mirror-records.js";
import { sql } from "../store/sql.js";
import type { TenantStore } from "../store/store.js";
import { surroundingsOfProcess } from "../surroundings-of-process.js";
import { openTestStore, seededRandom, stopTestServers, type TestStore } from "../testing/index.js";
import { carrierFor, type Carrier } from "./carrier.js";
import { deadLetters } from "./dead-letters.js";
import { deliverIntent, type Delivered } from "./deliver-intent.js";
import { benchPlatform } from "./intents.fixture.js";
import { readIntent } from "./read-intent.js";
import { recordIntent } from "./record-intent.js";
import { resolveDeadLetter, type Resolution } from "./resolve-dead-letter.js";

let store: TestStore;
let clinic: TenantStore;

beforeAll(async () => {
  store = await openTestStore();
  clinic = await store.addTenant({ id: "clinic-a", jurisdiction: "FR" });
});

afterAll(async () => {
  await store.close();
  await stopTestServers();
});

let number = 0;
let reference = "";
let feed = "";
let platform = benchPlatform();
/** What an intent that ended brought about: the text of its payload, and how it ended. */
let brought: string[] = [];
let carrier: Carrier;

beforeEach(() => {
  number += 1;
  [reference, feed] = [`note ${number}`, `notes ${number}`];
  platform = benchPlatform();
  brought = [];
  const outlet = { ...platform.outlet, feedOf: () => feed };
  carrier = carrierFor(outlet, (transaction, { payload }, ended) => {
    brought.push(`${payload.text}: ${JSON.stringify(ended)}`);
    // What is written here is there exactly if the intent ended so.
    return mirrorRecords(transaction, `ended ${number}`, [
      { remoteId: "ended", version: "1", status: ended.outcome, body: {} },
    ]).then(() => undefined);
  });
});

function deliver(id: string): Promise<Delivered> {
  return deliverIntent(clinic, id, {
    carriers: [carrier],
    clock: surroundingsOfProcess().clock,
    random: seededRandom(1),
  });
}

/** An intent whose request was lost, on a platform that cannot say what became of it. */
async function setAside(): Promise<string> {
  const payload = { text: "hello" };
  const { id } = await clinic.transaction((transaction) =>
    recordIntent(transaction, { kind: "note", reference, payload, decision: null }),
  );
  platform.next("lost-before");
  expect(await deliver(id)).toEqual({ outcome: "set-aside", code: "timeout" });
  brought = [];
  return id;
}

const resolve = (id: string, resolution: Resolution, carriers = [carrier]): Promise<void> =>
  clinic.transaction((transaction) => resolveDeadLetter(transaction, id, resolution, carriers));

const status = () => clinic.transaction((transaction) => readIntent(transaction, "note", reference));

const isKept = async (id: string): Promise<boolean> => {
  const rows = await store.asOwner(({ query }) =>
    query(sql`select from guichet.intents where id = ${id} and payload is not null`),
  );
  return rows.length > 0;
};

const isListed = async (id: string): Promise<boolean> =>
  (await store.overview((transaction) => deadLetters(transaction, 1_000))).some((one) => one.id === id);

/** How many wait for a row of somebody else. */
const waiting = async (): Promise<number> => {
  const asked = sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  return (await store.asOwner(({ query }) => query(asked))).length;
};

describe("an intent that was set aside", () => {
  it("goes on from where a person says it stands", async () => {
    const id = await setAside();
    await resolve(id, { resolution: "try-again" });
    expect(await deliver(id)).toEqual({ outcome: "set-aside", code: "outcome-unknown" });
    await resolve(id, { resolution: "send" });
    expect(await deliver(id)).toMatchObject({ outcome: "done" });
    await expect(resolve(id, { resolution: "send" })).rejects.toMatchObject({ code: "intent-not-set-aside" });
  });

  it.each(["", "none", "00000000-0000-4000-8000-000000000000"])(
    "is found by its id: %j is of none",
    async (id) => {
      await setAside();
      await expect(resolve(id, { resolution: "send" })).rejects.toMatchObject({
        code: "intent-not-set-aside",
      });
    },
  );

  it.each([
    [
      "done, by the number a person gives",
      { resolution: "done", remoteId: "note-7" },
      { state: "done", code: null, remoteId: "note-7" },
      { outcome: "done", remoteId: "note-7" },
    ],
    [
      "refused, by the code of who gives it up",
      { resolution: "give-up", code: "given-up" },
      { state: "refused", code: "given-up", remoteId: null },
      { outcome: "refused", code: "given-up" },
    ],
  ] as const)(
    "is %s, with all that follows, and its payload is erased",
    async (_, resolution, stands, ended) => {
      const id = await setAside();
      expect(await isKept(id)).toBe(true);
      await resolve(id, resolution);
      expect(brought).toEqual([`hello: ${JSON.stringify(ended)}`]);
      expect(await status()).toMatchObject(stands);
      expect(await isKept(id)).toBe(false);
      expect(await isListed(id)).toBe(false);
      expect(await deliver(id)).toEqual({ outcome: "not-due" });
      expect(platform.sends()).toBe(1);
    },
  );

  it("ends together with what follows, or not at all", async () => {
    const id = await setAside();
    const failing = { ...carrier, ended: () => Promise.reject(new Error("no")) };
    for (const resolution of [
      { resolution: "done", remoteId: "note-7" },
      { resolution: "give-up", code: "given-up" },
    ] as const) {
      await expect(resolve(id, resolution, [failing])).rejects.toThrow("no");
      expect(await status()).toMatchObject({ state: "set-aside", code: "timeout", remoteId: null });
      expect(await isKept(id)).toBe(true);
    }
  });

  it("ends once, however many say so at once", async () => {
    const id = await setAside();
    const slow: Carrier = {
      ...carrier,
      ended: async (...came) => {
        await carrier.ended(...came);
        if (brought.length === 1) await expect.poll(waiting).toBe(2);
      },
    };
    const said = Array.from({ length: 3 }, () =>
      resolve(id, { resolution: "give-up", code: "given-up" }, [slow]).then(
        () => "ended",
        (error: unknown) => (GuichetError.isInstance(error) ? error.code : "unexpected"),
      ),
    );
    expect((await Promise.all(said)).sort()).toEqual([
      "ended",
      "intent-not-set-aside",
      "intent-not-set-aside",
    ]);
    expect(brought).toHaveLength(1);
  });

  it("is not ended by who does not carry its kind: nobody would know what follows", async () => {
    const id = await setAside();
    const other = { ...carrier, kind: "other" };
    await expect(resolve(id, { resolution: "give-up", code: "given-up" }, [other])).rejects.toMatchObject({
      code: "intent-not-carried",
    });
    expect(await isListed(id)).toBe(true);
  });

  it("is not ended as long as its payload does not open", async () => {
    const id = await setAside();
    const turned = sql`update guichet.intents set payload_key = 'lost' where id = ${id}`;
    await store.asOwner(({ query }) => query(turned));
    await expect(resolve(id, { resolution: "give-up", code: "given-up" })).rejects.toMatchObject({
      code: "payload-unreadable",
    });
    expect(await isListed(id)).toBe(true);
  });

  it("is not done by a number that cannot be one", async () => {
    const id = await setAside();
    await expect(resolve(id, { resolution: "done", remoteId: "" })).rejects.toMatchObject({
      code: "id-refused",
    });
  });

  describe("whose feed has a record", () => {
    const tell = (remoteId: string, bears: string) =>
      clinic.transaction((transaction) =>
        mirrorRecords(transaction, feed, [
          { remoteId, version: "1", status: "written", body: {}, reference: bears },
        ]),
      );

    it("that another intent made, is not done by its number", async () => {
      const id = await setAside();
      await tell("note-7", "another");
      await expect(resolve(id, { resolution: "done", remoteId: "note-7" })).rejects.toMatchObject({
        code: "remote-id-of-another",
      });
      await resolve(id, { resolution: "done", remoteId: "note-8" });
    });

    it("that it made itself, is done and cannot be given up", async () => {
      const id = await setAside();
      await tell("note-7", reference);
      await expect(resolve(id, { resolution: "give-up", code: "given-up" })).rejects.toMatchObject({
        code: "intent-was-done",
      });
      await resolve(id, { resolution: "done", remoteId: "note-7" });
    });
  });
});
