import { createServer, type Server } from "node:net";
import { once } from "node:events";
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from "@opentelemetry/sdk-metrics";
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from "@opentelemetry/sdk-trace-base";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { breakCircuit, guardedFetch, readJson } from "../src/http/index.js";
import {
  carrierFor,
  deadLetters,
  deliverIntent,
  recordIntent,
  reserve,
  sql,
  surroundingsOfProcess,
  takeEvent,
} from "../src/index.js";
import type { Outlet, Sent, TenantStore } from "../src/index.js";
import {
  logObservations,
  measureObservations,
  observeBy,
  traceWork,
  type Observation,
} from "../src/observe/index.js";
import {
  canaries,
  expectNoCanary,
  openTestStore,
  seededRandom,
  stopTestServers,
  type TestStore,
} from "../src/testing/index.js";
import { signWebhook, verifyWebhook } from "../src/webhooks/index.js";

const birds = canaries();
const { familyName, givenName, phone, birthDate, note, token, secret } = birds;
const everything = JSON.stringify(birds);

/** What this process printed while a test ran. */
let printed: string[] = [];

beforeEach(() => {
  printed = [];
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, "write").mockImplementation((chunk) => printed.push(String(chunk)) > 0);
});

afterEach(() => {
  vi.restoreAllMocks();
  expectNoCanary(birds, printed);
});

const thrownBy = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => "nothing",
    (error: unknown) => error,
  );

describe("no personal data and no secret is in", () => {
  it("a line of the log, a metric or a span, whatever it is made of", async () => {
    const lines: string[] = [];
    const metrics = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
    const reader = new PeriodicExportingMetricReader({ exporter: metrics, exportIntervalMillis: 3_600_000 });
    const meters = new MeterProvider({ readers: [reader] });
    onTestFinished(() => meters.shutdown());
    const spans = new InMemorySpanExporter();
    const tracer = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(spans)] }).getTracer(
      "test",
    );
    const observe = observeBy(
      logObservations({ write: (line) => void lines.push(line) }, { level: "debug" }),
      measureObservations(meters.getMeter("test")),
    );
    for (const value of Object.values(birds)) {
      const fields = {
        tenant: value,
        kind: value,
        intent: value,
        outcome: value,
        code: value,
        millis: value,
        [value]: value,
      };
      observe({ event: "intent-delayed", ...fields } as unknown as Observation);
      observe({ event: value, ...fields });
      const failing = () => Promise.reject(new Error(value, { cause: value }));
      await thrownBy(traceWork(tracer, "deliver-intent", { ...fields, millis: 1 }, failing));
    }
    await meters.forceFlush();
    expect(lines).toHaveLength(Object.keys(birds).length);
    expect(spans.getFinishedSpans()).toHaveLength(Object.keys(birds).length);
    const recorded = spans
      .getFinishedSpans()
      .map(({ name, attributes, status, events }) => [name, attributes, status, events]);
    expectNoCanary(birds, lines, recorded, metrics.getMetrics());
  });

  it.each([
    [
      "echoes all in an answer that is too large",
      `HTTP/1.1 200 ${familyName}\r\nx-note: ${note}\r\n\r\n${everything.repeat(20)}`,
    ],
    [
      "echoes all in a redirect",
      `HTTP/1.1 302 ${familyName}\r\nlocation: https://evil.example/${encodeURIComponent(note)}\r\n\r\n`,
    ],
    ["echoes all outside HTTP", `${everything}\r\n`],
    ["echoes all and breaks off", `HTTP/1.1 200 OK\r\ncontent-length: 5000\r\n\r\n${everything}`],
    ["echoes all in HTML", `HTTP/1.1 200 OK\r\ncontent-type: text/html\r\n\r\n<p>${everything}`],
    [
      "echoes all in torn JSON",
      `HTTP/1.1 422 OK\r\ncontent-type: application/json\r\n\r\n${everything.slice(0, -1)}`,
    ],
    ["closes the door", ""],
  ])("the failure of a request to a platform that %s", async (_, answer) => {
    const server = createServer((socket) => {
      socket.on("error", () => undefined).once("data", () => socket.end(answer));
    });
    const baseUrl = await addressOf(server);
    const fetch = breakCircuit(
      guardedFetch({
        platform: "medots",
        baseUrl,
        allowLoopback: true,
        limits: { maxBytes: 1000 },
        authorize: () => ({ authorization: `Bearer ${token}` }),
      }),
      { platform: "medots", clock: surroundingsOfProcess().clock },
    );
    const url = `${baseUrl}/patients/${encodeURIComponent(familyName)}?phone=${encodeURIComponent(phone)}`;
    const ask = async () =>
      readJson(await fetch(new Request(url, { method: "POST", body: everything })), { platform: "medots" });
    const failures = [];
    for (let count = 0; count < 6; count += 1) failures.push(await thrownBy(ask()));
    expect(failures.every((failure) => failure instanceof Error)).toBe(true);
    expectNoCanary(birds, failures);
  });

  it("what is said of a webhook that is refused, and of a secret that is none", async () => {
    const rawBody = new TextEncoder().encode(everything);
    const signed = signWebhook({ secrets: [secret], id: "event-1", rawBody, nowMillis: 0 });
    const verified = (secrets: readonly string[], changed: Readonly<Record<string, string>>) =>
      verifyWebhook({ secrets, headers: new Headers({ ...signed, ...changed }), rawBody, nowMillis: 0 });
    expectNoCanary(
      birds,
      verified([secret], { "webhook-timestamp": "1", "webhook-signature": token }),
      verified([secret], { "webhook-id": encodeURIComponent(note).repeat(20) }),
      await thrownBy(Promise.resolve().then(() => verified([secret.slice(0, -12)], {}))),
      await thrownBy(Promise.resolve().then(() => verified([note], {}))),
    );
  });
});

describe("in the store, no personal data and no secret is in", () => {
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

  /** Every row of every table, as text. */
  async function allRows(): Promise<readonly string[]> {
    return store.asOwner(async ({ query }) => {
      const tables = await query<{ name: string }>(sql`
        select format('%I.%I', schemaname, tablename) as name from pg_tables
        where schemaname not in ('pg_catalog', 'information_schema')`);
      const texts: string[] = [];
      for (const { name } of tables) {
        const [rows] = await query<{ text: string }>(
          sql`select query_to_xml('select * from ' || ${name}, true, false, '')::text as text`,
        );
        texts.push(rows?.text ?? "");
      }
      return texts;
    });
  }

  const ways: readonly (readonly [string, () => Promise<Sent>])[] = [
    ["was done", () => Promise.resolve({ outcome: "done", remoteId: "7", version: "1" })],
    ["was refused", () => Promise.resolve({ outcome: "refused", code: "validation" })],
    ["is to be tried later", () => Promise.resolve({ outcome: "later", code: "busy" })],
    ["has an unknown outcome", () => Promise.resolve({ outcome: "unknown", code: "connection-lost" })],
    ["threw all it knew", () => Promise.reject(new Error(everything, { cause: new Error(token) }))],
  ];

  it.each(ways)("the rows, the dead letters and what is told of an intent that %s", async (name, send) => {
    const outlet: Outlet = {
      kind: "booking",
      capabilities: {
        idempotencyKeys: false,
        searchByReference: false,
        versions: false,
        requestLifeSeconds: undefined,
      },
      send,
      find: () => Promise.resolve({ outcome: "absent" }),
    };
    const { id } = await clinic.transaction((transaction) =>
      recordIntent(transaction, { kind: "booking", reference: `r-${name}`, payload: birds, decision: null }),
    );
    const delivered = await deliverIntent(clinic, id, {
      carriers: [carrierFor(outlet)],
      clock: surroundingsOfProcess().clock,
      random: seededRandom(1),
    });
    const letters = await store.overview((transaction) => deadLetters(transaction, 100));
    expectNoCanary(birds, delivered, letters, await allRows());
  });

  it("the errors of PostgreSQL and of what refuses a value", async () => {
    const inClinic = (work: Parameters<TenantStore["transaction"]>[0]) => thrownBy(clinic.transaction(work));
    const slot = { practitioner: note, startsAt: birthDate, endsAt: note };
    const row = sql`insert into guichet.inbox (tenant, source, event) values ('clinic-a', ${familyName}, ${note})`;
    const intent = { kind: "booking", reference: "r-1", decision: null };
    const errors = [
      await inClinic((transaction) => reserve(transaction, { ...slot, reference: familyName })),
      await inClinic((transaction) => takeEvent(transaction, { source: `${note}\0`, id: phone })),
      await inClinic(async (transaction) => {
        await recordIntent(transaction, { ...intent, payload: birds });
        await recordIntent(transaction, { ...intent, payload: { ...birds, more: givenName } });
      }),
      await inClinic(async ({ query }) => {
        await query(row);
        await query(row);
      }),
      await inClinic(({ query }) => query(sql`select ${note}::integer`)),
      await inClinic(({ query }) => query(sql`select ${birthDate}::uuid`)),
      await inClinic(({ query }) =>
        query(sql`insert into guichet.tenants (id, jurisdiction) values (${familyName}, ${note})`),
      ),
      await inClinic(() => Promise.reject(new Error("the caller's own"))),
      await thrownBy(store.addTenant({ id: familyName, jurisdiction: "FR" })),
      await thrownBy(store.addTenant({ id: "clinic-b", jurisdiction: "DE" })),
      await thrownBy(store.forTenant(familyName)),
    ];
    expect(errors.every((error) => error instanceof Error)).toBe(true);
    expectNoCanary(birds, errors);
  });
});

async function addressOf(server: Server): Promise<string> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return `http://127.0.0.1:${String(address.port)}`;
}
