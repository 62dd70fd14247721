/** How patiently intents are delivered. All times go by the clock of the database. */
export interface DeliveryOptions {
  /** How long a worker may take over one intent before another may; 60. */
  readonly leaseSeconds: number;
  /** Left of the lease to write down what came of it; the send is called off when it begins; 10. */
  readonly settleSeconds: number;
  /** After so many tries a person must look; 12. */
  readonly maxAttempts: number;
  /** The longest wait after the first try, which doubles with each; 2. */
  readonly firstRetrySeconds: number;
  /** No wait is longer, whatever a platform asks for; 900. */
  readonly maxRetrySeconds: number;
  /** Added to the life of a request before not being found proves anything; 5. */
  readonly marginSeconds: number;
}

export const standardDelivery: DeliveryOptions = {
  leaseSeconds: 60,
  settleSeconds: 10,
  maxAttempts: 12,
  firstRetrySeconds: 2,
  maxRetrySeconds: 900,
  marginSeconds: 5,
};
