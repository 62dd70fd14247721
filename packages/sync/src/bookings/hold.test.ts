import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sql } from "../store/sql.js";
import type { TenantStore } from "../store/store.js";
import { openTestStore, stopTestServers, type TestStore } from "../testing/index.js";
import { activeReservations } from "./active-reservations.js";
import { hold } from "./hold.js";
import type { Reserved } from "./reservation.js";
import { release } from "./reserve.js";
import { transfer } from "./transfer.js";

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

const at = (hour: number): string => `2026-11-21T${String(hour).padStart(2, "0")}:00:00Z`;
const take = (reference: string, practitioner: string, from: number, to: number): Promise<Reserved> =>
  clinic.transaction((transaction) =>
    hold(transaction, { reference, practitioner, startsAt: at(from), endsAt: at(to) }),
  );
const give = (reference: string): Promise<boolean> =>
  clinic.transaction((transaction) => release(transaction, reference));
const heldOf = (practitioner: string): Promise<readonly string[]> =>
  clinic.transaction(async (transaction) => {
    const held = await activeReservations(transaction, { startsAt: at(0), endsAt: at(23) });
    return held
      .filter((reservation) => reservation.practitioner === practitioner)
      .map(({ reference, startsAt }) => `${reference} ${startsAt}`);
  });

describe("holding a slot for what happens elsewhere", () => {
  it("makes it, moves it, and makes it again after it was released", async () => {
    expect(await take("a", "ada", 9, 10)).toMatchObject({ reservation: { version: 1, startsAt: at(9) } });
    expect(await take("a", "ada", 10, 11)).toMatchObject({ reservation: { version: 2, startsAt: at(10) } });
    expect(await heldOf("ada")).toEqual([`a ${at(10)}`]);
    await give("a");
    expect(await heldOf("ada")).toEqual([]);
    expect(await take("a", "ada", 10, 11)).toMatchObject({ reservation: { version: 4, state: "active" } });
  });

  it("changes nothing where nothing changes", async () => {
    const first = await take("b", "ben", 9, 10);
    expect(await take("b", "ben", 9, 10)).toEqual(first);
  });

  it("keeps what it had where somebody else has the slot, or part of it", async () => {
    await take("c1", "cleo", 9, 10);
    await take("c2", "cleo", 12, 13);
    expect(await take("c1", "cleo", 11, 13)).toEqual({ outcome: "conflict" });
    expect(await take("c3", "cleo", 8, 14)).toEqual({ outcome: "conflict" });
    expect(await heldOf("cleo")).toEqual([`c1 ${at(9)}`, `c2 ${at(12)}`]);
    expect(await take("c1", "cleo", 10, 12)).toMatchObject({ outcome: "reserved" });
  });

  it("stays released where the slot is taken meanwhile", async () => {
    await take("d1", "dora", 9, 10);
    await give("d1");
    await take("d2", "dora", 9, 10);
    expect(await take("d1", "dora", 9, 10)).toEqual({ outcome: "conflict" });
    expect(await heldOf("dora")).toEqual([`d2 ${at(9)}`]);
  });
});

describe("what is held between two instants", () => {
  it("overlaps them: what only touches does not", async () => {
    await take("e", "emil", 9, 10);
    const count = (from: number, to: number): Promise<number> =>
      clinic.transaction(async (transaction) => {
        const held = await activeReservations(transaction, { startsAt: at(from), endsAt: at(to) });
        return held.filter(({ practitioner }) => practitioner === "emil").length;
      });
    expect([await count(8, 9), await count(8, 10), await count(9, 10), await count(10, 11)]).toEqual([
      0, 1, 1, 0,
    ]);
  });
});

describe("giving a reservation to another reference", () => {
  const pass = (from: string, to: string): Promise<boolean> =>
    clinic.transaction((transaction) => transfer(transaction, from, to));

  it("leaves it by the new one alone", async () => {
    await take("f1", "fay", 9, 10);
    expect(await pass("f1", "f2")).toBe(true);
    expect(await heldOf("fay")).toEqual([`f2 ${at(9)}`]);
    expect([await pass("f1", "f3"), await give("f1")]).toEqual([false, false]);
  });

  it("releases it where the other has one of its own", async () => {
    await take("g1", "gil", 9, 10);
    await take("g2", "gil", 11, 12);
    expect(await pass("g1", "g2")).toBe(true);
    expect(await heldOf("gil")).toEqual([`g2 ${at(11)}`]);
  });

  it("releases it where the other gets one of its own at that very moment", async () => {
    await take("i1", "ida", 9, 10);
    let passed: Promise<boolean> | undefined;
    await clinic.transaction(async (transaction) => {
      await hold(transaction, { reference: "i2", practitioner: "ida", startsAt: at(11), endsAt: at(12) });
      passed = pass("i1", "i2");
      const waits = sql`select from pg_stat_activity where wait_event_type = 'Lock' and query like '%as given%'`;
      await expect.poll(() => store.asOwner(({ query }) => query(waits))).toHaveLength(1);
    });
    expect(await passed).toBe(true);
    expect(await heldOf("ida")).toEqual([`i2 ${at(11)}`]);
  });
});
