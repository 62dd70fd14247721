import { GuichetError, problemAt } from "@guichet/rules";

/** What went wrong, and what the operator can do about it. */
const sentences = {
  "other-origin": ["the request is for another server", "ask the configured one only"],
  "token-missing": ["there is no token, or none that can be sent", "check where tokens come from"],
  "address-refused": [
    "the name leads to an address that is not public",
    "correct the base URL or its DNS record",
  ],
  "name-unresolved": ["the name of the server could not be resolved", "check the base URL and the DNS"],
  "connection-failed": ["no connection", "check that the platform is up and reachable"],
  "tls-failed": ["the server could not prove who it is", "check its certificate"],
  "connect-timed-out": ["no connection in time", "try again later"],
  "circuit-open": ["it failed too often, and is left alone for a while", "try again later"],
  "request-refused": ["the request cannot be sent as it is", "report it"],
  "headers-timed-out": ["no answer in time", "look whether it had its effect"],
  "body-timed-out": ["the answer stopped in the middle", "look whether it had its effect"],
  "timed-out": ["not done in time", "look whether it had its effect"],
  aborted: ["it was called off", "look whether it had its effect"],
  "connection-lost": ["the connection broke before the answer", "look whether it had its effect"],
  "answer-malformed": ["the answer is not HTTP", "look whether it had its effect"],
  "answer-torn": ["the answer is not whole", "look whether it had its effect"],
  "answer-too-large": ["the answer is larger than the limit", "ask for less at a time"],
  "encoding-unknown": ["the answer is packed in a way that was not asked for", "report it to the platform"],
  redirected: ["the answer points elsewhere, and is not followed", "check the base URL"],
  "not-json": ["the answer is not JSON", "check the base URL, and that no login page is in front"],
  "charset-unknown": ["the answer is not in UTF-8", "report it to the platform"],
  "json-torn": ["the JSON of the answer is torn or wrong", "look whether it had its effect"],
} as const;

export type HttpFailureCode = keyof typeof sentences;

/**
 * Why a request got no answer that can be used, and whether it may have had its effect.
 *
 * It holds no address, header or body, and no cause: whatever it came from may hold them.
 */
export class HttpFailure extends GuichetError<HttpFailureCode> {
  /** `not-sent`: it certainly had none. `maybe`: it left, so look before it is sent again. */
  readonly effect: "not-sent" | "maybe";
  /** How long the platform asks to be left alone, where it said so or its circuit is open. */
  readonly afterSeconds: number | undefined;

  constructor(code: HttpFailureCode, platform: string, effect: HttpFailure["effect"], afterSeconds?: number) {
    const [what, todo] = sentences[code];
    super(code, [problemAt(code, platform, what, todo)]);
    this.name = "HttpFailure";
    this.effect = effect;
    this.afterSeconds = afterSeconds;
  }

  /** Whether it is one of ours, also when two copies of the package are installed. */
  static override isInstance(error: unknown): error is HttpFailure {
    return GuichetError.isInstance(error) && error.name === "HttpFailure" && "effect" in error;
  }
}
