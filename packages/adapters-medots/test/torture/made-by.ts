import { bookAppointmentKind } from "@guichet/adapters-medots";
import type { Row } from "@guichet/sync/testing";
import { referenceIn } from "../../src/client/reference-note.js";
import { askedBy, stands } from "./invariants/one-effect.js";
import type { Asked, Watch } from "./seen.js";

/** The number on the platform of what an intent made there or changed, by the platform's own journal; nothing if it did not. */
export function madeBy(intent: Row, watch: Watch): number | undefined {
  const wants = askedBy(intent, watch)?.wants;
  switch (wants?.kind) {
    case "book":
      return bookedBy(intent, wants, watch);
    case "change": {
      const now = watch.appointments.get(wants.remoteId);
      return now && stands(now, wants) ? wants.remoteId : undefined;
    }
    case "cancel": {
      const now = watch.appointments.get(wants.remoteId);
      return now === undefined || now.status === "cancelled" ? wants.remoteId : undefined;
    }
    case "register":
      return [...watch.place.simulator.world.clients.values()].find(({ phone }) => phone === wants.phone)?.id;
    case undefined:
      return undefined;
  }
}

/** Where the platform keeps no note, what was made as it was wished and is nobody else's. */
function bookedBy(
  intent: Row,
  wants: Extract<Asked["wants"], { readonly kind: "book" }>,
  watch: Watch,
): number | undefined {
  const others = new Set(
    watch
      .rows("intents")
      .filter((row) => row["kind"] === bookAppointmentKind && row["state"] === "done")
      .map((row) => row["remote_id"]),
  );
  const made = watch.events.find((event) => {
    if (event.kind !== "appointment-made" || event.by !== "interface") return false;
    const { id, note, clientId } = event.appointment;
    return note === null
      ? stands(event.appointment, wants) &&
          clientId === (wants.clientId ?? clientId) &&
          !others.has(String(id))
      : referenceIn(note) === intent["reference"];
  });
  return made?.kind === "appointment-made" ? made.appointment.id : undefined;
}
