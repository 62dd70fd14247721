import type { IncomingHttpHeaders } from "node:http";
import type { Dispatcher } from "undici";

/** An answer as it came, whole: its body may still be packed. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** How far a request got when it failed: before it left, before an answer began, or inside the answer. */
export type Stage = "queued" | "sent" | "answering";

/** Why there is no answer, and how far the request got. It stays in here: what it was made of may be personal. */
export class Unanswered extends Error {
  readonly stage: Stage;
  readonly reason: unknown;

  constructor(stage: Stage, reason: unknown) {
    super("unanswered");
    this.stage = stage;
    this.reason = reason;
  }
}

/** The answer is larger than the limit. */
export class TooLarge extends Error {}

/** Sends one request once and collects its answer; rejects with `Unanswered`, as soon as the signal is aborted too. */
export function collectAnswer(
  dispatcher: Dispatcher,
  request: Dispatcher.DispatchOptions,
  { maxBytes, signal }: { readonly maxBytes: number; readonly signal: AbortSignal },
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    let stage: Stage = "queued";
    let controller: Dispatcher.DispatchController | undefined;
    let head: Pick<Answer, "status" | "headers"> = { status: 0, headers: {} };
    const chunks: Buffer[] = [];
    let bytes = 0;

    const fail = (reason: unknown) => {
      signal.removeEventListener("abort", abort);
      reject(new Unanswered(stage, reason));
      controller?.abort(reason instanceof Error ? reason : new Error("aborted"));
    };
    const abort = () => fail(signal.reason);
    if (signal.aborted) {
      abort();
      return;
    }
    signal.addEventListener("abort", abort);

    dispatcher.dispatch(request, {
      onRequestStart: (started) => {
        controller = started;
        // Invariant: it is written once. undici may start a request again, and may start one that was given up.
        if (stage !== "queued" || signal.aborted) fail(signal.reason ?? new Error("started twice"));
        else stage = "sent";
      },
      onResponseStart: (_, status, headers) => {
        if (status < 200) return;
        stage = "answering";
        head = { status, headers };
        if (Number(headers["content-length"]) > maxBytes) fail(new TooLarge());
      },
      onResponseData: (_, chunk) => {
        bytes += chunk.byteLength;
        if (bytes > maxBytes) fail(new TooLarge());
        else chunks.push(chunk);
      },
      onResponseEnd: () => {
        signal.removeEventListener("abort", abort);
        resolve({ ...head, body: Buffer.concat(chunks, bytes) });
      },
      onResponseError: (_, error) => fail(error),
    });
  });
}
