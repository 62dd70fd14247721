import { GuichetError, problemAt } from "@guichet/rules";
import type { Reply } from "./reply.js";

const sentences = {
  unanswered: ["no answer that can be used", "try again later"],
  "token-refused": ["the token is not accepted", "check the identity, the secret key and the clocks"],
  forbidden: ["the key has no right to it", "ask the clinic to grant it"],
  "not-found": ["there is no such thing", "check the base URL and the id"],
  "too-many-requests": ["it is asked too often", "wait, and ask less often"],
  unavailable: ["it is not available", "try again later"],
  "server-failed": ["it failed", "try again later; if it stays, ask the vendor"],
  "status-unexpected": [
    "its status says nothing that can be used",
    "try again later; if it stays, ask the vendor",
  ],
  "answer-unexpected": ["it is not of the form that is known", "compare it with openapi.json, and tell us"],
  "filter-ignored": [
    "it lists what was not asked for",
    "none of it is used; ask the vendor how to ask for it",
  ],
  "clinic-other": ["it is of another clinic", "ask the desk of that clinic"],
  "list-torn": ["the page does not hold the rows it should", "read the list again"],
  "list-shifted": ["the list changed while it was read", "read it again"],
  "clinic-unseen": [
    "the key does not see it, so that an empty list proves nothing",
    "check the clinic's id and the rights of the key",
  ],
  "clinic-not-served": ["the clinic is not served", "name it with its zone in the options"],
} as const;

export type ReadFailureCode = keyof typeof sentences;

/** Why something could not be read. It says where, never what stood there. */
export class ReadFailure extends GuichetError<ReadFailureCode> {
  readonly afterSeconds: number | undefined;

  /** Why the platform did not answer, in the code of the connection. */
  readonly reason: string | undefined;

  constructor(code: ReadFailureCode, where: string, afterSeconds?: number, reason?: string) {
    const [what, todo] = sentences[code];
    super(code, [
      problemAt(code, `medots, ${where}`, reason === undefined ? what : `${what} (${reason})`, todo),
    ]);
    this.name = "ReadFailure";
    this.afterSeconds = afterSeconds;
    this.reason = reason;
  }

  static unanswered({ failure }: Extract<Reply, { kind: "failed" }>, where: string): ReadFailure {
    return new ReadFailure("unanswered", where, failure.afterSeconds, failure.code);
  }

  static of({ status, afterSeconds }: Extract<Reply, { kind: "answered" }>, where: string): ReadFailure {
    const code =
      new Map<number, ReadFailureCode>([
        [401, "token-refused"],
        [403, "forbidden"],
        [404, "not-found"],
        [429, "too-many-requests"],
        [503, "unavailable"],
      ]).get(status) ?? (status >= 500 ? "server-failed" : "status-unexpected");
    return new ReadFailure(code, where, afterSeconds);
  }
}
