import { GuichetError } from "@guichet/rules";
import { SimulatedClock } from "@guichet/sync/simulator";
import { describe, expect, it } from "vitest";
import { MedotsClient } from "../client/medots-client.js";
import { priceOrder } from "../front-desk/price-order.js";
import { defaultKey } from "../simulator/index.js";
import { readOrder } from "./read-order.js";

const { signal } = new AbortController();
const clock = new SimulatedClock(Date.UTC(2026, 10, 23, 12));
const zone = "Europe/Moscow";
const line = { entryTypeId: 1, amount: 1, price: 1000 };

/** A client of a platform that answers so, whatever it is asked for. */
const clientOf = (order: object, entries: readonly object[]) =>
  new MedotsClient(
    { baseUrl: "https://clinic.invalid/api/v2", ...defaultKey, clinics: [{ clinicId: 1, zone }] },
    {
      clock,
      fetch: ({ url }) =>
        Promise.resolve(
          Response.json(url.includes("/orders/") ? order : { data: entries, totalItems: entries.length }),
        ),
    },
  );

describe("an order and its lines", () => {
  it("are read", async () => {
    const client = clientOf({ id: 1 }, [{ id: 11, orderId: 1, ...line }]);
    expect(await readOrder(client, 1, signal)).toMatchObject({ order: { id: 1 }, entries: [{ id: 11 }] });
  });

  it.each([
    ["a line of another order", { id: 1 }, [1, 2]],
    ["another order", { id: 2 }, [1]],
  ] as const)("are not read where %s is among them", async (_, order, orderIds) => {
    const entries = orderIds.map((orderId) => ({ id: 10 + orderId, orderId, ...line }));
    await expect(readOrder(clientOf(order, entries), 1, signal)).rejects.toMatchObject({
      code: "filter-ignored",
    });
  });

  it.each([
    [undefined, "priced"],
    [1, "priced"],
    [2, "clinic-other"],
  ] as const)("of clinic %s are %s by the desk of clinic 1", async (clinicId, how) => {
    const client = clientOf({ id: 1, clinicId }, [{ id: 11, orderId: 1, ...line }]);
    const clinic = { clinicId: 1, zone, address: "an address", services: [], appointmentSourceId: 1 };
    const priced = priceOrder({ client, clinic }, 1, { selfPaying: true }, signal).then(
      () => "priced",
      (error: unknown) => (GuichetError.isInstance(error) ? error.code : error),
    );
    expect(await priced).toBe(how);
  });
});
