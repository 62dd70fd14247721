import { describe, expect, it } from "vitest";
import type { IsoDay } from "../src/calendar/civil-day.js";
import { decide } from "../src/engine/decide.js";
import type { OutcomeOfPolicy } from "../src/language/policy.js";
import { recordHandover } from "../src/policies/index.js";

describe("the days of record-handover", () => {
  type Outcome = Partial<OutcomeOfPolicy<typeof recordHandover>>;

  const outcomeOf = (
    receivedOn: IsoDay,
    newestInformationOn: IsoDay,
    oldestInformationOn: IsoDay,
    on: IsoDay,
  ) =>
    decide(recordHandover, {
      request: { receivedOn },
      record: { newestInformationOn, oldestInformationOn },
      delivery: { on, mode: "in-hand" },
    });

  it("begin with the statute: the day before it is in force, the day itself", () => {
    expect(outcomeOf("2002-03-04", "2002-01-01", "2002-01-01", "2002-03-06").status).toBe("not-in-force");
    expect(outcomeOf("2002-03-05", "2002-01-01", "2002-01-01", "2002-03-07").outcome).toMatchObject({
      earliestHandoverOn: "2002-03-07",
      latestHandoverOn: "2002-03-13",
    });
  });

  const tooEarly = { refusals: ["before-reflection-period"] } as const;
  const rows: readonly (readonly [string, IsoDay, IsoDay, IsoDay, IsoDay, Outcome])[] = [
    [
      "the day before the reflection period ends",
      "2026-03-02",
      "2026-01-05",
      "2026-01-05",
      "2026-03-03",
      tooEarly,
    ],
    [
      "the day it ends",
      "2026-03-02",
      "2026-01-05",
      "2026-01-05",
      "2026-03-04",
      { refusals: [], earliestHandoverOn: "2026-03-04" },
    ],
    [
      "the last of the 8 days",
      "2026-03-02",
      "2026-01-05",
      "2026-01-05",
      "2026-03-10",
      { latestHandoverOn: "2026-03-10", deadlineMissed: false },
    ],
    ["the day after them", "2026-03-02", "2026-01-05", "2026-01-05", "2026-03-11", { deadlineMissed: true }],
    [
      "the 8 days over the end of a leap February",
      "2024-02-25",
      "2024-01-05",
      "2024-01-05",
      "2024-03-04",
      { latestHandoverOn: "2024-03-04", deadlineMissed: false },
    ],
    [
      "information of 5 years to the day",
      "2026-03-02",
      "2021-03-02",
      "2021-03-02",
      "2026-03-06",
      { latestHandoverOn: "2026-03-10", oldPartLatestHandoverOn: "none" },
    ],
    [
      "information of 5 years and a day",
      "2026-03-02",
      "2021-03-01",
      "2021-03-01",
      "2026-03-06",
      { latestHandoverOn: "2026-05-02", oldPartLatestHandoverOn: "none" },
    ],
    [
      "a leap day, 5 years before the last of February",
      "2025-02-28",
      "2020-02-29",
      "2020-02-29",
      "2025-03-06",
      { latestHandoverOn: "2025-03-08" },
    ],
    [
      "a leap day, 5 years before the first of March",
      "2025-03-01",
      "2020-02-29",
      "2020-02-29",
      "2025-03-06",
      { latestHandoverOn: "2025-05-01" },
    ],
    [
      "an oldest part of 5 years to the day",
      "2026-03-02",
      "2026-01-05",
      "2021-03-02",
      "2026-03-06",
      { oldPartLatestHandoverOn: "none" },
    ],
    [
      "an oldest part of 5 years and a day",
      "2026-03-02",
      "2026-01-05",
      "2021-03-01",
      "2026-03-06",
      { latestHandoverOn: "2026-03-10", oldPartLatestHandoverOn: "2026-05-02" },
    ],
    [
      "the last of the 2 months",
      "2025-12-31",
      "2019-01-01",
      "2019-01-01",
      "2026-02-28",
      { latestHandoverOn: "2026-02-28", deadlineMissed: false },
    ],
    [
      "the day after the 2 months",
      "2025-12-31",
      "2019-01-01",
      "2019-01-01",
      "2026-03-01",
      { deadlineMissed: true },
    ],
    [
      "the 2 months in a leap year",
      "2023-12-31",
      "2018-01-01",
      "2018-01-01",
      "2024-02-29",
      { latestHandoverOn: "2024-02-29", deadlineMissed: false },
    ],
  ];

  it.each(rows)("are counted as terms are: %s", (_, receivedOn, newest, oldest, on, expected) => {
    expect(outcomeOf(receivedOn, newest, oldest, on).outcome).toMatchObject(expected);
  });
});
