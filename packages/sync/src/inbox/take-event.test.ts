import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TenantStore } from "../store/store.js";
import { openTestStore, stopTestServers, type TestStore } from "../testing/index.js";
import { forgetEvents, takeEvent, wasTaken } from "./take-event.js";

let store: TestStore;
let clinic: TenantStore;
let other: TenantStore;

beforeAll(async () => {
  store = await openTestStore({ connections: 20 });
  clinic = await store.addTenant({ id: "clinic-a", jurisdiction: "FR" });
  other = await store.addTenant({ id: "clinic-b", jurisdiction: "FR" });
});

afterAll(async () => {
  await store.close();
  await stopTestServers();
});

const take = (id: string, by = clinic, source = "omnidoc"): Promise<boolean> =>
  by.transaction((transaction) => takeEvent(transaction, { source, id }));

describe("taking an event", () => {
  it("is new once, for each clinic and source", async () => {
    expect(await take("1")).toBe(true);
    expect(await take("1")).toBe(false);
    expect(await take("1", other)).toBe(true);
    expect(await take("1", clinic, "medots")).toBe(true);
  });

  it("is new again when what it brings about failed", async () => {
    const failed = clinic.transaction(async (transaction) => {
      await takeEvent(transaction, { source: "omnidoc", id: "2" });
      throw new Error("no");
    });
    await expect(failed).rejects.toThrow("no");
    expect(await take("2")).toBe(true);
  });

  it("is new for one of many who are told at once", async () => {
    const taken = await Promise.all(Array.from({ length: 20 }, () => take("3")));
    expect(taken.filter(Boolean)).toHaveLength(1);
  });

  it("stores an id exactly or refuses it", async () => {
    for (const id of ["a'b", 'a"b', "a\\b", "а́", "💉", "x".repeat(1_024)]) {
      expect(await take(id)).toBe(true);
      expect(await take(id)).toBe(false);
    }
    for (const id of ["", "a\0b", "\ud800", "x".repeat(1_025), "x".repeat(1_000_000)]) {
      await expect(take(id)).rejects.toMatchObject({ code: "id-refused" });
    }
  });

  it("is known to whoever asks before, for its clinic and source alone", async () => {
    const asked = (by = clinic, source = "omnidoc"): Promise<boolean> =>
      by.transaction((transaction) => wasTaken(transaction, { source, id: "5" }));
    expect(await asked()).toBe(false);
    expect(await take("5")).toBe(true);
    expect([await asked(), await asked(other), await asked(clinic, "medots")]).toEqual([true, false, false]);
  });

  it("is forgotten after so many days", async () => {
    await store.stopClock();
    await take("4");
    await store.stepClock(29 * 86_400);
    await clinic.transaction((transaction) => forgetEvents(transaction, 30));
    expect(await take("4")).toBe(false);
    await store.stepClock(2 * 86_400);
    expect(await clinic.transaction((transaction) => forgetEvents(transaction, 30))).toBeGreaterThan(0);
    expect(await take("4")).toBe(true);
  });
});
