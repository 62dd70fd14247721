import type { Row } from "@guichet/sync/testing";
import {
  bookAppointmentKind,
  cancelAppointmentKind,
  changeAppointmentKind,
  registerClientKind,
} from "@guichet/adapters-medots";
import { referenceIn } from "../../../src/client/reference-note.js";
import type { Asked, MedotsInvariant, Seen } from "../seen.js";

/** I2. */
export const oneEffect: MedotsInvariant = {
  id: "I2",
  promise: "each intent that was accepted has its effect once; one that was not, never",
  afterEvent: (event, seen) => {
    if (event.kind === "client-registered" && event.by === "interface") {
      const { phone } = event.client;
      const made = seen.events.filter(
        (other) => other.kind === "client-registered" && other.client.phone === phone,
      );
      return made.length > 1 ? `client ${event.client.id} was registered ${made.length} times` : undefined;
    }
    if (event.kind !== "appointment-made" || event.by !== "interface") return undefined;
    const { id, userId, clientId, date, time, note } = event.appointment;
    const alike = seen.events.filter(
      (other) =>
        other.kind === "appointment-made" &&
        other.by === "interface" &&
        (other.appointment.id === id || isNoticed(other.appointment.id, note, seen)) &&
        (note === null
          ? other.appointment.userId === userId &&
            other.appointment.clientId === clientId &&
            other.appointment.date === date &&
            other.appointment.time === time
          : other.appointment.note === note),
    ).length;
    if (note !== null) {
      const reference = referenceIn(note) ?? "";
      if (!seen.asked.has(`book ${reference}`)) return `appointment ${id} was made for nobody's intent`;
      return alike > 1 ? `intent ${reference} had its effect ${alike} times` : undefined;
    }
    const asked = [...seen.asked.values()].filter(
      ({ wants }) =>
        wants.kind === "book" &&
        wants.userId === userId &&
        (wants.clientId ?? clientId) === clientId &&
        wants.date === date &&
        wants.time === time,
    ).length;
    return alike > asked
      ? `appointment ${id} was made ${alike} times, and asked for ${asked} times`
      : undefined;
  },
  afterRow: ({ table, before, after }, seen) => {
    if (table !== "intents" || !after || before?.["state"] === after["state"]) return undefined;
    const state = String(after["state"]);
    if (state === "sending" && before?.["state"] === "unknown") return effectKnown(after, seen);
    if (state === "done") return effectMissing(after, seen);
    return state === "conflict" || state === "refused" ? effectThere(after, seen) : undefined;
  },
};

const kinds: Readonly<Record<string, Asked["wants"]["kind"]>> = {
  [bookAppointmentKind]: "book",
  [changeAppointmentKind]: "change",
  [cancelAppointmentKind]: "cancel",
  [registerClientKind]: "register",
};

/** What an intent asks of the platform. */
export function askedBy(intent: Row, seen: Seen): Asked | undefined {
  return seen.asked.get(`${kinds[String(intent["kind"])] ?? ""} ${String(intent["reference"])}`);
}

/**
 * Whether an appointment could be known of when the intent in a note was last sent: it stands, or we had a record of it.
 * One that staff deleted before anybody looked cannot be told from one that never was.
 */
function isNoticed(id: number, note: string | null, seen: Seen): boolean {
  if (seen.appointments.has(id)) return true;
  const reference = referenceIn(note ?? "");
  const record = seen.rows("records").find((row) => row["remote_id"] === String(id));
  const intent = seen
    .rows("intents")
    .find((row) => row["reference"] === reference && row["kind"] === bookAppointmentKind);
  return (
    record !== undefined &&
    intent !== undefined &&
    Date.parse(String(record["stored_at"])) < Date.parse(String(intent["moved_at"]))
  );
}

/** Done, but not on the platform, or the same there as another intent. */
function effectMissing(intent: Row, seen: Seen): string | undefined {
  const reference = String(intent["reference"]);
  const remoteId = Number(intent["remote_id"]);
  const asked = askedBy(intent, seen);
  if (!asked) return `intent ${reference} is done, and nobody asked for it`;
  const { wants } = asked;
  switch (wants.kind) {
    case "book": {
      const twin = seen
        .rows("intents")
        .find(
          (row) =>
            row["id"] !== intent["id"] &&
            row["kind"] === intent["kind"] &&
            row["state"] === "done" &&
            row["remote_id"] === intent["remote_id"],
        );
      if (twin) return `intents ${reference} and ${String(twin["reference"])} are one appointment`;
      const isMade = seen.events.some(
        (event) =>
          (event.kind === "appointment-made" || event.kind === "appointment-changed") &&
          // Where no note is kept, one that staff made or moved so is taken for ours: nothing tells them apart.
          (event.appointment.note === null ||
            (event.kind === "appointment-made" && event.by === "interface")) &&
          event.appointment.id === remoteId &&
          event.appointment.clientId === (wants.clientId ?? event.appointment.clientId) &&
          stands(event.appointment, wants),
      );
      return isMade ? undefined : `intent ${reference} is done, and no such appointment was made`;
    }
    case "change": {
      const isMade = seen.events.some(
        (event) =>
          (event.kind === "appointment-changed" || event.kind === "appointment-made") &&
          event.appointment.id === wants.remoteId &&
          stands(event.appointment, wants),
      );
      return isMade ? undefined : `intent ${reference} is done, and the appointment was never so`;
    }
    case "cancel": {
      const isGone = seen.events.some(
        (event) =>
          (event.kind === "appointment-deleted" && event.appointment.id === wants.remoteId) ||
          (event.kind === "appointment-changed" &&
            event.appointment.id === wants.remoteId &&
            event.appointment.status === "cancelled"),
      );
      return isGone ? undefined : `intent ${reference} is done, and the appointment was never cancelled`;
    }
    case "register":
      return [...seen.place.simulator.world.clients.values()].some(({ phone }) => phone === wants.phone)
        ? undefined
        : `intent ${reference} is done, and nobody was registered`;
  }
}

/** About to be sent again, though a record of ours shows what was made of it. */
function effectKnown(intent: Row, seen: Seen): string | undefined {
  const reference = String(intent["reference"]);
  if (intent["kind"] !== bookAppointmentKind || seen.place.honours.idempotencyKeys) return undefined;
  const known = seen.rows("records").find((row) => row["reference"] === reference);
  return (
    known &&
    `intent ${reference} is sent again, and was known to be appointment ${String(known["remote_id"])}`
  );
}

/** Refused, and yet on the platform. */
function effectThere(intent: Row, seen: Seen): string | undefined {
  const reference = String(intent["reference"]);
  if (askedBy(intent, seen)?.wants.kind !== "book") return undefined;
  const made = seen.events.find(
    (event) =>
      event.kind === "appointment-made" &&
      event.by === "interface" &&
      event.appointment.note !== null &&
      referenceIn(event.appointment.note) === reference,
  );
  return made && `intent ${reference} ended as ${String(intent["state"])}, and its appointment was made`;
}

interface Standing {
  readonly userId: number;
  readonly date: string;
  readonly time: string;
}

/** Whether an appointment stands where it was wanted. */
export function stands(appointment: Standing, wanted: Standing): boolean {
  return (
    appointment.userId === wanted.userId &&
    appointment.date === wanted.date &&
    appointment.time === wanted.time
  );
}
