import { match, P } from "ts-pattern";
import type { WebhookOutcome, WebhookReply } from "./webhook-outcome.js";

/**
 * The answer to whoever sent a webhook: 204 when it is taken or was before, or 200 with what its receiver replies; 401 when
 * it is refused, 412 when it is outdated, 422 when it is not understood, 503 when it should be sent again. No answer but
 * the receiver's says more than its status.
 *
 * @example
 * answerWebhook({ outcome: "taken" }).status; // 204
 */
export function answerWebhook(outcome: WebhookOutcome): Response {
  return match(outcome)
    .with({ outcome: P.union("taken", "repeated") }, ({ reply }) => answerWith(reply))
    .with({ outcome: "refused" }, () => new Response(null, { status: 401 }))
    .with({ outcome: "outdated" }, () => new Response(null, { status: 412 }))
    .with({ outcome: "not-understood" }, () => new Response(null, { status: 422 }))
    .with({ outcome: "later" }, () => new Response(null, { status: 503 }))
    .exhaustive();
}

function answerWith(reply: WebhookReply | undefined): Response {
  if (reply === undefined) return new Response(null, { status: 204 });
  const { headers, body } = reply;
  return new Response(body === undefined ? null : JSON.stringify(body), { status: 200, headers });
}
