export { signWebhook, type WebhookToSign } from "./sign-webhook.js";
export {
  verifyWebhook,
  type VerifiedWebhook,
  type WebhookRefusal,
  type WebhookToVerify,
} from "./verify-webhook.js";
