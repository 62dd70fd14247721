import { expect, test } from "vitest";
import { segmentOn, type Segment } from "../engine/timeline.js";
import type { Expression } from "../language/expression.js";
import { visitorParking } from "../testing/visitor-parking.js";
import { factsRead } from "./facts-read.js";

function readBy(is: Expression): readonly string[] {
  const segment = segmentOn(visitorParking, "2024-03-04");
  if (!segment) throw new Error("the policy is not in force; choose a later day");
  const edition = { ...segment.edition, tables: [{ decides: "feeCents", id: "P-1", is }] };
  const one: Segment = { ...segment, edition };
  return [...factsRead(visitorParking, one)];
}

test("the rules read a rate's key: the declared facts, or those a use names instead", () => {
  expect(readBy({ fact: "rate.longestStay" })).toEqual(["visit.vehicle", "host.vehicle"]);
  expect(readBy({ fact: "rate.feeCents" })).toEqual(["visit.vehicle"]);
  expect(readBy({ fact: "rate.feeCents", params: { by: ["host.vehicle"] } })).toEqual(["host.vehicle"]);
  expect(readBy({ fact: "rate.lastDay" })).toEqual([]);
});

test("the rules read facts and not decisions, however deep they stand", () => {
  expect(readBy({ plus: [{ plus: [{ fact: "visit.on" }, "P1D"] }, "P1D"] })).toEqual(["visit.on"]);
  expect(readBy({ fact: "decision.until" })).toEqual([]);
});
