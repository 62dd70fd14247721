import { guardedFetch } from "@guichet/sync/http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import openapi from "../openapi.json" with { type: "json" };
import {
  appointmentsFeed,
  bookAppointment,
  cancelAppointment,
  changeAppointment,
  findClients,
  MedotsClient,
  readDictionary,
  readEntryTypes,
  readFreeTimes,
  readOrder,
  readUsers,
  registerClient,
  type MedotsOptions,
} from "../src/index.js";
import { readAnswer } from "../src/client/read-answer.js";
import { wireSchedule } from "../src/wire/schedule.js";
import { startPrism, type Prism } from "./prism.fixture.js";

const { signal } = new AbortController();
const clock = { now: () => Date.UTC(2026, 10, 21, 9) };

let prism: Prism | undefined;
beforeAll(async () => {
  prism = await startPrism();
});
afterAll(() => prism?.stop());

/** Our client on the mock server, and what that answered to each request. */
function clientOfPrism(options: Partial<MedotsOptions> = {}) {
  const baseUrl = prism?.url ?? "";
  const answers: { readonly request: string; readonly status: number }[] = [];
  const fetch = guardedFetch({ platform: "prism", baseUrl, allowLoopback: true });
  const client = new MedotsClient(
    {
      ...{ baseUrl, identity: "guichet", secretKey: "not a secret" },
      clinics: [{ clinicId: 1, zone: "Europe/Moscow" }],
      cancelBy: { status: "cancelled" },
      ...options,
    },
    {
      clock,
      fetch: async (request) => {
        const response = await fetch(request.clone());
        const path = new URL(request.url).pathname.replace(/\d+/, "{id}");
        answers.push({ request: `${request.method.toLowerCase()} ${path}`, status: response.status });
        return response;
      },
    },
  );
  return { client, answers };
}

describe("a mock server that somebody else wrote", () => {
  it("takes every request that the adapter makes, and the adapter makes every one of the page", async () => {
    const { client, answers } = clientOfPrism();
    const intent = { id: "i", tenant: "t", reference: "r-1" } as const;
    const startsAt = "2026-11-23T07:00:00Z";
    const ids = { clinicId: 1, userId: 101, clientId: 1001, appointmentTypeId: 1, appointmentSourceId: 2 };
    const booking = { ...ids, startsAt, durationMinutes: 30, entryTypeIds: [1] } as const;
    const person = { surname: "Primer", name: "Olga", phone: "+7 900 000-00-01", birthdate: "1990-02-28" };
    const move = { clinicId: 1, remoteId: "7", startsAt, durationMinutes: 20, userId: 102 } as const;
    const feed = appointmentsFeed(client, { clinicId: 1, followedFrom: "2026-11-01" });
    const work = [
      bookAppointment(client).send({ ...intent, kind: "medots.book-appointment", payload: booking }, signal),
      changeAppointment(client).send({ ...intent, kind: "medots.change-appointment", payload: move }, signal),
      cancelAppointment(client).send(
        { ...intent, kind: "medots.cancel-appointment", payload: { remoteId: "7" } },
        signal,
      ),
      registerClient(client).send({ ...intent, kind: "medots.register-client", payload: person }, signal),
      bookAppointment(client).find({ ...intent, kind: "medots.book-appointment", payload: booking }, signal),
      feed.changes("1795000000", undefined, signal),
      feed.everything(undefined, signal),
      findClients(client, { phone: person.phone, surname: person.surname }, signal),
      readDictionary(client, "types", signal),
      readDictionary(client, "sources", signal),
      readEntryTypes(client, signal),
      readUsers(client, 1, signal),
      readFreeTimes(
        client,
        { clinicId: 1, userIds: [101], from: "2026-11-23", to: "2026-11-24", stepMinutes: 30 },
        signal,
      ),
      readAnswer(
        client,
        { method: "POST", path: ["schedule"], body: scheduleFor("2026-11-23") },
        wireSchedule,
        signal,
      ),
      readOrder(client, 9, signal),
    ];
    // What it answers is the example of the page, which need not be what was asked for.
    await Promise.all(work);
    expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
    const all = Object.entries(openapi.paths).flatMap(([path, operations]) =>
      Object.keys(operations).flatMap((method) => (method === "parameters" ? [] : [`${method} ${path}`])),
    );
    expect([...new Set(answers.map(({ request }) => request))].sort()).toEqual(all.sort());
  });

  it.each([
    ["an appointment without a time", ["appointments"], {}, { clinicId: 1, userId: 101, date: "2026-11-23" }],
    ["a day that does not exist", ["schedule"], {}, scheduleFor("2026-02-30")],
    ["a telephone that is too short", ["clients"], {}, { surname: "P", name: "O", phone: "1" }],
  ] as const)("refuses %s", async (_, path, query, body) => {
    const { client } = clientOfPrism();
    const reply = await client.ask({ method: "POST", path, query, body }, signal);
    expect(reply).toMatchObject({ kind: "answered", status: 422 });
  });

  it("refuses lists without paging, longer pages, and who brings no bearer", async () => {
    const { client } = clientOfPrism();
    const ask = (query: Readonly<Record<string, number>>, from = client) =>
      from.ask({ method: "GET", path: ["clinics"], query }, signal);
    expect(await ask({ limit: 100, offset: 0 })).toMatchObject({ status: 200 });
    expect(await ask({ limit: 101, offset: 0 })).toMatchObject({ status: 422 });
    expect(await ask({ limit: 100 })).toMatchObject({ status: 422 });
    const bare = clientOfPrism({ authorization: "bare" }).client;
    expect(await ask({ limit: 100, offset: 0 }, bare)).toMatchObject({ status: 401 });
  });

  it("has no base path of its own: what stands before the routes is the address of the clinic", async () => {
    const { client } = clientOfPrism({ baseUrl: `${prism?.url ?? ""}/api/v2` });
    const reply = await client.ask(
      { method: "GET", path: ["clinics"], query: { limit: 1, offset: 0 } },
      signal,
    );
    expect(reply).toMatchObject({ status: 404 });
  });
});

function scheduleFor(startDate: string) {
  return { startDate, endDate: "2026-11-24", clinicId: 1, userIds: [101] };
}
