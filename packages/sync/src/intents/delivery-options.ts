/** How patiently intents are delivered. All times go by the clock of the database. */
export interface DeliveryOptions {
  /** How long a worker may take over one intent before another may; 60. */
  readonly leaseSeconds: number;
  /** Left of the lease to write down what came of it; the send is called off when it begins; 10. */
  readonly settleSeconds: number;
  /** After so many tries that nobody knows the end of, a person must look; 5. */
  readonly maxDoubts: number;
  /** After so long without success a person must look, whatever the platform answers; 259,200: three days. */
  readonly giveUpAfterSeconds: number;
  /** The longest wait after the first try, which doubles with each; 2. */
  readonly firstRetrySeconds: number;
  /** The longest stretch that a wait is drawn from; 300. */
  readonly maxRetrySeconds: number;
  /** The longest wait that a platform may ask for; 3,600. */
  readonly maxAskedSeconds: number;
  /** Added to the life of a request before not being found proves anything; 5. */
  readonly marginSeconds: number;
}

export const standardDelivery: DeliveryOptions = {
  leaseSeconds: 60,
  settleSeconds: 10,
  maxDoubts: 5,
  giveUpAfterSeconds: 259_200,
  firstRetrySeconds: 2,
  maxRetrySeconds: 300,
  maxAskedSeconds: 3_600,
  marginSeconds: 5,
};
