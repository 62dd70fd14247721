import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestStore, stopTestServers, type TestStore } from "../testing/index.js";
import { sql } from "./sql.js";

let store: TestStore;

beforeAll(async () => {
  store = await openTestStore();
});

afterAll(async () => {
  await store.close();
  await stopTestServers();
});

describe("a store", () => {
  it("keeps a tenant, and gives it back", async () => {
    await store.addTenant({ id: "clinic-a", jurisdiction: "FR" });
    await store.addTenant({ id: "clinic-a", jurisdiction: "FR" });
    expect(await store.tenants()).toEqual([{ id: "clinic-a", jurisdiction: "FR" }]);
    const clinic = await store.forTenant("clinic-a");
    expect(await clinic.transaction(({ query }) => query(sql`select current_user as "user"`))).toEqual([
      { user: "guichet_tenant" },
    ]);
  });

  it("refuses a tenant of another jurisdiction, and one it does not know", async () => {
    await expect(store.addTenant({ id: "clinic-b", jurisdiction: "RU" })).rejects.toMatchObject({
      code: "jurisdiction-differs",
    });
    await expect(store.forTenant("clinic-c")).rejects.toMatchObject({ code: "tenant-unknown" });
    await expect(store.addTenant({ id: "Clinic 'A'", jurisdiction: "FR" })).rejects.toMatchObject({
      code: "tenant-refused",
    });
  });

  it("says when a server does not let it in, or has no such database", async () => {
    const [wrongPassword, noDatabase] = [new URL(store.databaseUrl), new URL(store.databaseUrl)];
    wrongPassword.password = "0".repeat(48);
    noDatabase.pathname = "/nowhere";
    for (const [url, what] of [
      [wrongPassword, "store: the database does not let this user in (SQLSTATE 28P01)"],
      [noDatabase, "store: the server has no such database (SQLSTATE 3D000)"],
    ] as const) {
      await expect(openTestStore({ databaseUrl: url.href, jurisdiction: "FR" })).rejects.toMatchObject({
        code: "store-refused",
        message: expect.stringContaining(what) as string,
      });
    }
  });

  it("opens again under its own law, and not under another", async () => {
    const { databaseUrl } = store;
    await (await openTestStore({ databaseUrl, jurisdiction: "FR" })).close();
    await expect(openTestStore({ databaseUrl, jurisdiction: "RU" })).rejects.toMatchObject({
      code: "jurisdiction-differs",
    });
    await expect(openTestStore({ databaseUrl, jurisdiction: "France" })).rejects.toMatchObject({
      code: "jurisdiction-refused",
    });
  });
});
