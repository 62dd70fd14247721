import { errors } from "undici";
import { TooLarge, Unanswered } from "./collect-answer.js";
import { TokenMissing } from "./headers-of.js";
import { HttpFailure, type HttpFailureCode } from "./http-failure.js";
import { AddressRefused } from "./pinned-lookup.js";

/** Says in our words why a request was not answered; the words of undici and of Node are not passed on. */
export function failureOf(error: unknown, platform: string): HttpFailure {
  if (HttpFailure.isInstance(error)) return error;
  // An answer came whole, and is one that no `Response` can hold.
  if (!(error instanceof Unanswered)) return new HttpFailure("answer-malformed", platform, "maybe");
  const { stage, reason } = error;
  const effect = stage === "queued" ? "not-sent" : "maybe";
  return new HttpFailure(calledOffCode(reason) ?? codesOf[stage](reason), platform, effect);
}

function calledOffCode(reason: unknown): HttpFailureCode | undefined {
  if (!(reason instanceof DOMException)) return undefined;
  return reason.name === "TimeoutError" ? "timed-out" : "aborted";
}

const codesOf: Readonly<Record<Unanswered["stage"], (reason: unknown) => HttpFailureCode>> = {
  queued: (reason) => {
    if (reason instanceof TokenMissing) return "token-missing";
    if (reason instanceof AddressRefused) return "address-refused";
    const code = systemCode(reason);
    if (code === "UND_ERR_CONNECT_TIMEOUT" || code === "ETIMEDOUT") return "connect-timed-out";
    if (code === "UND_ERR_INVALID_ARG" || code === "UND_ERR_NOT_SUPPORTED") return "request-refused";
    if (code === "ENOTFOUND" || code.startsWith("EAI_")) return "name-unresolved";
    return /CERT|TLS|SSL|ISSUER|SIGNATURE/.test(code) ? "tls-failed" : "connection-failed";
  },
  sent: (reason) => {
    const code = systemCode(reason);
    if (reason instanceof errors.HTTPParserError || malformed.has(code)) return "answer-malformed";
    return code === "UND_ERR_HEADERS_TIMEOUT" ? "headers-timed-out" : "connection-lost";
  },
  answering: (reason) => {
    if (reason instanceof TooLarge) return "answer-too-large";
    return systemCode(reason) === "UND_ERR_BODY_TIMEOUT" ? "body-timed-out" : "answer-torn";
  },
};

const malformed: ReadonlySet<string> = new Set([
  "UND_ERR_HEADERS_OVERFLOW",
  "UND_ERR_RES_CONTENT_LENGTH_MISMATCH",
]);

function systemCode(reason: unknown): string {
  return reason instanceof Error && "code" in reason && typeof reason.code === "string" ? reason.code : "";
}
