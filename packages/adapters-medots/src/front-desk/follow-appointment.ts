import { instantFromMillis, millisFromInstant } from "@guichet/rules/calendar";
import {
  activeReservations,
  hold,
  readRecord,
  readReservation,
  release,
  sql,
  takeBackProposals,
  type FeedItem,
  type Follower,
  type Slot,
  type TenantTransaction,
} from "@guichet/sync";
import type { AppointmentBody } from "../feed/appointment-item.js";
import { appointmentReference } from "./appointment-reference.js";

/**
 * Keeps our reservations as the appointments on MEDOTS are, whoever made them: one that stands there takes its time with
 * us, one that is moved moves it, one that is cancelled or gone gives it back. A status that nobody explained takes the
 * time: what is not known is never free. What MEDOTS has comes before what is only proposed.
 */
export function followAppointments(feed: string): Follower<AppointmentBody> {
  return async (transaction, change) => {
    const { remoteId } = change;
    if (change.change !== "gone") {
      await keepTime(transaction, change.item, { isHeardNow: true });
      return;
    }
    await keepTimeKnown(transaction, feed, remoteId);
  };
}

/** Has the time of an appointment be as it was last heard of: it may be gone by the time we know that we made it. */
export async function keepTimeKnown(
  transaction: TenantTransaction,
  feed: string,
  remoteId: string,
): Promise<void> {
  const record = await readRecord<AppointmentBody>(transaction, feed, remoteId);
  if (!record) return;
  const { isGone, reference, ...item } = record;
  if (isGone) await release(transaction, await referenceOf(transaction, remoteId, reference));
  else await keepTime(transaction, { ...item, reference: reference ?? undefined }, { isHeardNow: false });
}

async function keepTime(
  transaction: TenantTransaction,
  item: FeedItem<AppointmentBody>,
  { isHeardNow }: { readonly isHeardNow: boolean },
): Promise<void> {
  const { remoteId, status, body } = item;
  const reference = await referenceOf(transaction, remoteId, item.reference);
  if (status === "cancelled" || status === "noshow") {
    await release(transaction, reference);
    return;
  }
  // A time that the clinic's clock never shows is no moment: it stays where it was.
  if (body.startsAt === undefined) return;
  const startsAt = millisFromInstant(body.startsAt) ?? 0;
  const time: Slot = {
    practitioner: String(body.userId),
    startsAt: body.startsAt,
    endsAt: instantFromMillis(startsAt + body.durationMinutes * 60_000),
  };
  if ((await hold(transaction, { ...time, reference })).outcome === "reserved") return;
  await takeBackProposals(transaction, time);
  if (isHeardNow) await releaseOthers(transaction, time, reference);
  const held = await hold(transaction, { ...time, reference });
  // Ours has not been refused yet: the old time of this one is free in any case.
  if (held.outcome === "conflict") await release(transaction, reference);
}

/**
 * Holds the times of appointments that could not be held as long as something of ours was there, those heard of last
 * first: one that had to give way to another is perhaps not there any more. Slow where there are many appointments: for
 * the rare case that MEDOTS refuses a booking.
 */
export async function keepTimesUnheld(transaction: TenantTransaction, feed: string): Promise<void> {
  const unheld = await transaction.query<FeedItem<AppointmentBody>>(sql`
    select remote_id as "remoteId", version, status, reference, body from guichet.records
    where tenant = ${transaction.tenant} and feed = ${feed} and gone_at is null
      and status not in ('cancelled', 'noshow')
      and not exists (
        select from guichet.bookings
        where bookings.tenant = records.tenant and bookings.state = 'active'
          and bookings.reference in (${appointmentReference("")} || remote_id, records.reference))
    order by stored_at desc, version desc, remote_id`);
  for (const item of unheld) await keepTime(transaction, item, { isHeardNow: false });
}

/** What was heard last stands: another appointment at this time was moved or cancelled, and that will be heard too. */
async function releaseOthers(transaction: TenantTransaction, time: Slot, own: string): Promise<void> {
  for (const { practitioner, reference } of await activeReservations(transaction, time)) {
    const isOther = practitioner === time.practitioner && reference !== own;
    if (isOther && reference.startsWith(appointmentReference(""))) await release(transaction, reference);
  }
}

/** Our reference as long as MEDOTS has not told us its number, else that number. */
async function referenceOf(
  transaction: TenantTransaction,
  remoteId: string,
  ours: string | null | undefined,
): Promise<string> {
  const own = ours ? await readReservation(transaction, ours) : undefined;
  return own?.state === "active" ? own.reference : appointmentReference(remoteId);
}
