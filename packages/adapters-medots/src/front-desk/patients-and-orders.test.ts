import { stopTestServers } from "@guichet/sync/testing";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import { findPatient, type PatientSearch } from "../lookups/find-patient.js";
import { monday, openBench, signal, type Bench } from "./front-desk.fixture.js";
import { priceOrder } from "./price-order.js";
import type { ClientToRegister } from "../outlets/register-client.js";
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
const delivered = async (intent: string) => {
  const { outcome, remoteId } = { remoteId: undefined, ...(await bench.deliver(intent)) };
  return { outcome, remoteId };
};
const reference = "7f3b1f0e-6f0d-4d6a-9a57-2f4a1c6c9d10";

describe("looking for a patient", () => {
  const find = (search: Partial<PatientSearch>) =>
    findPatient(bench.desk.client, { surname: "Primerova", phone, ...search }, signal);

  it("finds the only one of that name and number, however they are written", async () => {
    const id = bench.registered("Zoya");
    const search = { surname: " PRIMEROVA ", name: "zoya", phone: "8 (999) 000-00-01" };
    expect(await find(search)).toMatchObject({ found: "one", client: { id } });
  });

  it("takes nobody by surname and number alone: relatives share both", async () => {
    bench.registered("Zoya");
    expect(await find({})).toMatchObject({ found: "unclear", clients: [{ name: "Zoya" }] });
    bench.registered("Vera");
    expect(await find({})).toMatchObject({ found: "unclear", clients: [{ name: "Zoya" }, { name: "Vera" }] });
  });

  it("finds one relative among others, and nobody in place of one who has no entry", async () => {
    bench.registered("Zoya");
    const id = bench.registered("Vera");
    expect(await find({ name: "Vera" })).toMatchObject({ found: "one", client: { id } });
    expect(await find({ name: "Anna" })).toEqual({ found: "nobody" });
  });

  it("does not take one who is only alike for the one: MEDOTS finds by the start of a name", async () => {
    bench.registered("Zoya");
    expect(await find({ surname: "Primer", name: "Zoya" })).toMatchObject({
      found: "unclear",
      clients: [{ name: "Zoya" }],
    });
    expect(await find({ surname: "Drugaya", name: "Zoya" })).toEqual({ found: "nobody" });
  });

  it("takes none of two who may be meant, and is told by a birth date, or by who it is not", async () => {
    const ids = ["1950-01-01", "2020-01-01"].map((birthdate) => bench.registered("Zoya", { birthdate }));
    expect(await find({ name: "Zoya" })).toMatchObject({ found: "unclear", clients: [{}, {}] });
    expect(await find({ name: "Zoya", birthdate: "2020-01-01" })).toMatchObject({
      found: "one",
      client: { id: ids[1] },
    });
    expect(await find({ name: "Zoya", birthdate: "1985-01-01" })).toEqual({ found: "nobody" });
    expect(await find({ name: "Zoya", noneOf: [ids[0] ?? 0] })).toMatchObject({ found: "unclear" });
    expect(await find({ name: "Zoya", noneOf: ids })).toEqual({ found: "nobody" });
  });
});

describe("registering a patient", () => {
  const register = (
    papers: object = original,
    more: Partial<ClientToRegister> = {},
  ): Promise<RegistrationAnswer> =>
    registerPatient(bench.desk, { reference, particulars: { ...particulars, ...more }, papers }, signal);
  const registeringOf = (answer: RegistrationAnswer): string => {
    if (answer.outcome !== "registering") throw new Error(`${answer.outcome} instead of registering`);
    return answer.intent;
  };

  it("makes one entry once the papers are accepted, however often it is asked", async () => {
    const first = await register();
    if (first.outcome !== "registering") throw new Error(first.outcome);
    expect(await register()).toEqual(first);
    await bench.deliver(first.intent);
    const [client] = bench.medots.world.clients.values();
    expect(await register()).toEqual({ outcome: "registered", clientId: client?.id });
    expect(bench.medots.world.clients.size).toBe(1);
  });

  it("finds who has an entry already", async () => {
    const clientId = bench.registered("Zoya");
    bench.registered("Vera");
    expect(await register()).toEqual({ outcome: "registered", clientId });
  });

  it.each<[string, Partial<ClientToRegister>, Partial<ClientToRegister>]>([
    ["another first name", {}, { name: "Vera" }],
    ["another birth date", { birthdate: "1980-02-28" }, { birthdate: "2020-02-28" }],
    ["another patronymic", { secondName: "Petrovna" }, { secondName: "Ivanovna", birthdate: "2020-02-28" }],
  ])(
    "gives a relative of the same surname and telephone an entry of their own: %s",
    async (_, theirs, own) => {
      const relative = bench.registered("Zoya", theirs);
      const { outcome, remoteId } = await delivered(registeringOf(await register(original, own)));
      expect(outcome).toBe("done");
      expect(remoteId).not.toBe(String(relative));
      expect(bench.medots.world.clients.size).toBe(2);
    },
  );

  it("asks where too little is known to tell, and makes an entry once somebody said that it is none of these", async () => {
    const father = bench.registered("Zoya", { birthdate: "1950-01-01" });
    const grandfather = bench.registered("Zoya", { birthdate: "1920-01-01" });
    const asked = await register();
    if (asked.outcome !== "choose-patient") throw new Error(asked.outcome);
    const noneOf = asked.clients.map(({ id }) => id);
    expect(noneOf).toEqual([father, grandfather]);
    const intent = registeringOf(await register(original, { noneOf }));
    expect(await register(original, { noneOf })).toEqual({ outcome: "registering", intent });
    const { outcome, remoteId } = await delivered(intent);
    expect({ outcome, isNew: !noneOf.includes(Number(remoteId)) }).toEqual({ outcome: "done", isNew: true });
    expect(await register()).toEqual({ outcome: "registered", clientId: Number(remoteId) });
    expect(bench.medots.world.clients.get(Number(remoteId))).not.toHaveProperty("noneOf");
  });

  it.each([true, false])(
    "takes none of these for the patient where the answer of MEDOTS is lost, its effect being there: %s",
    async (effect) => {
      const noneOf = [bench.registered("Zoya", { birthdate: "1950-01-01" })];
      const intent = registeringOf(await register(original, { noneOf }));
      bench.medots.faults.plan({ kind: "status", status: 500, effect }, { method: "POST", path: "/clients" });
      expect(await bench.deliver(intent)).toMatchObject({ outcome: "unknown" });
      await bench.pass(600);
      const { outcome, remoteId } = await delivered(intent);
      expect({ outcome, isOther: noneOf.includes(Number(remoteId)) }).toEqual({
        outcome: "done",
        isOther: false,
      });
      expect(bench.medots.world.clients.size).toBe(2);
    },
  );

  it("leaves it to people where MEDOTS takes for one whom somebody has told apart", async () => {
    const noneOf = [bench.registered("Zoya")];
    const intent = registeringOf(await register(original, { noneOf }));
    expect(await bench.deliver(intent)).toMatchObject({ outcome: "refused" });
    expect(await register()).toEqual({ outcome: "left-to-people", code: "validation-refused" });
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
