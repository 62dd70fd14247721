export { answerWebhook } from "./answer-webhook.js";
export type { WebhookOutcome, WebhookReply } from "./webhook-outcome.js";
export { webhookKey } from "./webhook-key.js";
export { signWebhook, type WebhookToSign } from "./sign-webhook.js";
export {
  verifyWebhook,
  type VerifiedWebhook,
  type WebhookRefusal,
  type WebhookToVerify,
} from "./verify-webhook.js";
export {
  webhookServer,
  type ArrivedWebhook,
  type ReceiveWebhook,
  type WebhookServerOptions,
} from "./webhook-server.js";
