import { canonicalJson } from "@guichet/rules";
import { teleExpertise } from "@guichet/rules/policies/tele-expertise";
import { decided, everythingEnds, newerStays, nothingLost, oneWorker, type Row } from "@guichet/sync/testing";
import { opinionsFeed } from "@guichet/adapters-omnidoc";
import { canaries, type OpinionClinic } from "./clinics.js";
import type { OpinionInvariant, Seen } from "./opinion-watch.js";

const oneEffect: OpinionInvariant = {
  id: "I2",
  promise: "a wish is one draft at most; what is done is there; what was turned down is not",
  afterEvent: (event, seen) => {
    if (event.kind !== "request-made" || event.by !== "client") return undefined;
    const { clinic, references } = event;
    const [reference = ""] = references;
    if (!seen.asked.has(`${clinic.tenant} ${reference}`))
      return `request ${event.id} was made for nobody's wish`;
    const intent = intentBy(clinic, reference, seen);
    if (["conflict", "refused"].includes(String(intent?.["state"])))
      return `wish ${reference} ended as ${String(intent?.["state"])}, and its request was made afterwards`;
    const made = madeUnder(clinic, reference, seen);
    return made > 1 ? `wish ${reference} was made ${made} times` : undefined;
  },
  afterRow: ({ table, before, after }, seen) => {
    if (table !== "intents" || !after || before?.["state"] === after["state"]) return undefined;
    const clinic = seen.clinics.find(({ tenant }) => tenant === after["tenant"]);
    if (!clinic) return "an intent of nobody's";
    const [reference, id] = [String(after["reference"]), String(after["remote_id"])];
    const isWithdrawal = after["kind"] === "withdraw-opinion";
    const state = String(after["state"]);
    if (state === "done" && isWithdrawal)
      return clinic.simulator.stateOf(id) === "revoked"
        ? undefined
        : `request ${id} was withdrawn, and is ${clinic.simulator.stateOf(id)}`;
    if (state === "done") {
      const there = clinic.simulator.requests.find((request) => request.id === id);
      const isOurs = there?.identifier?.some(({ value }) => value === reference) === true;
      return isOurs ? undefined : `wish ${reference} is done, and request ${id} is not its own`;
    }
    const isTurnedDown = state === "conflict" || state === "refused";
    return isTurnedDown && !isWithdrawal && madeUnder(clinic, reference, seen) > 0
      ? `wish ${reference} ended as ${state}, and its request was made`
      : undefined;
  },
};

const localIsRemote: OpinionInvariant = {
  id: "I4",
  promise: "at rest, what is stored here is what stands on the platform, as far as it is told",
  atRest: (seen) => {
    for (const clinic of seen.clinics) {
      const stored = recordsOf(clinic, seen);
      const items = seen.truth.get(clinic.tenant) ?? [];
      if (stored.length !== items.length)
        return `${clinic.tenant} has ${items.length} requests, and ${stored.length} are stored`;
      for (const { remoteId, version, status, reference, body } of items) {
        const record = seen.row("records", `${clinic.tenant} ${opinionsFeed} ${remoteId}`);
        const { isAsked, pushes } = clinic.habits;
        // Whom a request names does not come with it when it is pushed alone.
        const { askedOn, answeredOn } = body;
        const told = isAsked || pushes !== "resource" ? body : { askedOn, answeredOn };
        const there = { status, reference, body: told, ...(isAsked ? { version } : {}) };
        const here = {
          status: record?.["status"],
          reference: record?.["reference"] ?? undefined,
          body: record?.["body"],
          ...(isAsked ? { version: record?.["version"] } : {}),
        };
        if (written(here) !== written(there))
          return `request ${remoteId} of ${clinic.tenant} is ${written(there)}, and stored as ${written(here)}`;
      }
    }
    return undefined;
  },
};

const apart: OpinionInvariant = {
  id: "apart",
  promise: "what a clinic stores is its own",
  afterRow: ({ table, after }, seen) => {
    if (table !== "records" || after?.["feed"] !== opinionsFeed) return undefined;
    const clinic = seen.clinics.find(({ tenant }) => tenant === after["tenant"]);
    return clinic?.simulator.stateOf(String(after["remote_id"])) === "unknown"
      ? `request ${String(after["remote_id"])} is not one of ${clinic.tenant}`
      : undefined;
  },
};

const nothingPersonal: OpinionInvariant = {
  id: "personal",
  promise: "nobody's name and no patient's number is stored in clear",
  afterRow: ({ table, after }) => {
    const found = canaryIn(JSON.stringify(after));
    return found === undefined ? undefined : `${found} stands in ${table}`;
  },
};

/** What must hold after every step of every history. */
export const invariants: readonly OpinionInvariant[] = [
  oneEffect,
  oneWorker,
  nothingLost,
  localIsRemote,
  newerStays,
  decided([teleExpertise], ({ kind }) => kind === "request-opinion"),
  everythingEnds,
  apart,
  nothingPersonal,
];

export function canaryIn(text: string): string | undefined {
  const lowered = text.toLowerCase();
  return canaries.find((canary) => lowered.includes(canary));
}

function intentBy({ tenant }: OpinionClinic, reference: string, seen: Seen): Row | undefined {
  return seen
    .rows("intents")
    .find(
      (row) =>
        row["tenant"] === tenant && row["kind"] === "request-opinion" && row["reference"] === reference,
    );
}

/** How many drafts we made under a reference. */
function madeUnder(clinic: OpinionClinic, reference: string, seen: Seen): number {
  return seen.events.filter(
    (event) =>
      event.kind === "request-made" &&
      event.by === "client" &&
      event.clinic === clinic &&
      event.references.includes(reference),
  ).length;
}

function recordsOf({ tenant }: OpinionClinic, seen: Seen): readonly Row[] {
  return seen
    .rows("records")
    .filter((row) => row["tenant"] === tenant && row["feed"] === opinionsFeed && row["gone_at"] === null);
}

function written(value: object): string {
  return canonicalJson(JSON.parse(JSON.stringify(value)));
}
