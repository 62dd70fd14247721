/** What goes wrong with one request. `effect`: whether the platform did what was asked before things went wrong. */
export type Fault =
  /** It never arrives. The connection breaks after so long, or when the client gives up. */
  | { readonly kind: "request-lost"; readonly afterMillis?: number }
  /** It has its effect; the connection breaks, after so long, before the answer. */
  | { readonly kind: "answer-lost"; readonly afterMillis?: number }
  /** It arrives twice, as a proxy that tries again sends it: the client gets one of the two answers. */
  | { readonly kind: "duplicated"; readonly answer: "first" | "second" }
  /** It arrives so much later, even if the client has given up by then; others overtake it. */
  | { readonly kind: "request-delayed"; readonly millis: number }
  /** It has its effect at once and is answered so much later. */
  | { readonly kind: "answer-delayed"; readonly millis: number }
  /** The connection is refused: nothing is sent. Over a real connection it is closed, which proves less. */
  | { readonly kind: "connection-refused" }
  | { readonly kind: "connection-reset"; readonly effect: boolean }
  | {
      readonly kind: "status";
      readonly status: 401 | 409 | 412 | 429 | 500 | 502 | 503 | 504;
      readonly effect: boolean;
      readonly retryAfter?: string;
    }
  /** Status 200 with a page for people: a login form, a maintenance notice. */
  | { readonly kind: "html"; readonly effect: boolean }
  /** The body ends in the middle, and its length says that this is all. */
  | { readonly kind: "body-truncated" }
  /** The body ends before the length that was announced. */
  | { readonly kind: "wrong-length" }
  | { readonly kind: "redirect"; readonly location: string }
  /** The body comes in ten parts, with a wait before each. */
  | { readonly kind: "slow-drip"; readonly millisPerPart: number };

export type FaultKind = Fault["kind"];

/** Whether the request may have had its effect all the same. */
export function mayHaveEffect(fault: Fault): boolean {
  switch (fault.kind) {
    case "request-lost":
    case "connection-refused":
    case "redirect":
      return false;
    case "connection-reset":
    case "status":
    case "html":
      return fault.effect;
    case "answer-lost":
    case "duplicated":
    case "request-delayed":
    case "answer-delayed":
    case "body-truncated":
    case "wrong-length":
    case "slow-drip":
      return true;
  }
}
