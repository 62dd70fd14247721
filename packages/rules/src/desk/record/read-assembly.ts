import * as z from "zod";
import type { IsoDay, Weekday } from "../../calendar/civil-day.js";
import type { FactsOf } from "../../language/policy.js";
import type { RecordHandover } from "../../policies/record-handover/policy.js";
import { dayField, weekdaysField } from "../input-fields.js";
import { policyFacts } from "../policy-facts.js";
import { inputProblem, readInput, refuseInput } from "../read-input.js";

/** The days on which the clinic works. */
export interface ClinicCalendar {
  readonly openWeekdays: readonly Weekday[];
  /** Closed all the same: public holidays, leave. */
  readonly closedDays?: readonly IsoDay[] | undefined;
}

/** A request for a patient's record, as far as it has got. */
export interface RecordAssemblyInput {
  /** What is known of it, in the words of the policy `record-handover`. */
  readonly facts: FactsOf<RecordHandover>;
  /** Today. Not before `request.receivedOn`. */
  readonly on: IsoDay;
  /** Left out: working days are not counted. */
  readonly calendar?: ClinicCalendar | undefined;
}

const task = "assembleRecord";

/** Reads a request for a record. Errors: `input-refused`, with every problem at once. */
export function readAssembly(policy: RecordHandover, input: RecordAssemblyInput): RecordAssemblyInput {
  const read = readInput(task, assemblyShape(policy), input);
  const receivedOn = read.facts.request?.receivedOn;
  refuseInput(receivedOn !== undefined && read.on < receivedOn ? [onBeforeRequest] : []);
  return read;
}

function assemblyShape(policy: RecordHandover): z.ZodType<RecordAssemblyInput> {
  return z.strictObject({
    facts: policyFacts(policy),
    on: dayField,
    calendar: z
      .strictObject({ openWeekdays: weekdaysField, closedDays: z.array(dayField).optional() })
      .optional(),
  });
}

const onBeforeRequest = inputProblem(
  task,
  ["on"],
  "on-before-request",
  "it lies before the day the request was received",
  "supply today, or correct request.receivedOn",
);
