import type { DeadLetter, FeedStatus, IntentsStatus, SyncStatus } from "@guichet/sync";
import { uiWordingOf } from "../ui-wording-of.js";
import type { SyncWording } from "../ui-wording.js";
import { deadLettersView } from "./dead-letters-view.js";
import { pageOf } from "./layout.js";
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
  return pageOf([
    [
      look.paint.bold(sync.queues),
      ...(intents.length === 0 ? [sync.nothingWaits] : queueLines(intents, sync, look)),
    ],
    ...(feeds.length === 0 ? [] : [[look.paint.bold(sync.feeds), ...feedLines(feeds, sync, look)]]),
    [look.paint.bold(sync.setAside), ...deadLettersView(deadLetters, locale, look).trimEnd().split("\n")],
  ]);
}

function queueLines(intents: readonly IntentsStatus[], sync: SyncWording, look: Look): readonly string[] {
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
    durationOf(one.oldestSeconds),
  ]);
  return tableLines(columns, rows, 0, look);
}

function feedLines(feeds: readonly FeedStatus[], sync: SyncWording, look: Look): readonly string[] {
  const [tenant, feed, lag, failures, held, left] = sync.feedColumns;
  const columns = [
    { head: tenant },
    { head: feed },
    { head: lag, align: "right" as const },
    { head: failures },
    { head: held },
    { head: left, align: "right" as const },
  ];
  const rows = feeds.map((one) => [
    one.tenant,
    one.feed,
    durationOf(one.lagSeconds),
    one.failures === 0 ? "" : `${String(one.failures)}: ${one.failure ?? ""}`,
    one.held ? sync.missing(one.held.missing, one.held.known) : "",
    one.failedItems === 0 ? "" : String(one.failedItems),
  ]);
  return tableLines(columns, rows, 0, look);
}

/** `12 s`, `3 min`, `5 h`, `2 d`: whole, and never more than it is. */
function durationOf(seconds: number): string {
  const units = [
    [86_400, "d"],
    [3_600, "h"],
    [60, "min"],
  ] as const;
  const [size, unit] = units.find(([least]) => seconds >= least) ?? ([1, "s"] as const);
  return `${String(Math.floor(seconds / size))} ${unit}`;
}
