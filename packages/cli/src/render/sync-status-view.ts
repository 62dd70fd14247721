import type { DeadLetter, FeedStatus, IntentsStatus, SyncStatus } from "@guichet/sync";
import { uiWordingOf } from "../ui-wording-of.js";
import type { SyncWording } from "../ui-wording.js";
import { deadLettersView } from "./dead-letters-view.js";
import { pageOf, paragraphLines } from "./layout.js";
import type { Look } from "./look.js";
import { tableLines } from "./table.js";

/** How things stand, as tables: what waits, what is read, what was set aside. */
export function syncStatusView(
  status: SyncStatus & { readonly deadLetters: readonly DeadLetter[] },
  locale: string,
  look: Look,
): string {
  const { sync } = uiWordingOf(locale);
  const { intents, feeds, deadLetters } = status;
  const setAside = intents.filter(({ state }) => state === "set-aside");
  const unlisted = setAside.reduce((sum, { count }) => sum + count, 0) - deadLetters.length;
  return pageOf([
    [
      look.paint.bold(sync.queues),
      ...(intents.length === 0 ? [sync.nothingWaits] : queueLines(intents, sync, locale, look)),
    ],
    ...(feeds.length === 0 ? [] : [[look.paint.bold(sync.feeds), ...feedLines(feeds, sync, locale, look)]]),
    [
      look.paint.bold(sync.setAside),
      ...deadLettersView(deadLetters, locale, look).trimEnd().split("\n"),
      ...(unlisted > 0 ? [sync.more(unlisted)] : []),
    ],
  ]);
}

function queueLines(
  intents: readonly IntentsStatus[],
  sync: SyncWording,
  locale: string,
  look: Look,
): readonly string[] {
  const [tenant, kind, state, count, oldest] = sync.queueColumns;
  const columns = [
    { head: tenant },
    { head: kind },
    { head: state },
    { head: count, align: "right" as const },
    { head: oldest, align: "right" as const },
  ];
  const rows = intents.map((one) => [
    one.tenant,
    one.kind,
    sync.states[one.state],
    String(one.count),
    one.oldestSeconds < 1 ? "" : durationOf(one.oldestSeconds, locale),
  ]);
  return tableLines(columns, rows, 0, look);
}

function feedLines(
  feeds: readonly FeedStatus[],
  sync: SyncWording,
  locale: string,
  look: Look,
): readonly string[] {
  const [tenant, feed, lag, compared, failures, held, left] = sync.feedColumns;
  const columns = [
    { head: tenant },
    { head: feed },
    { head: lag, align: "right" as const },
    { head: compared, align: "right" as const },
    { head: failures },
    { head: held },
    { head: left, align: "right" as const },
  ];
  const rows = feeds.map((one) => [
    one.tenant,
    one.feed,
    durationOf(one.lagSeconds, locale),
    durationOf(one.reconcileLagSeconds, locale),
    failuresOf(one, sync),
    one.held ? sync.missing(one.held.missing, one.held.known) : "",
    one.failedItems === 0 ? "" : String(one.failedItems),
  ]);
  const isHeld = feeds.some((one) => one.held !== null);
  const seeTo = isHeld ? ["", ...paragraphLines({ text: sync.seeToHeld }, 0, look)] : [];
  return [...tableLines(columns, rows, 0, look), ...seeTo];
}

function failuresOf(
  { failures, failure, reconcileFailures, reconcileFailure }: FeedStatus,
  sync: SyncWording,
): string {
  return [
    ...(failures > 0 ? [sync.pullFailures(failures, failure ?? "")] : []),
    ...(reconcileFailures > 0 ? [sync.reconcileFailures(reconcileFailures, reconcileFailure ?? "")] : []),
  ].join(", ");
}

/** `12 sec`, `3 min`, `5 hr`, `2 days`: whole, in the words of the locale, and never more than it is. */
function durationOf(seconds: number, locale: string): string {
  const units = [
    [86_400, "day"],
    [3_600, "hour"],
    [60, "minute"],
  ] as const;
  const [size, unit] = units.find(([least]) => seconds >= least) ?? ([1, "second"] as const);
  const format = new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "short" });
  return format.format(Math.floor(seconds / size));
}
