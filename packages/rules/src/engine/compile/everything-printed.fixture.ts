/** What is printed of `everything`, to be read as whoever audits a module reads it. */
export const everythingPrinted = String.raw`// The policy everything, compiled by guichet. Do not edit: compile it anew.
import {
  decideCompiled,
  isObjectOfFacts,
  isWhole,
  readBits,
  readDay,
  readText,
  readTime,
  readWords,
  wrong,
  dayOrNone,
  groundOf,
  holds,
  numberOrNone,
  plus,
  plusOrNone,
  timeOrNone,
  weekdayOf,
} from "@guichet/rules/compiled";

export const decideEverything = /* @__PURE__ */ decideCompiled({
  format: 2,
  data: {
    policy: "everything",
    names: [
      ["urgent", "known", "visit", "side", "corner", "unit", "team", "held", "marks", "mark"],
      ["on", "endsOn", "at", "acts", "cap"],
    ],
    facts: [
      { name: "urgent", slot: 0, is: "boolean" },
      { name: "known", slot: 1, is: "boolean" },
      { name: "visit.on", slot: 2, is: "day" },
      { name: "visit.endsOn", slot: 3, is: "day" },
      { name: "visit.at", slot: 4, is: "time" },
      { name: "visit.acts", slot: 5, is: "number" },
      { name: "visit.cap", slot: 6, is: "number" },
      { name: "side", slot: 7, is: "choice", values: ["north", "south", "east"] },
      { name: "corner", slot: 8, is: "choice", values: ["east", "north"], numbers: [2, 0] },
      { name: "unit", slot: 9, is: "text" },
      { name: "team", slot: 10, is: "text" },
      { name: "held", slot: 11, is: "set", values: ["a", "b", "c"] },
      {
        name: "marks",
        slot: 12,
        is: "set",
        values: [
          "m0",
          "m1",
          "m2",
          "m3",
          "m4",
          "m5",
          "m6",
          "m7",
          "m8",
          "m9",
          "m10",
          "m11",
          "m12",
          "m13",
          "m14",
          "m15",
          "m16",
          "m17",
          "m18",
          "m19",
          "m20",
          "m21",
          "m22",
          "m23",
          "m24",
          "m25",
          "m26",
          "m27",
          "m28",
          "m29",
          "m30",
          "m31",
          "m32",
        ],
        words: 2,
      },
      { name: "mark", slot: 14, is: "choice", values: ["m1", "m32"], numbers: [1, 32], words: 2 },
    ],
    decisions: [
      { name: "open", slot: 17, is: "boolean" },
      { name: "late", slot: 18, is: "boolean" },
      { name: "where", slot: 19, is: "choice", values: ["north", "south", "east", "west"] },
      {
        name: "weekday",
        slot: 20,
        is: "choice",
        values: ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"],
      },
      { name: "lacking", slot: 21, is: "set", values: ["a", "b", "c", "d"] },
      {
        name: "collected",
        slot: 22,
        is: "set",
        values: [
          "m0",
          "m1",
          "m2",
          "m3",
          "m4",
          "m5",
          "m6",
          "m7",
          "m8",
          "m9",
          "m10",
          "m11",
          "m12",
          "m13",
          "m14",
          "m15",
          "m16",
          "m17",
          "m18",
          "m19",
          "m20",
          "m21",
          "m22",
          "m23",
          "m24",
          "m25",
          "m26",
          "m27",
          "m28",
          "m29",
          "m30",
          "m31",
          "m32",
        ],
        words: 2,
      },
      { name: "count", slot: 24, is: "number", orNone: true },
      { name: "feeCents", slot: 25, is: "number" },
      { name: "dueOn", slot: 26, is: "day", orNone: true },
      { name: "remindOn", slot: 27, is: "day", orNone: true },
      { name: "opensAt", slot: 28, is: "time" },
      { name: "moved", slot: 29, is: "boolean" },
    ],
    outcome: [
      "late",
      "where",
      "weekday",
      "lacking",
      "collected",
      "count",
      "feeCents",
      "dueOn",
      "remindOn",
      "opensAt",
    ],
    day: 2,
    partial: 15,
    given: true,
    starts: [20454, 20819],
    sources: {
      page: { checkedOn: "2026-01-31", dated: true },
      poster: { checkedOn: "2025-12-31", dated: false },
    },
    rates: {
      base: [
        {
          from: "open",
          value: 700,
          cites: [{ document: "page", section: "1", confidence: "certain" }],
        },
      ],
      fee: [
        {
          from: "open",
          value: 100,
          cites: [{ document: "page", section: "1", confidence: "certain" }],
        },
        {
          for: ["south"],
          from: "2027-01-01",
          value: 250,
          cites: [{ document: "page", section: "1", confidence: "certain" }],
        },
      ],
      price: [
        { from: "open", value: 5, cites: [{ document: "page", section: "1", confidence: "certain" }] },
        {
          for: ["north"],
          from: "open",
          value: 6,
          cites: [{ document: "page", section: "1", confidence: "certain" }],
        },
        {
          for: ["north", "east"],
          from: "open",
          value: "none",
          cites: [{ document: "page", section: "1", confidence: "certain" }],
        },
      ],
      allowed: [
        {
          from: "open",
          value: ["east"],
          cites: [{ document: "page", section: "1", confidence: "certain" }],
        },
      ],
      papers: [
        {
          from: "open",
          value: ["a", "c"],
          cites: [{ document: "page", section: "1", confidence: "certain" }],
        },
        {
          for: ["east"],
          from: "open",
          value: ["b"],
          cites: [{ document: "page", section: "1", confidence: "certain" }],
        },
      ],
      closing: [
        {
          from: "open",
          value: "2026-12-24",
          cites: [{ document: "page", section: "1", confidence: "certain" }],
        },
      ],
    },
    editions: [
      {
        tables: [
          { decides: ["open"], casesAt: 0, rows: 1 },
          { decides: ["where", "opensAt"], casesAt: 1, rows: 4 },
          { decides: ["late"], casesAt: 2, rows: 1 },
          { decides: ["weekday"], casesAt: 3, rows: 1 },
          { decides: ["lacking"], casesAt: 4, rows: 1 },
          { decides: ["collected"], casesAt: 5, rows: 6, collects: true },
          { decides: ["count"], casesAt: 6, rows: 5 },
          { decides: ["feeCents"], casesAt: 7, rows: 1 },
          { decides: ["dueOn"], casesAt: 8, rows: 3 },
          { decides: ["remindOn"], casesAt: 9, rows: 1 },
          { decides: ["moved"], casesAt: 10, rows: 1 },
        ],
        grounds: 14,
        trace: {
          source: { document: "page", section: "2", confidence: "certain" },
          decisions: {
            open: { rows: [{ cites: [] }], guards: [] },
            late: { rows: [{ id: "E-5", rates: [{ rate: "closing", by: [] }] }], guards: [] },
            where: {
              rows: [
                {
                  id: "E-1",
                  cites: [{ document: "poster", section: "3", confidence: "likely" }],
                  helpers: ["open"],
                },
                { id: "E-2", gap: true },
                { id: "E-3" },
                { id: "E-4" },
              ],
              guards: [],
            },
            weekday: { rows: [{ id: "E-6" }], guards: [] },
            lacking: { rows: [{ id: "E-7", rates: [{ rate: "papers", by: ["side"] }] }], guards: [] },
            collected: {
              rows: [
                { id: "E-8" },
                { id: "E-9" },
                { id: "E-10" },
                { id: "E-11" },
                { id: "E-12", rates: [{ rate: "base", by: [] }] },
                { id: "E-13", rates: [{ rate: "base", by: [] }] },
              ],
              guards: [],
            },
            count: {
              rows: [
                { id: "E-14", rates: [{ rate: "price", by: ["side", "corner"] }] },
                { id: "E-15" },
                { id: "E-16", rates: [{ rate: "price", by: ["side", "corner"] }] },
                { id: "E-17" },
                { id: "E-18" },
              ],
              guards: [],
            },
            feeCents: {
              rows: [
                {
                  id: "E-19",
                  rates: [{ rate: "allowed", by: [] }, { rate: "fee", by: ["side"] }],
                  helpers: ["open"],
                },
              ],
              guards: ["open"],
            },
            dueOn: { rows: [{ id: "E-20" }, { id: "E-21" }, { id: "E-22" }], guards: [] },
            remindOn: { rows: [{ id: "E-23" }], guards: [] },
            opensAt: {
              rows: [
                {
                  id: "E-1",
                  cites: [{ document: "poster", section: "3", confidence: "likely" }],
                  helpers: ["open"],
                },
                { id: "E-2", gap: true },
                { id: "E-3" },
                { id: "E-4" },
              ],
              guards: [],
            },
            moved: { rows: [{ cites: [] }], guards: [] },
          },
        },
      },
      {
        tables: [
          { decides: ["where"], casesAt: 0, rows: 1 },
          { decides: ["weekday"], casesAt: 1, rows: 1 },
          { decides: ["lacking"], casesAt: 2, rows: 1 },
          { decides: ["collected"], casesAt: 3, rows: 1 },
          { decides: ["count"], casesAt: 4, rows: 1 },
          { decides: ["dueOn"], casesAt: 5, rows: 4 },
          { decides: ["remindOn"], casesAt: 6, rows: 1 },
          { decides: ["opensAt"], casesAt: 7, rows: 4 },
          { decides: ["moved"], casesAt: 8, rows: 1 },
        ],
        grounds: 10,
        trace: {
          source: { document: "poster", section: "4", confidence: "interpretation" },
          decisions: {
            open: { rows: [], guards: [] },
            late: { rows: [], guards: [] },
            where: { rows: [{ id: "E-24" }], guards: [] },
            weekday: { rows: [{ id: "E-25" }], guards: [] },
            lacking: { rows: [{ id: "E-26" }], guards: [] },
            collected: { rows: [{ id: "E-37" }], guards: [] },
            count: { rows: [{ id: "E-27" }], guards: [] },
            feeCents: { rows: [], guards: [] },
            dueOn: {
              rows: [{ id: "E-28" }, { id: "E-29", helpers: ["open"] }, { id: "E-30" }, { id: "E-31" }],
              guards: [],
            },
            remindOn: { rows: [{ id: "E-32" }], guards: [] },
            opensAt: { rows: [{ id: "E-33" }, { id: "E-34" }, { id: "E-35" }, { id: "E-36" }], guards: [] },
            moved: { rows: [{ cites: [] }], guards: [] },
          },
        },
      },
    ],
  },
  read(data) {
    const { names, ids } = data;
    return function read(facts) {
      if (!isObjectOfFacts(facts)) return undefined;
      let partial = false;
      let given_urgent, given_known, given_visit, given_side, given_corner, given_unit, given_team, given_held, given_marks, given_mark;
      if (names[0].areAllOf(facts)) {
        given_urgent = facts.urgent;
        given_known = facts.known;
        given_visit = facts.visit;
        given_side = facts.side;
        given_corner = facts.corner;
        given_unit = facts.unit;
        given_team = facts.team;
        given_held = facts.held;
        given_marks = facts.marks;
        given_mark = facts.mark;
      } else {
        const picked = names[0].pick(facts);
        if (picked === undefined) return undefined;
        given_urgent = picked[0];
        given_known = picked[1];
        given_visit = picked[2];
        given_side = picked[3];
        given_corner = picked[4];
        given_unit = picked[5];
        given_team = picked[6];
        given_held = picked[7];
        given_marks = picked[8];
        given_mark = picked[9];
      }
      let slot_0 = given_urgent;
      if (typeof slot_0 !== "boolean") {
        if (given_urgent !== undefined) return undefined;
        slot_0 = undefined;
        partial = true;
      }
      let slot_1 = given_known;
      if (typeof slot_1 !== "boolean") {
        if (given_known !== undefined) return undefined;
        slot_1 = undefined;
        partial = true;
      }

      // visit
      let given_visit_on, given_visit_endsOn, given_visit_at, given_visit_acts, given_visit_cap;
      if (given_visit === undefined) partial = true;
      else {
        if (!isObjectOfFacts(given_visit)) return undefined;
        if (names[1].areAllOf(given_visit)) {
          given_visit_on = given_visit.on;
          given_visit_endsOn = given_visit.endsOn;
          given_visit_at = given_visit.at;
          given_visit_acts = given_visit.acts;
          given_visit_cap = given_visit.cap;
        } else {
          const picked = names[1].pick(given_visit);
          if (picked === undefined) return undefined;
          given_visit_on = picked[0];
          given_visit_endsOn = picked[1];
          given_visit_at = picked[2];
          given_visit_acts = picked[3];
          given_visit_cap = picked[4];
        }
      }
      let slot_2 = readDay(given_visit_on);
      if (slot_2 === wrong) {
        if (given_visit_on !== undefined) return undefined;
        slot_2 = undefined;
        partial = true;
      }
      let slot_3 = readDay(given_visit_endsOn);
      if (slot_3 === wrong) {
        if (given_visit_endsOn !== undefined) return undefined;
        slot_3 = undefined;
        partial = true;
      }
      let slot_4 = readTime(given_visit_at);
      if (slot_4 === wrong) {
        if (given_visit_at !== undefined) return undefined;
        slot_4 = undefined;
        partial = true;
      }
      let slot_5 = isWhole(given_visit_acts, 0, 12) ? given_visit_acts + 0 : undefined;
      if (slot_5 === undefined) {
        if (given_visit_acts !== undefined) return undefined;
        partial = true;
      }
      let slot_6 = isWhole(given_visit_cap, -Infinity, Infinity) ? given_visit_cap + 0 : undefined;
      if (slot_6 === undefined) {
        if (given_visit_cap !== undefined) return undefined;
        partial = true;
      }
      let slot_7 = ids[0].get(given_side);
      if (slot_7 === undefined) {
        if (given_side !== undefined) return undefined;
        partial = true;
      }
      let slot_8 = ids[1].get(given_corner);
      if (slot_8 === undefined) {
        if (given_corner !== undefined) return undefined;
        partial = true;
      }
      let slot_9 = readText(given_unit);
      if (slot_9 === undefined) {
        if (given_unit !== undefined) return undefined;
        partial = true;
      }
      let slot_10 = readText(given_team);
      if (slot_10 === undefined) {
        if (given_team !== undefined) return undefined;
        partial = true;
      }
      let slot_11 = readBits(given_held, ids[2]);
      if (slot_11 === wrong) {
        if (given_held !== undefined) return undefined;
        slot_11 = undefined;
        partial = true;
      }
      const words_12 = readWords(given_marks, ids[3], 2);
      if (words_12 === undefined) {
        if (given_marks !== undefined) return undefined;
        partial = true;
      }
      let slot_14 = ids[4].get(given_mark);
      if (slot_14 === undefined) {
        if (given_mark !== undefined) return undefined;
        partial = true;
      }

      return [slot_0, slot_1, slot_2, slot_3, slot_4, slot_5, slot_6, slot_7, slot_8, slot_9, slot_10, slot_11, words_12?.[0], words_12?.[1], slot_14, partial, given_visit_on];
    };
  },
  segments: [
    {
      data: {
        edition: "2026-01-01",
        amendments: [],
        fingerprint: "sha256:a10e8c96741eeff87e2f670aec385ef165ca5ce02254faf360deb834e1faaf4a",
        reads: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14],
        rates: { base: [0], fee: [0], price: [2, 1, 0], allowed: [0], papers: [1, 0], closing: [0] },
        editionAt: 0,
      },
      texts: ["Zo\u00e9", "x", "y"],
      run(data) {
        // everything, from 2026-01-01 to 2026-12-31
        const { texts, lists, values } = data;
        const rate_0 = [0, 1, 2, 3, 4, 5, 6]; // weekdays
        const rate_1 = [5, 5, 2, 0]; // papers
        const rate_2 = [6, 0, NaN, 0, 5, 0, 5, 0, 5, 0, 5, 0, 0, 0, 0, 0]; // price
        const rate_3 = [100, 100, 100, 0]; // fee
        return function decide(facts, grounds) {
          const fact_urgent = facts[0];
          const fact_known = facts[1];
          const fact_visit_on = facts[2];
          const fact_visit_endsOn = facts[3];
          const fact_visit_at = facts[4];
          const fact_visit_acts = facts[5];
          const fact_visit_cap = facts[6];
          const fact_side = facts[7];
          const fact_corner = facts[8];
          const fact_unit = facts[9];
          const fact_team = facts[10];
          const fact_held = facts[11];
          const fact_marks = facts[12];
          const fact_marks_1 = facts[13];
          const fact_mark = facts[14];
          if (!(fact_visit_on <= fact_visit_endsOn)) return undefined; // given
          if (!(fact_known !== fact_urgent)) return undefined; // given
          let decision_open = false;
          let decision_late = true;
          let decision_where;
          let decision_weekday;
          let decision_lacking;
          let decision_collected = 1;
          let decision_collected_1 = 1;
          let decision_count;
          let decision_feeCents = 0;
          let decision_dueOn;
          let decision_remindOn;
          let decision_opensAt;
          let decision_moved;

          // open
          let case_0 = -1;
          if (fact_urgent || fact_visit_at >= 510) {
            case_0 = 0;
            decision_open = fact_visit_at < 1080 && fact_known;
          }

          // where, opensAt
          let case_1 = 0;
          if (
            decision_open &&
            (fact_unit === texts[0] || (fact_unit === texts[1] || fact_unit === texts[2]) || fact_unit === fact_team) &&
            fact_visit_on > 20634 /* 2026-06-30 */
          ) { // E-1
            case_1 = 0;
            decision_where = 3; // west
            decision_opensAt = 420;
          } else if (!(fact_side === 0 /* north */ && fact_corner !== 0 /* north */)) { // E-2
            case_1 = 1;
            decision_where = fact_side;
            decision_opensAt = fact_visit_at;
          } else if (fact_side === fact_corner) { // E-3
            case_1 = 2;
            decision_where = fact_corner;
            decision_opensAt = 1439;
          } else { // E-4
            case_1 = 3;
            decision_where = 1; // south
            decision_opensAt = 0;
          }

          // late
          let case_2 = 0;
          case_2 = 0; // E-5
          decision_late = fact_visit_on > 20811 /* 2026-12-24 */;

          // weekday
          let case_3 = 0;
          case_3 = 0; // E-6
          decision_weekday = rate_0[weekdayOf(plus(fact_visit_on, 1, 2))];

          // lacking
          let case_4 = 0;
          case_4 = 0; // E-7
          decision_lacking = ((15 & ~fact_held) & ~rate_1[fact_side]);

          // collected
          let case_5 = 0;
          if (fact_visit_acts !== 3) {
            decision_collected = 0;
            decision_collected_1 = 0;
            if ((fact_marks_1 & 2 /* m32 */) !== 0) { // E-8
              case_5 |= 1;
              decision_collected |= 1073741826; // m1, m30
              decision_collected_1 |= 3; // m31, m32
            }
            if ((fact_marks & 1 /* m0 */) === 0) { // E-9
              case_5 |= 2;
              decision_collected |= fact_marks;
              decision_collected_1 |= fact_marks_1;
            }
            if (holds([fact_marks, fact_marks_1], fact_mark) !== false) { // E-10
              case_5 |= 4;
              decision_collected |= 4; // m2
            }
            if (fact_held === 0) { // E-11
              case_5 |= 8;
              decision_collected |= (fact_marks & ~2);
              decision_collected_1 |= (fact_marks_1 & ~2);
            }
            if (true) { // E-12
              case_5 |= 16;
              decision_collected |= 8; // m3
            }
          }

          // count
          let case_6 = 0;
          if (fact_visit_acts === 7 || fact_visit_acts === 8) { // E-14
            case_6 = 0;
            decision_count = rate_2[fact_side * 4 + fact_corner];
          } else if (
            fact_visit_acts <= fact_visit_cap ||
            fact_team !== texts[2] ||
            (fact_visit_cap < -3 && fact_visit_acts < fact_visit_cap)
          ) { // E-15
            case_6 = 1;
            decision_count = fact_visit_cap;
          } else if (Number.isNaN(rate_2[fact_side * 4 + fact_corner])) { // E-16
            case_6 = 2;
            decision_count = NaN;
          } else if (((5 /* north, east */ >>> fact_side) & 1) === 0) { // E-17
            case_6 = 3;
            decision_count = -4;
          } else { // E-18
            case_6 = 4;
            decision_count = fact_visit_acts;
          }

          // feeCents
          let case_7 = -1;
          if (decision_open || ((4 /* east */ >>> fact_side) & 1) === 0) {
            case_7 = 0; // E-19
            decision_feeCents = rate_3[fact_side];
          }

          // dueOn
          let case_8 = 0;
          if (!(Number.isNaN(decision_count))) { // E-20
            case_8 = 0;
            decision_dueOn = plus(fact_visit_endsOn, 0, 10);
          } else if ((fact_held & 2 /* b */) !== 0) { // E-21
            case_8 = 1;
            decision_dueOn = 20512;
          } else { // E-22
            case_8 = 2;
            decision_dueOn = NaN;
          }

          // remindOn
          let case_9 = 0;
          case_9 = 0; // E-23
          decision_remindOn = plusOrNone(decision_dueOn, 0, 7);

          // moved
          let case_10 = 0;
          case_10 = 0;
          decision_moved = !(Object.is(decision_dueOn, decision_remindOn));

          grounds[0] = case_0;
          grounds[1] = case_1;
          grounds[2] = case_2;
          grounds[3] = case_3;
          grounds[4] = case_4;
          grounds[5] = case_5;
          grounds[6] = case_6;
          grounds[7] = case_7;
          grounds[8] = case_8;
          grounds[9] = case_9;
          grounds[10] = case_10;
          grounds[11] = groundOf(facts[7]); // side
          grounds[12] = groundOf(facts[8]); // corner
          // which are empty: lacking, collected
          grounds[13] = (decision_lacking === 0 ? 1 : 0) | ((decision_collected | decision_collected_1) === 0 ? 2 : 0);
          return {
            late: decision_late,
            where: values[2][decision_where],
            weekday: values[3][decision_weekday],
            lacking: lists[4](decision_lacking),
            collected: lists[5]([decision_collected, decision_collected_1]),
            count: numberOrNone(decision_count),
            feeCents: decision_feeCents,
            dueOn: dayOrNone(decision_dueOn),
            remindOn: dayOrNone(decision_remindOn),
            opensAt: timeOrNone(decision_opensAt),
          };
        };
      },
    },
    {
      data: {
        edition: "2027-01-01",
        amendments: [],
        fingerprint: "sha256:61dec23c28d23a379271d6eafecb710dba88bbd3d3418ce56cda8383be6ca01e",
        reads: [0, 1, 2, 3, 7, 12, 13],
        rates: { base: [0], fee: [1, 0], price: [2, 1, 0], allowed: [0], papers: [1, 0], closing: [0] },
        editionAt: 1,
      },
      texts: [],
      run(data) {
        // everything, from 2027-01-01 to further notice
        const { lists, values } = data;
        return function decide(facts, grounds) {
          const fact_urgent = facts[0];
          const fact_known = facts[1];
          const fact_visit_on = facts[2];
          const fact_visit_endsOn = facts[3];
          const fact_side = facts[7];
          const fact_marks = facts[12];
          const fact_marks_1 = facts[13];
          if (!(fact_visit_on <= fact_visit_endsOn)) return undefined; // given
          if (!(fact_known !== fact_urgent)) return undefined; // given
          const decision_late = true;
          let decision_where;
          let decision_weekday;
          let decision_lacking;
          let decision_collected = 1;
          let decision_collected_1 = 1;
          let decision_count;
          const decision_feeCents = 0;
          let decision_dueOn;
          let decision_remindOn;
          let decision_opensAt;
          let decision_moved;

          // where
          let case_0 = 0;
          case_0 = 0; // E-24
          decision_where = fact_side;

          // weekday
          let case_1 = 0;
          case_1 = 0; // E-25
          decision_weekday = 4; // friday

          // lacking
          let case_2 = 0;
          case_2 = 0; // E-26
          decision_lacking = 1; // a

          // collected
          let case_3 = 0;
          case_3 = 0; // E-37
          decision_collected = fact_marks;
          decision_collected_1 = fact_marks_1;

          // count
          let case_4 = 0;
          case_4 = 0; // E-27
          decision_count = NaN;

          // dueOn
          let case_5 = 0;
          case_5 = 1; // E-29
          decision_dueOn = 20821;

          // remindOn
          let case_6 = 0;
          case_6 = 0; // E-32
          decision_remindOn = decision_dueOn;

          // opensAt
          let case_7 = 0;
          if (fact_urgent) { // E-33
            case_7 = 0;
            decision_opensAt = 480;
          } else if (!fact_known) { // E-35
            case_7 = 2;
            decision_opensAt = 600;
          } else { // E-36
            case_7 = 3;
            decision_opensAt = 725;
          }

          // moved
          let case_8 = 0;
          case_8 = 0;
          decision_moved = fact_known;

          grounds[0] = case_0;
          grounds[1] = case_1;
          grounds[2] = case_2;
          grounds[3] = case_3;
          grounds[4] = case_4;
          grounds[5] = case_5;
          grounds[6] = case_6;
          grounds[7] = case_7;
          grounds[8] = case_8;
          // which are empty: lacking, collected
          grounds[9] = (decision_lacking === 0 ? 1 : 0) | ((decision_collected | decision_collected_1) === 0 ? 2 : 0);
          return {
            late: decision_late,
            where: values[2][decision_where],
            weekday: values[3][decision_weekday],
            lacking: lists[4](decision_lacking),
            collected: lists[5]([decision_collected, decision_collected_1]),
            count: numberOrNone(decision_count),
            feeCents: decision_feeCents,
            dueOn: dayOrNone(decision_dueOn),
            remindOn: dayOrNone(decision_remindOn),
            opensAt: timeOrNone(decision_opensAt),
          };
        };
      },
    },
  ],
});
`;
