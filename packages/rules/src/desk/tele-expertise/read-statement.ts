import * as z from "zod";
import type { IsoDay } from "../../calendar/civil-day.js";
import type { FactsOf } from "../../language/policy.js";
import type { TeleExpertise } from "../../policies/tele-expertise/policy.js";
import { textField, wholeField } from "../input-fields.js";
import { policyFacts } from "../policy-facts.js";
import { inputProblem, readInput, refuseInput } from "../read-input.js";
import { repeatedIds } from "../repeated-ids.js";

/** One opinion the requester asked for. */
export interface StatementActInput {
  /** Names the act; no other act of the statement has it. */
  readonly id: string;
  /** What is known of it, in the words of the policy `tele-expertise`: at least `act.on`. */
  readonly facts: FactsOf<TeleExpertise>;
}

/** The opinions one requester asked for. Those of other years are left aside. */
export interface RequesterStatementInput {
  /** Civil year. */
  readonly year: number;
  readonly acts: readonly StatementActInput[];
}

/** An act with its day. */
export interface DatedAct extends StatementActInput {
  readonly on: IsoDay;
}

const task = "requesterStatement";

/**
 * Reads the acts of a statement, in the order in which they are paid: by day, then by id (code units).
 *
 * Errors: `input-refused`, with every problem at once.
 */
export function readStatement(
  policy: TeleExpertise,
  input: RequesterStatementInput,
): { readonly year: number; readonly acts: readonly DatedAct[] } {
  const { year, acts } = readInput(task, statementShape(policy), input);
  const dated = acts.flatMap((act) => {
    const on = act.facts.act?.on;
    return on === undefined ? [] : [{ ...act, on }];
  });
  const undated = acts.flatMap(({ facts }, index) => (facts.act?.on === undefined ? [index] : []));
  refuseInput([...repeatedIds(task, ["acts"], acts), ...undated.map(dayUnknown)]);
  return { year, acts: dated.toSorted(byDayThenId) };
}

function statementShape(policy: TeleExpertise): z.ZodType<RequesterStatementInput> {
  return z.strictObject({
    year: wholeField(1, 9999, "a civil year from 1 to 9999"),
    acts: z.array(z.strictObject({ id: textField, facts: policyFacts(policy) })),
  });
}

function dayUnknown(index: number) {
  const path = ["acts", index, "facts", "act", "on"];
  const what = "an act without its day belongs to no year";
  return inputProblem(task, path, "act-day-unknown", what, "supply the day of the act");
}

function byDayThenId(left: DatedAct, right: DatedAct): number {
  if (left.on !== right.on) return left.on < right.on ? -1 : 1;
  return left.id < right.id ? -1 : 1;
}
