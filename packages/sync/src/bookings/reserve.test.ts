import { fc, test } from "@fast-check/vitest";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TenantStore } from "../store/store.js";
import { transactTogether } from "../store/transact-together.js";
import { openTestStore, stopTestServers, type TestStore } from "../testing/index.js";
import type { Reserved, Slot } from "./reservation.js";
import { readReservation, reassign, release, reserve } from "./reserve.js";

let store: TestStore;
let clinic: TenantStore;

beforeAll(async () => {
  store = await openTestStore({ connections: 20 });
  clinic = await store.addTenant({ id: "clinic-a", jurisdiction: "FR" });
});

afterAll(async () => {
  await store.close();
  await stopTestServers();
});

const slot = (practitioner: string, from: string, to: string): Slot => ({
  practitioner,
  startsAt: `2026-11-21T${from}:00+01:00`,
  endsAt: `2026-11-21T${to}:00+01:00`,
});

const take = (reference: string, wanted: Slot): Promise<Reserved> =>
  clinic.transaction((transaction) => reserve(transaction, { ...wanted, reference }));

describe("reserving a slot", () => {
  it("refuses what overlaps and allows what touches", async () => {
    expect(await take("a1", slot("anna", "10:00", "11:00"))).toMatchObject({ outcome: "reserved" });
    expect(await take("a2", slot("anna", "10:59", "11:30"))).toEqual({ outcome: "conflict" });
    expect(await take("a3", slot("anna", "09:00", "12:00"))).toEqual({ outcome: "conflict" });
    expect(await take("a4", slot("anna", "11:00", "11:30"))).toMatchObject({ outcome: "reserved" });
    expect(await take("a5", slot("anna", "09:30", "10:00"))).toMatchObject({ outcome: "reserved" });
    expect(await take("b1", slot("boris", "10:00", "11:00"))).toMatchObject({ outcome: "reserved" });
  });

  it("gives the same reservation for the same reference and slot, and refuses it another slot", async () => {
    const first = await take("c1", slot("clara", "10:00", "11:00"));
    expect(await take("c1", slot("clara", "10:00", "11:00"))).toEqual(first);
    await expect(take("c1", slot("clara", "14:00", "15:00"))).rejects.toMatchObject({
      code: "reference-taken",
    });
  });

  it("frees a slot that is released, once", async () => {
    await take("d1", slot("dora", "10:00", "11:00"));
    expect(await clinic.transaction((transaction) => release(transaction, "d1"))).toBe(true);
    expect(await clinic.transaction((transaction) => release(transaction, "d1"))).toBe(false);
    expect(await take("d2", slot("dora", "10:30", "11:30"))).toMatchObject({ outcome: "reserved" });
    await expect(take("d1", slot("dora", "10:00", "11:00"))).rejects.toMatchObject({
      code: "reference-taken",
    });
  });

  it("moves a reservation to a free slot, and keeps it where it is when the other is taken", async () => {
    await take("e1", slot("emil", "10:00", "11:00"));
    await take("e2", slot("emil", "12:00", "13:00"));
    const move = (to: Slot): Promise<Reserved> =>
      clinic.transaction((transaction) => reassign(transaction, "e1", to));
    expect(await move(slot("emil", "12:30", "13:30"))).toEqual({ outcome: "conflict" });
    expect(await clinic.transaction((transaction) => readReservation(transaction, "e1"))).toMatchObject({
      startsAt: "2026-11-21T09:00:00Z",
      version: 1,
    });
    expect(await move(slot("emil", "10:30", "11:30"))).toMatchObject({ outcome: "reserved" });
    expect(await take("e3", slot("emil", "10:00", "10:30"))).toMatchObject({ outcome: "reserved" });
    await expect(
      clinic.transaction((transaction) => reassign(transaction, "nobody", slot("emil", "08:00", "08:30"))),
    ).rejects.toMatchObject({ code: "reservation-unknown" });
  });

  it("refuses a slot that is none", async () => {
    for (const [from, to] of [
      ["11:00", "10:00"],
      ["10:00", "10:00"],
      ["10:00", "25:00"],
    ] as const) {
      await expect(take("f1", slot("fritz", from, to))).rejects.toMatchObject({ code: "slot-refused" });
    }
    await expect(
      take("f1", { practitioner: "fritz", startsAt: "2026-11-21T10:00", endsAt: "2026-11-21T11:00" }),
    ).rejects.toMatchObject({ code: "slot-refused" });
  });
});

const wishes = fc.array(
  fc.record({
    name: fc.constantFrom("a", "b", "c", "d", "e"),
    practitioner: fc.constantFrom("anna", "boris"),
    from: fc.integer({ min: 10, max: 14 }),
    hours: fc.integer({ min: 1, max: 2 }),
  }),
  { minLength: 1, maxLength: 10 },
);
let runs = 0;

test.prop([wishes], { numRuns: 40 })(
  "reservations asked for side by side come to what they could have come to one after another",
  async (asked) => {
    runs += 1;
    const together = transactTogether(clinic, "side-by-side");
    const told = await Promise.allSettled(
      asked.map(({ name, practitioner, from, hours }) => {
        const wanted = slot(`${practitioner} ${runs}`, `${from}:00`, `${from + hours}:00`);
        return together.transaction((transaction) =>
          reserve(transaction, { ...wanted, reference: `${name} ${runs}` }),
        );
      }),
    );
    const came = asked.map((wish, at) => {
      const one = told[at];
      if (one?.status === "fulfilled") return { ...wish, is: one.value.outcome };
      expect(one?.reason).toMatchObject({ code: "reference-taken" });
      return { ...wish, is: "refused" as const };
    });
    const held = came.filter(({ is }) => is === "reserved");
    type Wish = (typeof came)[number];
    const isSame = (one: Wish, other: Wish) =>
      one.practitioner === other.practitioner && one.from === other.from && one.hours === other.hours;
    const meet = (one: Wish, other: Wish) =>
      one.practitioner === other.practitioner &&
      one.from < other.from + other.hours &&
      other.from < one.from + one.hours;
    for (const one of came) {
      const others = held.filter((other) => other.name !== one.name && meet(other, one));
      const own = held.filter((other) => other.name === one.name);
      if (one.is === "reserved") expect(others).toEqual([]);
      if (one.is === "conflict") expect(others.length).toBeGreaterThan(0);
      if (one.is === "refused") expect(own.some((other) => !isSame(one, other))).toBe(true);
      if (one.is === "reserved") expect(own.every((other) => isSame(one, other))).toBe(true);
    }
  },
);
