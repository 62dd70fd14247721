import type { Bundle } from "../wire/bundle.js";
import type { FhirStore, SimulatedResource } from "./fhir-store.js";

/** A search for requests, as its URL says. */
export interface SimulatedSearch {
  readonly url: URL;
  readonly store: FhirStore;
  readonly searchByReference: boolean;
}

const longestPage = 100;

/** A page of the requests that match, with whom they name where that is asked for, and a link to the next page. */
export function answerSearch({ url, store, searchByReference }: SimulatedSearch): Bundle {
  const { searchParams } = url;
  const since = /^ge(.+)$/.exec(searchParams.get("_lastUpdated") ?? "")?.[1];
  const token = searchByReference ? searchParams.get("identifier") : null;
  const found = (token === null ? store.all("ServiceRequest") : store.byIdentifier("ServiceRequest", token))
    .filter(({ id }) => (searchParams.get("_id") ?? id) === id)
    .filter(({ status }) => (searchParams.get("status") ?? status) === status)
    .filter(({ meta }) => since === undefined || Date.parse(meta.lastUpdated) >= Date.parse(since));
  const sorted =
    searchParams.get("_sort") === "_lastUpdated"
      ? found.toSorted((left, right) => (left.meta.lastUpdated < right.meta.lastUpdated ? -1 : 1))
      : found;

  const offset = Number(searchParams.get("_offset") ?? "0");
  const count = Math.min(Number(searchParams.get("_count") ?? longestPage), longestPage);
  const page = sorted.slice(offset, offset + count);
  const isLast = offset + count >= sorted.length;
  const named = searchParams.has("_include") ? namedBy(page, store) : [];
  return {
    resourceType: "Bundle",
    type: "searchset",
    total: sorted.length,
    ...(isLast ? {} : { link: [{ relation: "next", url: pageAt(url, offset + count) }] }),
    entry: [
      ...page.map((resource) => ({ resource: { ...resource }, search: { mode: "match" } })),
      ...named.map((resource) => ({ resource: { ...resource }, search: { mode: "include" } })),
    ],
  };
}

/** Patients, roles, and the people and places behind the roles; each once. */
export function namedBy(
  requests: readonly SimulatedResource[],
  store: FhirStore,
): readonly SimulatedResource[] {
  const first = requests.flatMap(({ subject, requester, performer }) =>
    [subject, requester, performer].flat(),
  );
  const named = first.map((reference) => store.pointed(reference)).filter((one) => one !== undefined);
  const behind = named
    .flatMap(({ practitioner, organization }) => [practitioner, organization])
    .map((reference) => store.pointed(reference))
    .filter((one) => one !== undefined);
  return [...new Set([...named, ...behind])];
}

function pageAt(url: URL, offset: number): string {
  const page = new URL(url);
  page.searchParams.set("_offset", String(offset));
  return page.href;
}
