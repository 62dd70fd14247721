import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestStore, stopTestServers, type TestStore } from "../testing/index.js";
import { dueIntents } from "./due-intents.js";
import { recordIntent } from "./record-intent.js";

let store: TestStore;

beforeAll(async () => {
  store = await openTestStore();
  for (const [tenant, count] of [
    ["clinic-busy", 5],
    ["clinic-calm", 2],
  ] as const) {
    const clinic = await store.addTenant({ id: tenant, jurisdiction: "FR" });
    await clinic.transaction(async (transaction) => {
      for (const kind of ["note", "letter"])
        for (let number = 1; number <= count; number += 1) {
          await recordIntent(transaction, { kind, reference: `${number}`, payload: {}, decision: null });
        }
      const later = { kind: "note", reference: "later", payload: {}, decision: null, afterSeconds: 60 };
      await recordIntent(transaction, later);
    });
  }
});

afterAll(async () => {
  await store.close();
  await stopTestServers();
});

const due = (kinds: readonly string[], limit: number): Promise<readonly string[]> =>
  store.overview(async (transaction) => {
    const wanted = ["clinic-busy", "clinic-calm"].flatMap((tenant) =>
      kinds.map((kind) => ({ tenant, kind })),
    );
    const found = await dueIntents(transaction, wanted, limit);
    return found.map(({ tenant, kind }) => `${tenant} ${kind}`);
  });

describe("what is due", () => {
  it("is so much of each clinic at most, the longest due first: a busy one hides no other", async () => {
    expect(await due(["note", "letter"], 3)).toEqual([
      ...["clinic-busy note", "clinic-busy note", "clinic-busy note"],
      ...["clinic-calm note", "clinic-calm note", "clinic-calm letter"],
    ]);
  });

  it("is of the kinds asked for, and due", async () => {
    expect(await due(["letter"], 10)).toHaveLength(7);
    expect(await due(["other"], 10)).toEqual([]);
    expect((await due(["note"], 10)).length).toBe(7);
  });
});
