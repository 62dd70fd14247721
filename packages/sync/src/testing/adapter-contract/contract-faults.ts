import type { Fault } from "../../simulator/fault.js";

export interface ContractFault {
  /** What it is called in the checks. */
  readonly name: string;
  readonly fault: Fault;
  /** It certainly had no effect, and an adapter can tell: it must not make anybody look. */
  readonly isCertain?: true;
}

/** Every kind of fault, with and without effect. */
export const contractFaults: readonly ContractFault[] = [
  { name: "the request is lost", fault: { kind: "request-lost", afterMillis: 60_000 } },
  { name: "the answer is lost", fault: { kind: "answer-lost", afterMillis: 60_000 } },
  { name: "the connection breaks after the effect", fault: { kind: "connection-reset", effect: true } },
  { name: "the connection breaks before any effect", fault: { kind: "connection-reset", effect: false } },
  { name: "the connection is refused", fault: { kind: "connection-refused" }, isCertain: true },
  {
    name: "the request arrives twice, and the first answer comes",
    fault: { kind: "duplicated", answer: "first" },
  },
  {
    name: "the request arrives twice, and the second answer comes",
    fault: { kind: "duplicated", answer: "second" },
  },
  { name: "the request arrives late", fault: { kind: "request-delayed", millis: 5_000 } },
  {
    name: "the request arrives after the client gave up",
    fault: { kind: "request-delayed", millis: 45_000 },
  },
  { name: "the answer comes after the client gave up", fault: { kind: "answer-delayed", millis: 45_000 } },
  { name: "the answer is 401", fault: { kind: "status", status: 401, effect: false } },
  { name: "the answer is 409", fault: { kind: "status", status: 409, effect: false } },
  { name: "the answer is 412", fault: { kind: "status", status: 412, effect: false } },
  {
    name: "the answer is 409 for what was done before",
    fault: { kind: "status", status: 409, effect: true },
  },
  { name: "the answer is 429", fault: { kind: "status", status: 429, effect: false }, isCertain: true },
  {
    name: "the answer is 429, with seconds to wait",
    fault: { kind: "status", status: 429, effect: false, retryAfter: "17" },
    isCertain: true,
  },
  { name: "the answer is 503", fault: { kind: "status", status: 503, effect: false } },
  {
    name: "the answer is 503, with seconds to wait",
    fault: { kind: "status", status: 503, effect: false, retryAfter: "17" },
  },
  { name: "the answer is 500 after the effect", fault: { kind: "status", status: 500, effect: true } },
  { name: "the answer is 500 before any effect", fault: { kind: "status", status: 500, effect: false } },
  { name: "the answer is 502 after the effect", fault: { kind: "status", status: 502, effect: true } },
  { name: "the answer is 502 before any effect", fault: { kind: "status", status: 502, effect: false } },
  { name: "the answer is 504 after the effect", fault: { kind: "status", status: 504, effect: true } },
  { name: "the answer is 504 before any effect", fault: { kind: "status", status: 504, effect: false } },
  { name: "a page for people comes after the effect", fault: { kind: "html", effect: true } },
  { name: "a page for people comes before any effect", fault: { kind: "html", effect: false } },
  { name: "the body is cut", fault: { kind: "body-truncated" } },
  { name: "the body is shorter than announced", fault: { kind: "wrong-length" } },
  {
    name: "the answer points elsewhere",
    fault: { kind: "redirect", location: "https://elsewhere.invalid/" },
  },
  { name: "the answer drips", fault: { kind: "slow-drip", millisPerPart: 100 } },
];
