export { activeReservations } from "./bookings/active-reservations.js";
export { hold } from "./bookings/hold.js";
export { readReservation, reassign, release, reserve } from "./bookings/reserve.js";
export type { Reservation, Reserved, Slot } from "./bookings/reservation.js";
export { transfer } from "./bookings/transfer.js";
export { readDecision, recordDecision } from "./decisions/record-decision.js";
export { standardFeed, type FeedOptions } from "./feeds/feed-options.js";
export {
  holdRecord,
  mirrorRecord,
  mirrorRecords,
  readRecord,
  readRecords,
  type Mirrored,
  type RemoteRecord,
} from "./feeds/mirror-records.js";
export { pullChanges, type Pulled, type ReadFeed } from "./feeds/pull-changes.js";
export { confirmDisappearance, reconcile, type Reconciled } from "./feeds/reconcile.js";
export type { Follower, RecordChange } from "./feeds/record-change.js";
export { forgetEvents, takeEvent, wasTaken, type IncomingEvent } from "./inbox/take-event.js";
export { carrierFor, type Carrier } from "./intents/carrier.js";
export { deadLetters, type DeadLetter } from "./intents/dead-letters.js";
export { deliverIntent, type Delivered, type DeliveryWith } from "./intents/deliver-intent.js";
export { standardDelivery, type DeliveryOptions } from "./intents/delivery-options.js";
export { dueIntents, type DueIntent, type IntentsOf } from "./intents/due-intents.js";
export { intentMoves, type IntentState } from "./intents/intent-states.js";
export { readIntent, type IntentStatus } from "./intents/read-intent.js";
export { recordIntent, type NewIntent, type RecordedIntent } from "./intents/record-intent.js";
export { resolveDeadLetter, type Resolution } from "./intents/resolve-dead-letter.js";
export type { Ended } from "./intents/settle-intent.js";
export type { Capabilities } from "./platform/capabilities.js";
export type { Feed, FeedItem, FeedPage } from "./platform/feed.js";
export type { Found, Intent, NotDone, Outlet, RemoteVersion, Sent, TurnedDown } from "./platform/outlet.js";
export { forgetEnded } from "./retention/forget-ended.js";
export { databaseTime } from "./store/database-time.js";
export type { Database, Session } from "./store/database.js";
export type { IntentsStatus } from "./status/intents-status.js";
export { syncStatus, type FeedStatus, type SyncStatus } from "./status/sync-status.js";
export { tellQueued } from "./status/tell-queued.js";
export { schemaIsCurrent } from "./store/migrations/schema-is-current.js";
export { holdsStore } from "./store/embedded/holds-store.js";
export { runningEmbedded } from "./store/embedded/running-embedded.js";
export { openStore, type OpenStoreOptions } from "./store/open-store.js";
export { keysInFile, makeKeyFile } from "./store/sealing/key-file.js";
export type { Sealed, Sealer } from "./store/sealing/sealer.js";
export type { SealingKeys } from "./store/sealing/sealing-keys.js";
export { sql, type Sql, type SqlValue } from "./store/sql.js";
export { storableId } from "./store/storable-text.js";
export type { Store, Tenant, TenantStore, TenantTransaction } from "./store/store.js";
export { transactTogether, type Together } from "./store/transact-together.js";
export type { Transaction } from "./store/transaction.js";
export { surroundingsOfProcess } from "./surroundings-of-process.js";
export type { Clock, Fetch, Random, Surroundings } from "./surroundings.js";
export { referenceAfter } from "./reference-after.js";
export { uuidFrom } from "./uuid-from.js";

export { addEntry, type Added, type EndedState, type NewEntry } from "./waitlist/add-entry.js";
export { callTasks, type CallTask } from "./waitlist/call-tasks.js";
export { checkWishes } from "./waitlist/check-wishes.js";
export type { EndedProposal, ProposalEnd } from "./waitlist/end-proposal.js";
export { lapseProposals, takeBackProposals } from "./waitlist/lapse-proposals.js";
export { expireEntries, withdrawEntry } from "./waitlist/leave-waitlist.js";
export {
  matchOpenSlots,
  type OpenProposal,
  type OpenSlots,
  type WaitingEntry,
} from "./waitlist/match-open-slots.js";
export { proposeOpenSlots, type ProposeOpenSlotsInput } from "./waitlist/propose-open-slots.js";
export { holdEntry, waitingEntries } from "./waitlist/read-entries.js";
export { recordCall, type CallOutcome, type CallRecorded } from "./waitlist/record-call.js";
export { agreedProposal } from "./waitlist/agreed-proposal.js";
export { settleAgreed } from "./waitlist/settle-agreed.js";
export type { StoredEntry, WaitlistWish } from "./waitlist/waitlist-entry.js";
export { feedWork, type Chore, type ClinicWork, type FeedWork } from "./worker/clinic-work.js";
export { runWorker, type Worker, type WorkerOptions } from "./worker/run-worker.js";
