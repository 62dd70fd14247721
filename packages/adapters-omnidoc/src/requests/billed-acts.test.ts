import type { FactsOf, IsoDay } from "@guichet/rules";
import type { teleExpertise } from "@guichet/rules/policies/tele-expertise";
import { sql } from "@guichet/sync";
import { openTestStore, stopTestServers, type TestStore } from "@guichet/sync/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { clinicOn } from "../clinic.fixture.js";
import { claimOpinion } from "../from-outcome/claim-opinion.js";
import { joinFacts } from "../to-facts/opinion-facts.js";
import type { Opinion } from "../to-facts/opinion.js";
import { billedBefore, recordBilled } from "./billed-acts.js";

let store: TestStore;

beforeAll(async () => {
  store = await openTestStore();
});

afterAll(async () => {
  await store.close();
  await stopTestServers();
});

const nurse = {
  number: "10000000001",
  profession: "nurse",
  region: "metropolitan",
  healthCentre: false,
} as const;
const physician = { number: "10000000002", profession: "physician", region: "metropolitan" } as const;
const facts = {
  patient: { hospitalisedAtRequester: false },
  consent: { informedOf: ["reason", "responder-identity", "responder-specialty", "return-mode"] },
} as const;

function opinionOf(remoteId: string, change: Partial<Opinion> = {}): Opinion {
  return {
    remoteId,
    version: "1",
    state: "completed",
    answeredOn: "2026-11-24",
    urgent: false,
    consentGiven: true,
    ins: "258019999900129",
    requester: nurse,
    responder: physician,
    ...change,
  };
}

/** Claims each opinion in turn, and notes the responder's claim as sent. */
async function billEach(
  opinions: readonly (Opinion & { readonly besides?: FactsOf<typeof teleExpertise> })[],
  wholeFor: readonly string[],
) {
  const { clinic, settings } = await clinicOn(store);
  const { pseudonymKey } = settings;
  const statuses: string[] = [];
  for (const { besides, ...opinion } of opinions) {
    await clinic.transaction(async (transaction) => {
      const usage = { pseudonymKey, wholeFor: new Set(wholeFor) };
      const before = await billedBefore(transaction, opinion, usage);
      const claims = claimOpinion({ opinion, facts: joinFacts(facts, besides), before });
      if (claims.status !== "answered") throw new Error(claims.status);
      const claim = claims.responder;
      statuses.push(claim.status);
      if (claim.status === "claim")
        await recordBilled(transaction, { opinion, role: "responder", claim }, settings);
    });
  }
  return statuses;
}

const whole = [nurse.number, physician.number];

describe("acts that were billed", () => {
  it("are counted per patient, professional and civil year, up to the cap", async () => {
    const five = ["1", "2", "3", "4", "5"].map((id) => opinionOf(id));
    expect(await billEach(five, whole)).toEqual(["claim", "claim", "claim", "claim", "no-claim"]);
  });

  it("count for nobody else, for no other patient and in no other year", async () => {
    const four = ["1", "2", "3", "4"].map((id) => opinionOf(id));
    const others = [
      opinionOf("5", { answeredOn: "2027-01-01" }),
      opinionOf("6", { ins: "170029999900288" }),
      opinionOf("7", { responder: { ...physician, number: "10000000007" } }),
    ];
    const everybody = [...whole, "10000000007"];
    expect((await billEach([...four, ...others], everybody)).slice(4)).toEqual(["claim", "claim", "claim"]);
  });

  it.each<readonly [string, IsoDay, IsoDay, IsoDay]>([
    ["back into the old year", "2025-12-20", "2026-01-02", "2025-12-31"],
    ["on into the new year", "2026-01-20", "2025-12-31", "2026-01-01"],
  ])("count in the year of the day that is billed, where the desk moves it %s", async (_, ...days) => {
    const [answeredOn, told, correctedTo] = days;
    const four = ["1", "2", "3", "4"].map((id) => opinionOf(id, { answeredOn }));
    const fifth = opinionOf("5", { answeredOn: told });
    expect(
      await billEach([...four, { ...fifth, besides: { act: { on: correctedTo } } }, fifth], whole),
    ).toEqual([...["claim", "claim", "claim", "claim"], ...["no-claim", "claim"]]);
  });

  describe("in 2022, when the levels ended on 1 April", () => {
    const [level1, level2] = [false, true].map((isLevel2) => ({
      patient: { longTermCondition: true, knownToResponder: isLevel2 },
      request: { complex: isLevel2 },
    }));
    const asked = { requester: { ...nurse, profession: "physician" } } as const;
    const billed = async (acts: readonly (readonly [IsoDay, typeof level1])[]) => {
      const opinions = acts.map(([answeredOn, besides], index) => ({
        ...opinionOf(`${index}`, { ...asked, answeredOn }),
        ...(besides === undefined ? {} : { besides }),
      }));
      return (await billEach(opinions, whole)).join(" ");
    };
    const january = ["2022-01-01", level1] as const;

    it("count with those of their level until 31 March, and all together since", async () => {
      const four = [january, january, ["2022-01-01", level2], ["2022-03-31", level2]] as const;
      expect(await billed([...four, ["2022-03-31", level1]])).toBe("claim claim claim claim claim");
      expect(await billed([...four, ["2022-03-31", level2]])).toBe("claim claim claim claim no-claim");
      expect(await billed([...four, ["2022-04-01", level1]])).toBe("claim claim claim claim no-claim");
      expect(await billed([...four.slice(1), ["2022-04-01", level1]])).toBe("claim claim claim claim");
    });

    it("count for nothing where they are of the year before", async () => {
      const four = [january, january, january, january].map(() => ["2021-12-31", level1] as const);
      for (const day of ["2022-03-31", "2022-04-01"] as const)
        expect(await billed([...four, [day, level1]])).toBe("claim claim claim claim claim");
    });
  });

  it("leave a claim open while nobody knows its day, and count once the desk names it", async () => {
    const undated = opinionOf("1", { answeredOn: undefined });
    expect(await billEach([undated, { ...undated, besides: { act: { on: "2026-01-01" } } }], whole)).toEqual([
      "open",
      "claim",
    ]);
  });

  it("leave a claim open where others may have been billed elsewhere", async () => {
    expect(await billEach([opinionOf("1")], [nurse.number])).toEqual(["open"]);
  });

  it("count an opinion once, however often its claim is noted, and not for itself", async () => {
    const { clinic, settings } = await clinicOn(store);
    const opinion = opinionOf("1");
    const usage = { pseudonymKey: settings.pseudonymKey, wholeFor: new Set(whole) };
    const before = { acts: [], isWhole: true };
    const settled = claimOpinion({ opinion, facts, before: { responder: before, requester: before } });
    if (settled.status !== "answered" || settled.requester.status !== "claim") throw new Error("no claim");
    const billed = { opinion, role: "requester", claim: settled.requester } as const;
    await clinic.transaction(async (transaction) => {
      expect(await recordBilled(transaction, billed, settings)).toBe(true);
      expect(await recordBilled(transaction, billed, settings)).toBe(true);
      expect(await billedBefore(transaction, opinion, usage)).toMatchObject({ requester: { acts: [] } });
      expect(await billedBefore(transaction, opinionOf("2"), usage)).toMatchObject({
        requester: { acts: [{ year: 2026, level: "single" }] },
      });
      const nobody = { ...billed, opinion: opinionOf("3", { ins: undefined }) };
      expect(await recordBilled(transaction, nobody, settings)).toBe(false);
    });
  });

  it("are kept under a pseudonym that differs from clinic to clinic", async () => {
    const patients = new Set<string>();
    for (const byte of [1, 2]) {
      const { clinic, settings } = await clinicOn(store, {}, { pseudonymKey: new Uint8Array(32).fill(byte) });
      const before = { acts: [], isWhole: true };
      const claims = claimOpinion({
        opinion: opinionOf("1"),
        facts,
        before: { responder: before, requester: before },
      });
      if (claims.status !== "answered" || claims.responder.status !== "claim") throw new Error("no claim");
      const billed = { opinion: opinionOf("1"), role: "responder", claim: claims.responder } as const;
      const [row] = await clinic.transaction(async (transaction) => {
        await recordBilled(transaction, billed, settings);
        return transaction.query<{ body: string }>(sql`select body::text from guichet.records`);
      });
      expect(row?.body).not.toContain("2580199999");
      patients.add(row?.body ?? "");
    }
    expect(patients.size).toBe(2);
  });
});
