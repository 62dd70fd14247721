import { Unanswered } from "./collect-answer.js";

/** Headers that say who asks. */
export type Authorize = () => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>;

/** Nothing says who asks, or nothing that a header can hold. */
export class TokenMissing extends Error {}

/** The connection is ours: a caller names neither the host nor how the body is framed. */
const ours = ["accept-encoding", "connection", "content-length", "host", "transfer-encoding"];

/**
 * The headers of a request, and those that say who asks. Rejects with `Unanswered`, as soon as the signal is aborted too:
 * without what was thrown, which may hold a token.
 */
export async function headersOf(
  request: Request,
  authorize: Authorize | undefined,
  signal: AbortSignal,
): Promise<Record<string, string>> {
  const headers = new Headers(request.headers);
  try {
    const proof = authorize === undefined ? {} : await unlessAborted(signal, authorize);
    for (const [name, value] of Object.entries(proof)) headers.set(name, value);
  } catch {
    throw new Unanswered("queued", signal.aborted ? signal.reason : new TokenMissing());
  }
  for (const name of ours) headers.delete(name);
  return { ...Object.fromEntries(headers), "accept-encoding": "gzip" };
}

/** What the work gives. The signal is of this one request, so nothing that listens to it outlives that. */
function unlessAborted<Value>(signal: AbortSignal, work: () => Value | Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(new TokenMissing());
    if (signal.aborted) {
      abort();
      return;
    }
    signal.addEventListener("abort", abort, { once: true });
    Promise.resolve(work()).then(resolve, reject);
  });
}
