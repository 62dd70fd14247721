import { stopTestServers } from "@guichet/sync/testing";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { findPatient } from "./find-patient.js";
import { monday, openBench, signal, type Bench } from "./front-desk.fixture.js";
import { priceOrder } from "./price-order.js";
import { registerPatient, type RegistrationAnswer } from "./register-patient.js";

let bench: Bench;
beforeEach(async () => (bench = await openBench()));
afterEach(() => bench.close());
afterAll(() => stopTestServers());

const phone = "+79990000001";
const particulars = { surname: "Primerova", name: "Zoya", phone };
const original = {
  applicant: { role: "patient" },
  patient: { minor: false },
  documents: { identity: "original" },
} as const;
const reference = "7f3b1f0e-6f0d-4d6a-9a57-2f4a1c6c9d10";

describe("looking for a patient", () => {
  const find = (surname: string, number = phone) =>
    findPatient(bench.desk.client, { surname, phone: number }, signal);

  it("finds the only one of that name and number, however they are written", async () => {
    const id = bench.registered("Zoya");
    expect(await find(" PRIMEROVA ", "8 (999) 000-00-01")).toMatchObject({ found: "one", client: { id } });
  });

  it("gives back several of them, and chooses none", async () => {
    bench.registered("Zoya");
    bench.registered("Vera");
    expect(await find("Primerova")).toMatchObject({
      found: "several",
      clients: [{ name: "Zoya" }, { name: "Vera" }],
    });
  });

  it("does not take one who is only alike for the one: MEDOTS finds by the start of a name", async () => {
    bench.registered("Zoya");
    expect(await find("Primer")).toMatchObject({ found: "several", clients: [{ name: "Zoya" }] });
    expect(await find("Drugaya")).toEqual({ found: "nobody" });
  });
});

describe("registering a patient", () => {
  const register = (papers: object = original): Promise<RegistrationAnswer> =>
    registerPatient(bench.desk, { reference, particulars, papers }, signal);

  it("makes one entry once the papers are accepted, however often it is asked", async () => {
    const first = await register();
    if (first.outcome !== "registering") throw new Error(first.outcome);
    expect(await register()).toEqual(first);
    await bench.deliver(first.intent);
    const [client] = bench.medots.world.clients.values();
    expect(await register()).toEqual({ outcome: "registered", clientId: client?.id });
    expect(bench.medots.world.clients.size).toBe(1);
  });

  it("finds who has an entry already, and asks which of several it is", async () => {
    const clientId = bench.registered("Zoya");
    expect(await register()).toEqual({ outcome: "registered", clientId });
    bench.registered("Vera");
    expect(await register()).toMatchObject({ outcome: "choose-patient" });
  });

  it("asks for papers that are missing or do not count, and for what is not known", async () => {
    expect(await register({ ...original, documents: { identity: "none" } })).toEqual({
      outcome: "ask-for-documents",
      missing: ["identity-document"],
      unacceptable: [],
    });
    expect(await register({ ...original, documents: { identity: "plain-copy" } })).toMatchObject({
      unacceptable: ["identity-document"],
    });
    expect(await register({ ...original, documents: {} })).toMatchObject({
      outcome: "ask",
      needs: [{ fact: "documents.identity" }],
    });
    expect(bench.medots.world.clients.size).toBe(0);
  });

  it("understands the answer that there is such a client: it is looked up instead", async () => {
    const first = await register();
    if (first.outcome !== "registering") throw new Error(first.outcome);
    const clientId = bench.registered("Zoya");
    expect(await bench.deliver(first.intent)).toMatchObject({ outcome: "done", remoteId: String(clientId) });
    expect(await register()).toEqual({ outcome: "registered", clientId });
  });
});

describe("an order on MEDOTS", () => {
  const order = (...entryTypes: readonly number[]): number => {
    const orderId = bench.medots.world.bill(bench.takenByStaff("09:00"), entryTypes);
    if (orderId === undefined) throw new Error("not billed");
    return orderId;
  };
  const facts = {
    service: { on: monday, inProgram: false },
    beneficiary: { kind: "insured" },
    entitlement: { from: "2026-01-01", openEnded: true },
  } as const;

  it("is priced line by line, as a proposal: nothing is written back", async () => {
    const orderId = order(1, 3);
    const priced = await priceOrder(bench.desk, orderId, { selfPaying: true, facts }, signal);
    const [treatment, diagnostics] = priced.proposal;
    const price = (id: number): number =>
      (bench.medots.world.data.entryTypes.find((type) => type.id === id)?.price ?? NaN) * 100;
    expect(treatment).toMatchObject({
      payer: "patient",
      discountPercent: 7,
      netMinor: Math.floor(price(1) * 0.93 + 0.5),
    });
    expect(diagnostics).toMatchObject({ payer: "patient", discountPercent: 0, netMinor: price(3) });
    expect(bench.medots.journal.entries.some((entry) => JSON.stringify(entry).includes('"PATCH"'))).toBe(
      false,
    );
  });

  it("gives a relative the discount, and the insurer what is covered", async () => {
    const orderId = order(1);
    const relative = { kind: "relative", relation: "daughter", relativeOf: "insured" } as const;
    const known = { selfPaying: true, facts: { ...facts, beneficiary: relative } };
    expect((await priceOrder(bench.desk, orderId, known, signal)).proposal).toMatchObject([
      { discountPercent: 7 },
    ]);
    const insured = {
      ...facts,
      service: { on: monday, inProgram: true, inGuaranteeLetter: true },
      care: { setting: "outpatient", indication: "acute" },
      institution: { listedByInsurer: true },
      insurance: { scheme: "prepaid-enrolment" },
      enrolment: { patientListed: true },
    } as const;
    expect((await priceOrder(bench.desk, orderId, { facts: insured }, signal)).proposal).toMatchObject([
      { payer: "insurer", discountPercent: 0 },
    ]);
  });

  it("proposes nothing for a line that is not settled, and says what to ask", async () => {
    const { proposal, invoice } = await priceOrder(bench.desk, order(2), { selfPaying: true, facts }, signal);
    expect(proposal).toEqual([]);
    expect(invoice).toMatchObject({ status: "open", needs: [{ fact: "service.line" }] });
  });
});
