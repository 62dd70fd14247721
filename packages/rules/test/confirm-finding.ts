import { decide } from "../src/engine/decide.js";
import { evaluate, holds, resultOf, type Evaluation } from "../src/engine/evaluate.js";
import { segmentOn, type Segment } from "../src/engine/timeline.js";
import type { Policy } from "../src/language/policy.js";
import { decisionsOf, resultFor, rowsOf } from "../src/language/table-rows.js";
import type { Finding } from "../src/verify/finding.js";
import type { Witness } from "../src/verify/witness-of.js";
import { readerOf } from "./shipped-policies.js";

/** Whether the specification shows what a finding says, on the facts it brings along; those without have nothing to show. */
export function confirms(policy: Policy, finding: Finding): boolean {
  const { code, at, place, related, witness, after } = finding;
  if (!witness) return true;
  decide(policy, witness);
  const { segment, made } = answered(policy, witness);
  const table = segment.edition.tables.find(({ decides }) => String(decides) === String(place?.decides));
  const row = table && rowsOf(table).find(({ id }) => (id ?? place?.decides[0]) === at);
  const held = [table?.onlyWhen, row?.when].every((one) => one === undefined || holds(one, made.read));
  const isCollected = table && "hitPolicy" in table && table.hitPolicy === "collect";
  switch (code) {
    case "gap-reachable":
      return row?.gap === true && decidesIn(made, place?.decides[0], row.id);
    case "case-unreachable":
      return held && isCollected !== true && !decidesIn(made, place?.decides[0], row?.id);
    case "case-redundant": {
      const rest = { ...table, cases: rowsOf(table as never).filter((one) => one !== row) };
      const tables = segment.edition.tables.map((one) => (one === table ? rest : one));
      const without = { ...segment, edition: { ...segment.edition, tables } } as Segment;
      const other = evaluate(policy, without, readerOf(policy, witness));
      return held && outcomeIn(policy, made) === outcomeIn(policy, other);
    }
    case "cases-conflict": {
      const other = table && rowsOf(table).find(({ id }) => id === related[0]);
      if (!table || !row || !other) return false;
      const both = held && (other.when === undefined || holds(other.when, made.read));
      const results = [row, other].map((one) =>
        JSON.stringify(decisionsOf(table).map((name) => resultOf(resultFor(table, one, name), made.read))),
      );
      return both && results[0] !== results[1];
    }
    case "law-broken": {
      const law = policy.laws?.find(({ id }) => id === at);
      if (!law) return false;
      if ("never" in law) return holds(law.never, made.read);
      if (!after) return false;
      const { of } = law.monotone;
      const [one, two] = [made, answered(policy, after).made].map((each) => JSON.stringify(each.values[of]));
      return one !== two;
    }
    default:
      return true;
  }
}

function answered(
  policy: Policy,
  witness: Witness,
): { readonly segment: Segment; readonly made: Evaluation } {
  const read = readerOf(policy, witness);
  const segment = segmentOn(policy, String(read(policy.datedBy)));
  if (!segment) throw new RangeError("a witness lies on a day in force");
  return { segment, made: evaluate(policy, segment, read) };
}

/** An internal expression may have no id: it decides wherever it is read. */
function decidesIn(made: Evaluation, decision: string | undefined, id: string | undefined): boolean {
  return id === undefined || (made.cases[decision ?? ""] ?? []).includes(id);
}

function outcomeIn(policy: Policy, made: Evaluation): string {
  const isPublic = ([name]: readonly [string, unknown]): boolean => policy.decisions[name]?.internal !== true;
  return JSON.stringify(Object.entries(made.values).filter(isPublic));
}
