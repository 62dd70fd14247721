import { PassThrough } from "node:stream";
import type { DeadLetter, FeedStatus } from "@guichet/sync";
import { expect, it } from "vitest";
import { lookOf } from "./look.js";
import { syncStatusView } from "./sync-status-view.js";

const feed: FeedStatus = {
  ...{ tenant: "tver", feed: "medots-appointments-1", lagSeconds: 59.9, failures: 0, failure: null },
  ...{ pulledAt: null, reconciledAt: null, held: null, failedItems: 0 },
  ...{ reconcileLagSeconds: 3_599.9, reconcileFailures: 0, reconcileFailure: null },
};
const letter: DeadLetter = {
  ...{ id: "0c1f0000-0000-4000-8000-000000000000", tenant: "tver", kind: "medots.book-appointment" },
  ...{
    code: "found-several",
    attempts: 5,
    mayHaveReached: true,
    recordedAt: "",
    setAsideAt: "2026-11-21T09:30:00.123456Z",
  },
};

const shown = (locale: string, width: number): readonly string[] =>
  syncStatusView(
    {
      at: "2026-11-21T10:00:00Z",
      intents: [
        { tenant: "tver", kind: "medots.book-appointment", state: "pending", count: 3, oldestSeconds: 60 },
        {
          tenant: "tver",
          kind: "medots.book-appointment",
          state: "set-aside",
          count: 4,
          oldestSeconds: 86_400,
        },
      ],
      feeds: [
        feed,
        { ...feed, tenant: "perm", failures: 2, failure: "feed-failed", lagSeconds: 3_600, failedItems: 1 },
        {
          ...feed,
          tenant: "kazan",
          reconcileLagSeconds: 172_800,
          reconcileFailures: 3,
          reconcileFailure: "feed-endless",
        },
        { ...feed, tenant: "omsk", held: { missing: 5, known: 16, at: "2026-11-21T09:00:00Z" } },
      ],
      deadLetters: [letter],
    },
    locale,
    lookOf(Object.assign(new PassThrough(), { isTTY: false }), { COLUMNS: String(width) }),
  ).split("\n");

it("every line says what it should, and what to do about it", () => {
  expect(shown("en", 100)).toEqual([
    "Waiting",
    "Clinic  What                     State       Count  Overdue",
    "tver    medots.book-appointment  to be sent      3    1 min",
    "tver    medots.book-appointment  set aside       4    1 day",
    "",
    "Feeds",
    "Clinic  Feed                      Lag  Compared  Failures        Held             Left behind",
    "tver    medots-appointments-1  59 sec    59 min",
    "perm    medots-appointments-1    1 hr    59 min  2: feed-failed                             1",
    "kazan   medots-appointments-1  59 sec    2 days  3 comparing:",
    "                                                 feed-endless",
    "omsk    medots-appointments-1  59 sec    59 min                  5 of 16 missing",
    "",
    "Look on the platform. Where they are gone indeed: guichet sync confirm <clinic> <feed>.",
    "",
    "Set aside",
    "0c1f0000-0000-4000-8000-000000000000",
    "  Clinic        tver",
    "  What          medots.book-appointment",
    "  Why           found-several",
    "  Tries         5",
    "  May be there  yes",
    "  Since (UTC)   2026-11-21 09:30:00",
    "",
    "Look on the platform, then see to one: guichet sync dead-letters with --done <id> --as <id there>,",
    "--send <id>, --retry <id> or --give-up <id>.",
    "And 3 more: guichet sync dead-letters.",
    "",
  ]);
});

it.each(["en", "fr", "ru"])("in %s, no sentence is wider than the terminal", (locale) => {
  const sentences = shown(locale, 60).filter((line) => /guichet|--|<id>/.test(line));
  expect(sentences.length).toBeGreaterThan(2);
  expect(sentences.filter((line) => line.length > 60)).toEqual([]);
});
