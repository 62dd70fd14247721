import type { Fetch } from "@guichet/sync";
import { guardedFetch, type GuardedFetchOptions } from "@guichet/sync/http";

export interface OmnidocFetchOptions extends Omit<GuardedFetchOptions, "platform" | "authorize"> {
  /**
   * A bearer token that is valid now. It is asked for each request, so that one that has run out is not sent twice. Where
   * it throws, nothing is sent, what it threw is not passed on, and what was to be sent is tried again later.
   */
  readonly token: () => string | Promise<string>;
}

/** A `fetch` that goes to Omnidoc and nowhere else, with a token made for the request. */
export function omnidocFetch({ token, ...options }: OmnidocFetchOptions): Fetch {
  return guardedFetch({
    ...options,
    platform: "omnidoc",
    authorize: async () => ({ authorization: `Bearer ${await token()}` }),
  });
}
