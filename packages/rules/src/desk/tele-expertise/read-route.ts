import * as z from "zod";
import { millisFromInstant } from "../../calendar/zones.js";
import type { FactsOf } from "../../language/policy.js";
import type { TeleExpertise } from "../../policies/tele-expertise/policy.js";
import { choiceField, instantField, textField, wholeField, zoneField } from "../input-fields.js";
import { policyFacts } from "../policy-facts.js";
import { inputProblem, readInput, refuseInput, type InputProblem } from "../read-input.js";
import { repeatedIds } from "../repeated-ids.js";

/** A stretch of time, both ends included, to the second. */
export interface AvailableStretch {
  /** A moment with its offset: `2026-11-23T09:00+01:00`. */
  readonly from: string;
  readonly to: string;
}

/** Somebody who answers requests. */
export interface ResponderInput {
  /** No other responder has it. */
  readonly id: string;
  readonly profession: NonNullable<NonNullable<FactsOf<TeleExpertise>["responder"]>["profession"]>;
  /** Compared as it is written. */
  readonly specialty: string;
  /** When the responder can answer. Stretches may overlap. */
  readonly available: readonly AvailableStretch[];
  /** How many requests wait for an answer. Left out: not known, which comes after every number. */
  readonly openRequests?: number | undefined;
}

/** To whom a request is addressed: a person, or whoever of a specialty is available first. */
export type RequestAddressee = { readonly responder: string } | { readonly specialty: string };

/** A request that looks for its responder. */
export interface TeleExpertiseRouteInput {
  /** The moment of the request, with its offset. */
  readonly at: string;
  readonly to: RequestAddressee;
  /** The id of whoever asks. Nobody answers their own request. */
  readonly requester?: string | undefined;
  readonly responders: readonly ResponderInput[];
  /**
   * What is known of the request, in the words of the policy `tele-expertise`. Each responder's own profession
   * takes the place of `responder.profession`.
   */
  readonly facts?: FactsOf<TeleExpertise> | undefined;
  /** The zone whose calendar gives the day of the request where `act.on` is unknown. Left out: `Europe/Paris`. */
  readonly zone?: string | undefined;
}

const task = "routeTeleExpertise";

/** Reads a request. Errors: `input-refused`, with every problem at once. */
export function readRoute(policy: TeleExpertise, input: TeleExpertiseRouteInput): TeleExpertiseRouteInput {
  const read = readInput(task, routeShape(policy), input);
  const { to, responders } = read;
  const unknown = "responder" in to && responders.every(({ id }) => id !== to.responder);
  refuseInput([
    ...(unknown ? [responderUnknown] : []),
    ...repeatedIds(task, ["responders"], responders),
    ...responders.flatMap(({ available }, index) => reversedStretches(available, index)),
  ]);
  return read;
}

function routeShape(policy: TeleExpertise): z.ZodType<TeleExpertiseRouteInput> {
  return z.strictObject({
    at: instantField,
    to: z.union([z.strictObject({ responder: textField }), z.strictObject({ specialty: textField })]),
    requester: textField.optional(),
    responders: z.array(
      z.strictObject({
        id: textField,
        profession: choiceField(policy.facts.responder.profession.values),
        specialty: textField,
        available: z.array(z.strictObject({ from: instantField, to: instantField })),
        openRequests: wholeField(0, Number.MAX_SAFE_INTEGER, "a whole number from 0").optional(),
      }),
    ),
    facts: policyFacts(policy).optional(),
    zone: zoneField.optional(),
  });
}

const responderUnknown = inputProblem(
  task,
  ["to", "responder"],
  "responder-unknown",
  "no responder has this id",
  "supply the id of one of the responders, or a specialty",
);

function reversedStretches(
  available: readonly AvailableStretch[],
  responder: number,
): readonly InputProblem[] {
  return available.flatMap(({ from, to }, index) => {
    if ((millisFromInstant(from) ?? 0) <= (millisFromInstant(to) ?? 0)) return [];
    const path = ["responders", responder, "available", index];
    return [
      inputProblem(task, path, "availability-reversed", "it ends before it begins", "exchange from and to"),
    ];
  });
}
