import { GuichetError, problemAt } from "@guichet/rules";
import type { Feed, FeedPage } from "@guichet/sync";
import * as z from "zod";
import type { FhirClient, SearchParameters } from "../client/fhir-client.js";
import { Refusal } from "../client/refusal.js";
import type { OmnidocSettings } from "../omnidoc-options.js";
import { opinionItem, type OpinionBody } from "../to-facts/opinion-item.js";
import { opinionsIn, type Opinion } from "../to-facts/opinion.js";
import { nextLink, resourcesIn, type Bundle } from "../wire/bundle.js";
import { sketchedServiceRequest } from "../wire/service-request.js";

/** The name the requests of a clinic are stored under. */
export const opinionsFeed = "omnidoc-opinions";

export interface OpinionFeedOptions {
  readonly client: FhirClient;
  readonly settings: OmnidocSettings;
}

/**
 * The requests of a clinic, and what becomes of them.
 *
 * Changes are read in the order in which they happened, and each page starts where the last one ended: a request that
 * changes while pages are read moves to the end and hides no other. Where the platform does not keep that order, its
 * own links are followed.
 *
 * Errors: those of `FhirClient`; `page-torn` for a page with fewer requests than it says; those of `opinionsIn`;
 * `place-malformed`.
 */
export function opinionFeed({ client, settings }: OpinionFeedOptions): Feed<OpinionBody> {
  const { scope, pseudonymKey } = settings;
  const itemsIn = (page: Bundle) =>
    opinionsIn(page, settings).map((opinion) => opinionItem(opinion, pseudonymKey));

  const changes: Feed<OpinionBody>["changes"] = async (since, next, signal) => {
    const place: Place = next === undefined ? { from: since } : readPlace(next);
    const filter: SearchParameters = place.from === undefined ? [] : [["_lastUpdated", `ge${place.from}`]];
    const page =
      place.link === undefined
        ? await client.search([...scope, ...filter, ["_sort", "_lastUpdated"], ...withNamed], signal)
        : await client.page(place.link, signal);
    const moments = momentsIn(page);
    const link = nextLink(page);
    if (link === undefined && place.link === undefined) refuseTorn(page, moments.length);
    const last = moments.reduce((latest, moment) => (latest > moment ? latest : moment), "");
    const cursor = [since ?? "", place.cursor ?? "", last].reduce((left, right) =>
      left > right ? left : right,
    );
    const inOrder = moments.every((moment, index) => index === 0 || (moments[index - 1] ?? "") <= moment);
    const onward: Place = inOrder && last > (place.from ?? "") ? { from: last } : { from: place.from, link };
    return {
      items: itemsIn(page),
      ...(link === undefined ? {} : { next: JSON.stringify({ ...onward, cursor }) }),
      ...(cursor === "" ? {} : { cursor }),
    };
  };

  const everything: Feed<OpinionBody>["everything"] = async (next, signal) => {
    const place: Place = next === undefined ? {} : readPlace(next);
    const page =
      place.link === undefined
        ? await client.search([...scope, ...withNamed], signal)
        : await client.page(place.link, signal);
    const items = itemsIn(page);
    const seen = (place.seen ?? 0) + items.length;
    const link = nextLink(page);
    if (link === undefined) refuseTorn(page, seen);
    const answer: FeedPage<OpinionBody> = { items };
    return link === undefined ? answer : { ...answer, next: JSON.stringify({ link, seen }) };
  };

  return { name: opinionsFeed, changes, everything };
}

/** Some requests as they stand now, with whom they name: those that are there. */
export async function readOpinions(
  { client, settings }: OpinionFeedOptions,
  remoteIds: readonly string[],
  signal: AbortSignal,
): Promise<readonly Opinion[]> {
  const pages = [];
  for (const id of remoteIds) pages.push(await client.search([["_id", id], ...withNamed], signal));
  return pages
    .flatMap((page) => opinionsIn(page, settings))
    .filter(({ remoteId }) => remoteIds.includes(remoteId));
}

/** Everybody a request names comes with it. */
const withNamed: SearchParameters = [
  ["_include", "ServiceRequest:patient"],
  ["_include", "ServiceRequest:requester"],
  ["_include", "ServiceRequest:performer"],
  ["_include:iterate", "PractitionerRole:practitioner"],
  ["_include:iterate", "PractitionerRole:organization"],
  ["_count", "100"],
];

/** Where a page starts: from a moment on, or at a link of the platform's own. */
interface Place {
  readonly from?: string | undefined;
  readonly link?: string | undefined;
  readonly cursor?: string | undefined;
  readonly seen?: number | undefined;
}

const placeShape: z.ZodType<Place> = z.object({
  from: z.string().optional(),
  link: z.string().optional(),
  cursor: z.string().optional(),
  seen: z.number().optional(),
});

function readPlace(next: string): Place {
  const read = placeShape.safeParse(jsonOf(next));
  if (read.success) return read.data;
  const code = "place-malformed";
  throw new GuichetError(code, [
    problemAt(code, "omnidoc, place in a list", "not one of ours", "read the list from its start"),
  ]);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function momentsIn(page: Bundle): readonly string[] {
  return resourcesIn(page, "ServiceRequest", sketchedServiceRequest).map(({ meta }) =>
    new Date(meta.lastUpdated).toISOString(),
  );
}

function refuseTorn({ total = 0 }: Bundle, seen: number): void {
  if (seen < total) throw new Refusal({ outcome: "unknown", code: "page-torn" }, "GET");
}
