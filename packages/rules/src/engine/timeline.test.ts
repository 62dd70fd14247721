import { describe, expect, it } from "vitest";
import { dayFromIso, isoFromDay } from "../calendar/civil-day.js";
import { amount, citing, date, integer, oneOf } from "../language/index.js";
import { definePolicy, type Policy } from "../language/policy.js";
import { amendmentsIn, compareStarts, issuedEdition, rowFor, segmentOn, segmentsOf } from "./timeline.js";

const page = citing("page");
const cites = [page("1")] as const;
const about = { holder: "desk", privacy: "internal" } as const;

function policyFrom<const Start extends string>(first: Start & (`${number}-${number}-${number}` | "open")) {
  return definePolicy({
    id: "visitor-parking",
    title: "Visitor parking",
    question: "What does parking cost?",
    jurisdiction: "FR",
    datedBy: "on",
    locales: ["en"],
    sources: { page: { title: "Page", kind: "house-rule", dated: true, checkedOn: "2026-11-21" } },
    facts: {
      on: date({ label: "day", ...about }),
      zone: oneOf(["north", "south"], { label: "zone", ...about }),
      vehicle: oneOf(["car", "bike"], { label: "vehicle", ...about }),
    },
    decisions: { cents: amount("EUR", { label: "fee" }), hours: integer({ label: "hours" }) },
    rates: {
      fee: {
        kind: "amount",
        currency: "EUR",
        label: "fee",
        by: ["zone", "vehicle"],
        rows: [
          { for: ["north", "car"], from: "2025-01-01", value: 350, cites },
          { for: ["north", "car"], from: "2024-07-01", value: 300, cites },
          { from: "open", value: 100, cites },
          { for: ["north"], from: "2023-01-01", value: 200, cites },
        ],
      },
    },
    // Out of order: the calendar is cut by their starts.
    editions: [
      {
        inForceFrom: "2025-01-01",
        source: page("2"),
        tables: [
          { decides: "cents", id: "P-2", is: { fact: "rate.fee" } },
          { decides: "hours", id: "P-3", is: 2 },
        ],
      },
      {
        inForceFrom: first,
        source: page("1"),
        tables: [
          { decides: "cents", id: "P-1", is: { fact: "rate.fee" } },
          { decides: "hours", id: "P-4", is: 1 },
        ],
      },
    ],
  });
}

const parking = policyFrom("2024-01-01");

describe("the segments of a policy", () => {
  it("begin with each edition and each rate, and end where the next begins", () => {
    expect(segmentsOf(parking).map(({ from, to, edition }) => [from, to, edition.inForceFrom])).toEqual([
      ["2024-01-01", "2024-06-30", "2024-01-01"],
      ["2024-07-01", "2024-12-31", "2024-01-01"],
      ["2025-01-01", null, "2025-01-01"],
    ]);
  });

  it("have no beginning where the first edition has none", () => {
    const open = segmentsOf(policyFrom("open"));
    expect(open.map(({ from, to }) => [from, to])).toEqual([
      [null, "2022-12-31"],
      ["2023-01-01", "2024-06-30"],
      ["2024-07-01", "2024-12-31"],
      ["2025-01-01", null],
    ]);
  });

  it("hold every day in force exactly once", () => {
    for (let day = dayOf("2024-01-01"); day <= dayOf("2025-02-01"); day += 1) {
      const iso = isoFromDay(day);
      const holding = segmentsOf(parking).filter(
        ({ from, to }) => (from ?? iso) <= iso && iso <= (to ?? iso),
      );
      expect(holding).toEqual([segmentOn(parking, iso)]);
    }
  });

  it.each([
    ["2023-12-31", undefined],
    ["2024-01-01", 0],
    ["2024-06-30", 0],
    ["2024-07-01", 1],
    ["2024-12-31", 1],
    ["2025-01-01", 2],
    ["9999-12-31", 2],
  ])("on %s are number %j", (day, index) => {
    expect(segmentOn(parking, day)?.index).toBe(index);
  });

  it("are cut once", () => {
    expect(segmentsOf(parking)).toBe(segmentsOf(parking));
  });
});

describe("the segments of a policy that carries amendments", () => {
  const amended: Policy = {
    ...parking,
    amendments: [
      {
        id: "works",
        title: "Works",
        holds: [{ from: "2024-03-01", to: "2024-03-31" }, { from: "2025-06-01" }],
      },
      { id: "fair", title: "Fair", holds: [{ from: "2023-12-01", to: "2024-03-14" }] },
      { id: "words", title: "Words", holds: [] },
    ],
  };

  it("also begin where something of an amendment begins, and after its last day", () => {
    expect(segmentsOf(amended).map(({ from }) => from)).toEqual([
      "2024-01-01",
      "2024-03-01",
      "2024-03-15",
      "2024-04-01",
      "2024-07-01",
      "2025-01-01",
      "2025-06-01",
    ]);
  });

  it("name the amendments of which something holds, in the order in which they were made", () => {
    expect(segmentsOf(amended).map((segment) => amendmentsIn(amended, segment).join())).toEqual([
      "fair",
      "works,fair",
      "works",
      "",
      "",
      "",
      "works",
    ]);
    expect(segmentsOf(parking).flatMap((segment) => amendmentsIn(parking, segment))).toEqual([]);
  });

  it("name no amendment on days without a beginning", () => {
    const open: Policy = { ...policyFrom("open"), amendments: amended.amendments ?? [] };
    const [first, second] = segmentsOf(open);
    expect([first, second].map((segment) => segment && amendmentsIn(open, segment))).toEqual([[], []]);
    expect(segmentsOf(open).map((segment) => amendmentsIn(open, segment).join())).toContain("fair");
  });

  it("belong to the edition as it was issued, amended or not", () => {
    const [later, ...earlier] = amended.editions;
    const copies = earlier.map((one) => ({ ...one, inForceFrom: "2024-03-01", repeats: one.inForceFrom }));
    const copied: Policy = { ...amended, editions: [later, ...earlier, ...copies] };
    const on = (day: string) => segmentOn(copied, day) ?? expect.fail(`nothing is in force on ${day}`);
    expect(on("2024-02-29").edition.inForceFrom).toBe("2024-01-01");
    expect(on("2024-03-01").edition.inForceFrom).toBe("2024-03-01");
    expect(["2024-02-29", "2024-03-01", "2025-01-01"].map((day) => issuedEdition(on(day)))).toEqual([
      "2024-01-01",
      "2024-01-01",
      "2025-01-01",
    ]);
  });
});

describe("the row of a rate", () => {
  const on = (day: string, ...key: readonly string[]) => {
    const segment = segmentOn(parking, day) ?? expect.fail(`nothing is in force on ${day}`);
    return rowFor(segment, "fee", key)?.value;
  };

  it("is the most specific one that has begun", () => {
    expect(on("2024-06-30", "north", "car")).toBe(200);
    expect(on("2024-07-01", "north", "car")).toBe(300);
    expect(on("2024-12-31", "north", "car")).toBe(300);
    expect(on("2025-01-01", "north", "car")).toBe(350);
    expect(on("2025-01-01", "north", "bike")).toBe(200);
    expect(on("2025-01-01", "south", "car")).toBe(100);
  });

  it("is missing for a rate that is not declared", () => {
    const [segment] = segmentsOf(parking);
    expect(segment && rowFor(segment, "fine", ["north", "car"])).toBeUndefined();
  });
});

describe("starts", () => {
  it("come in the order of their days, one without a day first", () => {
    expect(["2024-01-02", "open", "2024-01-01", "open"].toSorted(compareStarts)).toEqual([
      "open",
      "open",
      "2024-01-01",
      "2024-01-02",
    ]);
    expect(["open", "2024-01-01"].map((start) => compareStarts(start, start))).toEqual([0, 0]);
  });
});

function dayOf(iso: string): number {
  return dayFromIso(iso) ?? expect.fail(`${iso} is no day`);
}
