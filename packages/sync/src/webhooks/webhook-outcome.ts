/** What whoever sent a webhook that was taken is told besides: headers, and a body of JSON. */
export interface WebhookReply {
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** What became of a webhook; codes are words that may be logged. */
export type WebhookOutcome =
  | { readonly outcome: "taken"; readonly reply?: WebhookReply | undefined }
  /** It was taken before. */
  | { readonly outcome: "repeated"; readonly reply?: WebhookReply | undefined }
  /** It is not from who it says, or not lately. */
  | { readonly outcome: "refused"; readonly code: string }
  /** It is from the platform, and says nothing that is understood. */
  | { readonly outcome: "not-understood"; readonly code: string }
  /** It changes a version that is not the one held here. */
  | { readonly outcome: "outdated"; readonly code: string }
  /** It may be sent again. */
  | { readonly outcome: "later"; readonly code: string };
