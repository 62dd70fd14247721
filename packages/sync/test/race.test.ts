import { reserve, type TenantStore } from "@guichet/sync";
import { openTestStore, stopTestServers, type TestStore } from "@guichet/sync/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const rounds = Number(process.env["GUICHET_RACE_ROUNDS"] ?? 50);
const racers = 200;

let stores: readonly TestStore[];
let clinics: readonly TenantStore[];

beforeAll(async () => {
  const first = await openTestStore({ connections: 50 });
  const second = await openTestStore({ connections: 50, databaseUrl: first.databaseUrl });
  stores = [second, first];
  clinics = await Promise.all(stores.map((store) => store.addTenant({ id: "clinic-a", jurisdiction: "FR" })));
});

afterAll(async () => {
  for (const store of stores) await store.close();
  await stopTestServers();
});

describe(`${racers} who want one slot at once, over 100 connections`, () => {
  it(`are one winner and ${racers - 1} conflicts, ${rounds} times`, async () => {
    for (let round = 0; round < rounds; round += 1) {
      const startsAt = new Date(Date.UTC(2026, 0, 1 + round, 9)).toISOString();
      const endsAt = new Date(Date.UTC(2026, 0, 1 + round, 10)).toISOString();
      const outcomes = await Promise.all(
        Array.from({ length: racers }, async (_, racer) => {
          // Some want the whole hour, some a part that overlaps with everybody's.
          const wanted =
            racer % 2 === 0
              ? { startsAt, endsAt }
              : { startsAt, endsAt: startsAt.replace("T09:00", "T09:30") };
          const clinic = clinics[racer % clinics.length];
          return clinic?.transaction((transaction) =>
            reserve(transaction, { practitioner: "anna", reference: `${round}/${racer}`, ...wanted }),
          );
        }),
      );
      const count = (outcome: string): number => outcomes.filter((one) => one?.outcome === outcome).length;
      expect([count("reserved"), count("conflict")]).toEqual([1, racers - 1]);
    }
  });
});
