import { match } from "ts-pattern";
import { describe, expectTypeOf, it } from "vitest";
import { teleExpertise } from "../policies/tele-expertise/index.js";
import { recordHandover } from "../policies/record-handover/index.js";
import { decide } from "./decide.js";
import { decideAsync, type LoadFacts } from "./decide-async.js";
import { needsOf } from "./needs-of.js";
import { whyNot } from "./why-not.js";

type Level = "1" | "2" | "single" | "none";
const decision = decide(teleExpertise, { act: { on: "2026-11-21" } });

describe("a decision is typed by its policy", () => {
  it("has the declared answers once it is decided", () => {
    if (decision.status !== "decided") return;
    expectTypeOf(decision.outcome.level).toEqualTypeOf<Level>();
    expectTypeOf(decision.outcome.responderFeeCents).toEqualTypeOf<number>();
    expectTypeOf(decision.outcome.eligible).toEqualTypeOf<boolean>();
    expectTypeOf(decision.outcome.consentToObtain).toEqualTypeOf<
      readonly ("reason" | "responder-identity" | "responder-specialty" | "return-mode")[]
    >();
    // @ts-expect-error there is no decision "lvl"
    void decision.outcome.lvl;
    // @ts-expect-error a helper is no part of the outcome
    void decision.outcome.dentalCaseAllowsAnswer;
  });

  it("has some of them, and what the others can be, while it is open", () => {
    if (decision.status !== "open") return;
    expectTypeOf(decision.outcome.level).toEqualTypeOf<Level | undefined>();
    expectTypeOf(decision.open.level).toEqualTypeOf<{ readonly oneOf: readonly Level[] } | undefined>();
    expectTypeOf(decision.open.responderFeeCents?.from).toEqualTypeOf<number | null | undefined>();
    expectTypeOf(decision.open.billing?.certain[0]).toEqualTypeOf<
      "third-party-payment" | "fully-reimbursed" | "no-extra-fee" | "not-combinable" | undefined
    >();
    expectTypeOf(decision.needs[0]?.fact).toEqualTypeOf<string | undefined>();
  });

  it("has no outcome where no edition is in force", () => {
    if (decision.status !== "not-in-force") return;
    expectTypeOf(decision.outcome).toEqualTypeOf<undefined>();
    expectTypeOf(decision.needs).toEqualTypeOf<undefined>();
  });

  it("can be matched without a forgotten case", () => {
    const inWords = match(decision)
      .with({ status: "decided" }, ({ outcome }) =>
        match(outcome.level)
          .with("1", "2", (level) => `level ${level}`)
          .with("single", () => "one level")
          .with("none", () => "no opinion")
          .exhaustive(),
      )
      .with({ status: "open" }, ({ needs }) => needs.map(({ fact }) => fact).join())
      .with({ status: "not-in-force" }, ({ governingDate }) => governingDate ?? "")
      .exhaustive();
    expectTypeOf(inWords).toEqualTypeOf<string>();
    if (decision.status !== "decided") return;
    const forgotten = match(decision.outcome.level).with("1", "2", "single", (level) => level);
    // @ts-expect-error "none" is forgotten
    forgotten.exhaustive();
  });
});

describe("what is asked is typed by the policy", () => {
  it("takes facts of the policy only, and values they can have", () => {
    // @ts-expect-error there is no fact "act.onn"
    decide(teleExpertise, { act: { onn: "2026-11-21" } });
    // @ts-expect-error there is no group "acts"
    decide(teleExpertise, { acts: { on: "2026-11-21" } });
    // @ts-expect-error a region is one of two
    decide(teleExpertise, { act: { region: "europe" } });
    // @ts-expect-error a day is written YYYY-MM-DD
    decide(teleExpertise, { act: { on: "tomorrow" } });
    // @ts-expect-error stale sources are reported or refused
    decide(teleExpertise, {}, { staleSources: "ignore" });
  });

  it("tells a loader which paths there are, and takes its facts", () => {
    type Path = Parameters<LoadFacts<typeof teleExpertise>>[0][number];
    expectTypeOf<"act.on">().toExtend<Path>();
    expectTypeOf<"act.onn">().not.toExtend<Path>();
    void decideAsync(teleExpertise, (paths) => ({
      act: paths.includes("act.on") ? { on: "2026-11-21" } : {},
    }));
    // @ts-expect-error there is no fact "act.onn"
    void decideAsync(teleExpertise, () => ({ act: { onn: "2026-11-21" } }) as const);
  });

  it("asks why-not about a public decision, and an answer it can have", () => {
    const facts = { act: { on: "2026-11-21" } } as const;
    whyNot(teleExpertise, facts, "level", "single");
    whyNot(teleExpertise, facts, "refusals", "consent-missing");
    // @ts-expect-error there is no decision "lvl"
    whyNot(teleExpertise, facts, "lvl", "single");
    // @ts-expect-error a helper is not asked about
    whyNot(teleExpertise, facts, "dentalCaseAllowsAnswer", true);
    // @ts-expect-error there is no level 3
    whyNot(teleExpertise, facts, "level", "3");
    // @ts-expect-error of a set, one element is expected
    whyNot(teleExpertise, facts, "refusals", ["consent-missing"]);
  });

  it("asks several policies with the facts of all of them", () => {
    const { decisions } = needsOf([recordHandover, teleExpertise], {
      request: { urgent: true, written: true },
      act: { on: "2026-11-21" },
    });
    expectTypeOf(decisions["tele-expertise"]).toEqualTypeOf(decision);
    // @ts-expect-error there is no such policy among them
    void decisions["book-loan"];
    // @ts-expect-error no policy has a fact "request.urgnt"
    needsOf([recordHandover, teleExpertise], { request: { urgnt: true } });
  });
});
