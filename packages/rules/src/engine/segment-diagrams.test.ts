import { describe, expect, it } from "vitest";
import type { Table } from "../language/edition.js";
import type { Diagram } from "./diagrams.js";
import { loan } from "./loan.fixture.js";
import { diagramsOf } from "./policy-diagrams.js";
import type { SetDiagram } from "./term-diagrams.js";
import { segmentOn } from "./timeline.js";

const segment = segmentOn(loan, "2024-05-02") ?? expect.fail("it is not in force");
const built = diagramsOf(loan).of(segment);
const { diagrams, scalars, sets } = built;
const [yes, no] = [diagrams.true, diagrams.false];
const [lent = no, late = no] = ["lent", "late"].map((name) => scalars.get(name));
const duties: SetDiagram = sets.get("duties") ?? new Map<string, Diagram>();

describe("what a result gives for a decision", () => {
  it("is a diagram, or for a set one for each value it may hold", () => {
    expect([built.result(true, "lent"), built.result(false, "lent")]).toEqual([yes, no]);
    expect(built.result({ fact: "decision.late" }, "lent")).toBe(late);
    expect(built.result(["repair", "dry"], "duties")).toEqual(
      new Map([
        ["repair", yes],
        ["dry", yes],
      ]),
    );
    expect(built.result("ward", "shelf")).toBe(diagrams.leaf({ is: "value", value: "ward" }));
  });
});

describe("where two results of a decision are the same", () => {
  it("is everywhere or nowhere, or where it depends on facts", () => {
    expect([built.same(yes, yes), built.same(yes, no), built.same(lent, lent)]).toEqual([yes, no, yes]);
    expect(built.same(lent, yes)).toBe(lent);
    expect(built.same(lent, no)).toBe(diagrams.not(lent));
  });

  it("is for sets where each value is in both, or in none", () => {
    const set = (...parts: readonly (readonly [string, Diagram])[]): SetDiagram => new Map(parts);
    expect(built.same(duties, duties)).toBe(yes);
    expect(built.same(set(["dry", no]), set())).toBe(yes);
    expect(built.same(set(), set(["dry", yes]))).toBe(no);
    expect(built.same(set(["dry", yes]), set())).toBe(no);
    expect(built.same(set(["dry", lent]), set(["dry", yes]))).toBe(lent);
    expect(built.same(set(["dry", lent]), set())).toBe(diagrams.not(lent));
    expect(built.same(set(["dry", lent], ["repair", late]), set(["repair", yes], ["dry", yes]))).toBe(
      diagrams.and(lent, late),
    );
  });
});

describe("tables that are decided once more", () => {
  it("change their decisions, and no other", () => {
    const table: Table = { decides: "lent", id: "again", is: true };
    const again = built.again([table]);
    expect(again.scalars.get("lent")).toBe(yes);
    for (const name of ["late", "dueOn", "reminderOn", "feeCents", "shelf"]) {
      expect(again.scalars.get(name), name).toBe(scalars.get(name));
    }
    expect(again.sets.get("duties")).toBe(duties);
    expect([again.given, again.segment]).toEqual([built.given, segment]);
  });

  it("read what was decided before them, and begin with their declared defaults", () => {
    const guarded: Table = {
      decides: "duties",
      id: "again",
      onlyWhen: { fact: "decision.late", operator: "equal", value: true },
      is: ["repair"],
    };
    const again = built.again([guarded]);
    expect(again.sets.get("duties")?.get("repair")).toBe(late);
    expect(again.sets.get("duties")?.get("dry")).toBe(no);
    expect(again.scalars.get("lent")).toBe(lent);
  });
});
