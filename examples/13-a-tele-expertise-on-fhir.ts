// A tele-expertise on a FHIR server: asked for once, followed to its answer, and claimed by both sides.
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  askOpinion,
  billedBefore,
  claimOpinion,
  FhirClient,
  omnidocFetch,
  opinionFeed,
  opinionOutlet,
  opinionsFeed,
  readOpinions,
  recordBilled,
  settingsOf,
  type OpinionWish,
} from "@guichet/adapters-omnidoc";
import { simulateOmnidoc } from "@guichet/adapters-omnidoc/simulator";
import { amountInWords } from "@guichet/rules/desk";
import { carrierFor, deliverIntent, openStore, pullChanges, readRecords } from "@guichet/sync";
import { serveSimulator } from "@guichet/sync/simulator";

// A platform of our own making stands in for the real one; a PostgreSQL of our own runs in a folder.
const dataFolder = await mkdtemp(join(tmpdir(), "guichet-"));
const keys = { current: "example", keys: { example: randomBytes(32) } };
const store = await openStore({ dataFolder, keys, jurisdiction: "FR" });
const { clock, random } = store.surroundings;
const simulator = simulateOmnidoc({ clock });
const platform = await serveSimulator(simulator);

const clinic = await store.addTenant({ id: "clinic-1", jurisdiction: "FR" });
const settings = settingsOf({
  baseUrl: `${platform.url}/fhir`,
  pseudonymKey: randomBytes(32),
  honours: { conditionalCreate: true, searchByReference: true, versions: true },
});
const fetch = omnidocFetch({ baseUrl: settings.baseUrl, token: () => "token", allowLoopback: true });
const client = new FhirClient({ baseUrl: settings.baseUrl, fetch, clock });
const signal = new AbortController().signal;

const dermatologist = {
  rpps: "10000000002",
  familyName: "Fictif",
  givenName: "Denis",
  profession: "physician",
  specialty: "SM15",
} as const;
const nurse = {
  rpps: "10000000001",
  familyName: "Inventée",
  givenName: "Iris",
  profession: "nurse",
} as const;
const wish: OpinionWish = {
  askedAt: "2026-11-23T09:30:00+01:00",
  patient: {
    ins: "258019999900129",
    birthName: "EXEMPLE",
    givenNames: ["ADA"],
    gender: "female",
    bornOn: "1958-01-02",
  },
  requester: nurse,
  to: { responder: dermatologist.rpps },
  responders: [{ professional: dermatologist, available: [] }],
  facts: { consent: { given: true }, request: { urgent: false } },
};
const ask = (asked: OpinionWish) =>
  clinic.transaction((transaction) => askOpinion(transaction, asked, { reference: "request-1", settings }));

// What the patient was told is not known yet: nothing is recorded.
const early = await ask(wish);
if (early.action === "ask-first")
  console.log(
    "ask first",
    early.needs.map(({ fact }) => fact),
  );

const informedOf = ["reason", "responder-identity", "responder-specialty", "return-mode"] as const;
const asked = await ask({ ...wish, facts: { ...wish.facts, consent: { given: true, informedOf } } });
if (asked.action !== "request") throw new Error(asked.action);

// The answer to the first sending is lost. It is sent again, and there is one draft.
simulator.faults.plan({ kind: "answer-lost" });
const carriers = [carrierFor(opinionOutlet({ client, settings }))];
const delivery = { carriers, clock, random, options: { firstRetrySeconds: 0 } };
const delivered = async () => (await deliverIntent(clinic, asked.intent.id, delivery)).outcome;
console.log("sent", await delivered(), "then", await delivered());
console.log("drafts", simulator.requests.length);

// The dermatologist answers on the platform.
const [draft] = simulator.requests;
if (draft === undefined) throw new Error("no draft");
for (const state of ["ready", "in-progress"] as const) simulator.move(draft.id, state);
simulator.move(draft.id, "completed", { occurrenceDateTime: "2026-11-24" });
await pullChanges(clinic, opinionFeed({ client, settings }), { signal });
const records = await clinic.transaction((transaction) => readRecords(transaction, opinionsFeed));
console.log(
  "stands at",
  records.map(({ status }) => status),
);

// The claims are made from what the platform tells now, what the desk knows and what both have billed before. They are
// not kept; that they were sent is noted, for the next claim of the year.
const [opinion] = await readOpinions({ client, settings }, [draft.id], signal);
if (opinion === undefined) throw new Error("no opinion");
const facts = {
  act: { region: "metropolitan", sameHealthCentre: false },
  patient: { hospitalisedAtRequester: false },
  consent: { informedOf },
} as const;
const { pseudonymKey } = settings;
const usage = { pseudonymKey, wholeFor: new Set([nurse.rpps, dermatologist.rpps]) };
await clinic.transaction(async (transaction) => {
  const before = await billedBefore(transaction, opinion, usage);
  const claims = claimOpinion({ opinion, facts, before });
  if (claims.status !== "answered") throw new Error(claims.status);
  for (const role of ["responder", "requester"] as const) {
    const claim = claims[role];
    if (claim.status !== "claim") continue;
    console.log(
      claim.actCode,
      amountInWords(claim.feeCents, claim.currency, "en"),
      Object.keys(claim.identifiers),
    );
    await recordBilled(transaction, { opinion, role, claim }, settings);
  }
});

await platform.close();
await store.close();
await rm(dataFolder, { recursive: true });
