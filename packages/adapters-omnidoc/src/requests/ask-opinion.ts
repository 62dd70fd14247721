import { instantFromMillis, millisFromInstant } from "@guichet/rules/calendar";
import { teleExpertise } from "@guichet/rules/policies/tele-expertise";
import { recordOf } from "@guichet/rules/verify";
import {
  readIntent,
  recordDecision,
  recordIntent,
  type RecordedIntent,
  type TenantTransaction,
} from "@guichet/sync";
import {
  planOpinion,
  type OpinionPlan,
  type OpinionWish,
  type PlanOptions,
} from "../from-outcome/plan-opinion.js";
import type { OmnidocSettings } from "../omnidoc-options.js";

export interface AskOpinionOptions extends Pick<PlanOptions, "policy"> {
  /** What the platform will know the request by: fixed with the wish, opaque, and never used for another. */
  readonly reference: string;
  readonly settings: OmnidocSettings;
}

type RequestPlan = Extract<OpinionPlan, { readonly action: "request" }>;

/** What a wish came to: for one that may be carried out, the intent that does it. */
export type AskedOpinion =
  Exclude<OpinionPlan, RequestPlan> | (RequestPlan & { readonly intent: RecordedIntent });

/**
 * Decides on a wish for an opinion and, where it may be asked for, records that it is to be: the decision and the
 * intent, in the caller's transaction. Asked again under its reference, it is the same intent.
 *
 * Errors: those of `planOpinion` and `recordIntent`; `reference-taken` for another wish under the reference.
 */
export async function askOpinion(
  transaction: TenantTransaction,
  wish: OpinionWish,
  { reference, settings, policy = teleExpertise }: AskOpinionOptions,
): Promise<AskedOpinion> {
  const plan = planOpinion(wish, { policy, zone: settings.zone });
  if (plan.action !== "request") return plan;
  const known = await readIntent(transaction, "request-opinion", reference);
  const decision =
    known?.decision ??
    (await recordDecision(
      transaction,
      recordOf(policy, plan.decision, {
        subject: wish.patient.ins,
        key: settings.pseudonymKey,
        tenant: transaction.tenant,
        purpose: "omnidoc-requests",
        at: instantFromMillis(millisFromInstant(wish.askedAt) ?? 0),
      }),
    ));
  const intent = await recordIntent(transaction, {
    kind: "request-opinion",
    reference,
    payload: plan.request,
    decision,
  });
  return { ...plan, intent };
}
