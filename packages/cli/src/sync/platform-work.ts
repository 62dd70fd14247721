import type { Carrier, Chore, FeedWork } from "@guichet/sync";
import type { ReceiveWebhook } from "@guichet/sync/webhooks";

/** What is to be done for a clinic on one platform. */
export interface PlatformWork {
  readonly platform: string;
  readonly carriers: readonly Carrier[];
  readonly feeds: readonly FeedWork[];
  readonly chores?: readonly Chore[];
  /** Takes what the platform sends by itself. */
  readonly receive?: ReceiveWebhook;
}
