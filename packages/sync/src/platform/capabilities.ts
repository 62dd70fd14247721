/** What a platform guarantees: its capability sheet. It decides what may be done when an outcome is unknown. */
export interface Capabilities {
  /** A request that is sent again with its key has its effect once, and is answered as it was the first time. */
  readonly idempotencyKeys: boolean;
  /** What was made can be found by the reference it was given. */
  readonly searchByReference: boolean;
  /** A write that names the version it read is refused when somebody wrote in between. */
  readonly versions: boolean;
  /**
   * After so many seconds, a request that was sent can no longer take effect: its token has expired. `undefined`:
   * nobody knows, so that not being found proves nothing.
   */
  readonly requestLifeSeconds: number | undefined;
}
