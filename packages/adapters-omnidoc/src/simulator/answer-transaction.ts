import type { Bundle, BundleEntry } from "../wire/bundle.js";
import type { OmnidocDialect } from "../wire/dialect.js";
import type { FhirStore, NewResource, SimulatedResource } from "./fhir-store.js";
import { faultIn } from "./request-rules.js";

/** What a transaction did, or why nothing of it was done. */
export type TransactionResult =
  | {
      readonly status: 200;
      readonly reply: Bundle;
      readonly request: SimulatedResource;
      readonly made: boolean;
    }
  | { readonly status: 400 | 412 | 422; readonly code: string };

export interface TransactionOptions {
  readonly store: FhirStore;
  readonly dialect: OmnidocDialect;
  readonly conditionalCreate: boolean;
  /** Where the user finds a draft. */
  readonly pageOf: (id: string) => string;
}

/** Carries out a transaction that makes one request and whom it names: all of it or nothing. */
export function answerTransaction(transaction: Bundle, options: TransactionOptions): TransactionResult {
  const { store, dialect, conditionalCreate, pageOf } = options;
  const entries = transaction.entry ?? [];
  if (transaction.type !== "transaction" || entries.some(({ request }) => request?.method !== "POST")) {
    return { status: 400, code: "not-supported" };
  }
  const rule = faultIn(entries, dialect);
  if (rule !== undefined) return rule;

  const planned: { readonly entry: BundleEntry; readonly id: string; readonly known: boolean }[] = [];
  for (const entry of entries) {
    const matches = conditionalCreate ? matchesOf(entry, store) : [];
    if (matches.length > 1) return { status: 412, code: "multiple-matches" };
    const [match] = matches;
    planned.push({ entry, id: match?.id ?? store.newId(), known: match !== undefined });
  }
  const addresses = new Map(
    planned.map(({ entry, id }) => [entry.fullUrl, `${entry.resource?.resourceType ?? ""}/${id}`]),
  );

  const answered = planned.flatMap(({ entry, id, known }) => {
    const resource = entry.resource;
    if (resource === undefined) return [];
    const existing = known ? store.get(resource.resourceType, id) : undefined;
    const page = { url: dialect.extensions.requestUrl, valueUrl: pageOf(id) };
    const stored = existing ?? store.put(id, withExtension(pointed(resource, addresses), page));
    return [{ stored, made: existing === undefined }];
  });
  const asked = answered.find(({ stored }) => stored.resourceType === "ServiceRequest");
  if (asked === undefined) return { status: 400, code: "required" };
  return {
    status: 200,
    request: asked.stored,
    made: asked.made,
    reply: {
      resourceType: "Bundle",
      type: "transaction-response",
      meta: {
        extension: [{ url: dialect.extensions.redirectUrl, valueUrl: pageOf(asked.stored.id) }],
      },
      entry: answered.map(({ stored, made }) => ({
        response: {
          status: made ? "201 Created" : "200 OK",
          location: `${stored.resourceType}/${stored.id}/_history/${stored.meta.versionId ?? "1"}`,
          lastModified: stored.meta.lastUpdated,
          ...(stored.meta.versionId === undefined ? {} : { etag: `W/"${stored.meta.versionId}"` }),
        },
      })),
    },
  };
}

function matchesOf({ request, resource }: BundleEntry, store: FhirStore): readonly SimulatedResource[] {
  const condition = request?.["ifNoneExist"];
  if (typeof condition !== "string" || resource === undefined) return [];
  const token = new URLSearchParams(condition).get("identifier");
  return token === null ? [] : store.byIdentifier(resource.resourceType, token);
}

/** Only a request has a page of its own. */
function withExtension(resource: NewResource, extension: object): NewResource {
  if (resource.resourceType !== "ServiceRequest") return resource;
  const others = Array.isArray(resource["extension"]) ? (resource["extension"] as readonly unknown[]) : [];
  return { ...resource, extension: [...others, extension] };
}

/** The resource with every name inside the bundle replaced by the address it got. */
function pointed(resource: NewResource, addresses: ReadonlyMap<string | undefined, string>): NewResource {
  return JSON.parse(JSON.stringify(resource), (key, value: unknown) =>
    key === "reference" && typeof value === "string" ? (addresses.get(value) ?? value) : value,
  ) as NewResource;
}
