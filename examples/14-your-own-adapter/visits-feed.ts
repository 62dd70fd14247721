import { GuichetError, problemAt } from "@guichet/rules";
import type { Feed, FeedPage, Fetch } from "@guichet/sync";
import * as z from "zod";
import { ask, visit, visitsUrl } from "./visits-client.js";

export interface VisitBody {
  readonly practitioner: string;
  readonly startsAt: string;
}

const page = z.object({ visits: z.array(visit), more: z.boolean() });

export function visitsFeed(fetch: Fetch): Feed<VisitBody> {
  const read = async (after: string, signal: AbortSignal): Promise<FeedPage<VisitBody>> => {
    const reply = await ask(fetch, new Request(visitsUrl({ after }), { signal }));
    const answer = page.safeParse("body" in reply ? reply.body : undefined);
    // A list that cannot be read is no empty list.
    if (!answer.success) {
      const code = "failure" in reply ? reply.failure.code : "answer-unexpected";
      throw new GuichetError(code, [problemAt(code, "visits", "the list cannot be read", "try again later")]);
    }
    const { visits, more } = answer.data;
    const items = visits.map(({ id, version, state, practitioner, startsAt }) => ({
      remoteId: id,
      version: String(version).padStart(12, "0"),
      status: state,
      body: { practitioner, startsAt },
    }));
    const last = String(visits.at(-1)?.version ?? after);
    return more ? { items, next: last } : { items, cursor: last };
  };
  return {
    name: "visits",
    changes: (since, next, signal) => read(next ?? since ?? "0", signal),
    everything: (next, signal) => read(next ?? "0", signal),
  };
}
