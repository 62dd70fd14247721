import { describe, expect, it } from "vitest";
import { waitlistOfferEn } from "../../policies/waitlist-offer/en.js";
import {
  entryEvents,
  entryStates,
  entryTransitions,
  possibleTransitions,
  type EntryState,
} from "./entry-states.js";

const paths = entryTransitions.map(({ from, event, to }) => `${from} -${event}-> ${to}`);

describe("the states of an entry", () => {
  it("follow each other as the contact centre works", () => {
    expect(paths).toEqual([
      "waiting -propose-> proposed",
      "proposed -agree-> booked",
      "proposed -refuse-slot-> waiting",
      "proposed -not-reached-> waiting",
      "proposed -decline-> declined",
      "waiting -withdraw-> withdrawn",
      "proposed -withdraw-> withdrawn",
      "waiting -expire-> expired",
      "proposed -expire-> expired",
    ]);
  });

  it("have one way on for each event, and use every event", () => {
    const steps = entryTransitions.map(({ from, event }) => `${from} ${event}`);
    expect(new Set(steps).size).toBe(steps.length);
    expect(new Set(entryTransitions.map(({ event }) => event))).toEqual(new Set(entryEvents));
  });

  it("can all be reached by somebody who waits", () => {
    const reached = new Set<EntryState>(["waiting"]);
    // A set gives what is added to it while it is walked through.
    for (const state of reached) for (const { to } of possibleTransitions(state)) reached.add(to);
    expect([...reached].toSorted()).toEqual([...entryStates].toSorted());
  });

  it("cite remarks that say in words why", () => {
    for (const { cites } of entryTransitions) expect(waitlistOfferEn.remarks[cites]).toMatch(/\w/);
  });
});

describe("what may happen next", () => {
  const events = (...asked: Parameters<typeof possibleTransitions>) =>
    possibleTransitions(...asked).map(({ event }) => event);

  it("depends on the state", () => {
    expect(events("waiting")).toEqual(["propose", "withdraw", "expire"]);
    expect(events("proposed")).toEqual([
      "agree",
      "refuse-slot",
      "not-reached",
      "decline",
      "withdraw",
      "expire",
    ]);
  });

  it("depends on who records it", () => {
    expect(events("waiting", "contact-centre")).toEqual(["propose", "withdraw"]);
    expect(events("waiting", "system")).toEqual(["propose", "expire"]);
    expect(events("proposed", "patient")).toEqual(["withdraw"]);
    expect(events("proposed", "system")).toEqual(["expire"]);
  });

  it("is nothing once the entry has left the list", () => {
    for (const state of ["booked", "declined", "withdrawn", "expired"] as const)
      expect(events(state)).toEqual([]);
  });
});
