import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TenantStore } from "../store/store.js";
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
