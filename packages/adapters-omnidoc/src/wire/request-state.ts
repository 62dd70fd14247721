import type { OmnidocDialect } from "./dialect.js";
import { extensionOf } from "./extension.js";
import type { ServiceRequest } from "./service-request.js";

/**
 * Where a request stands: written (`draft`), published (`ready`), taken up (`in-progress`), waiting for more
 * (`on-hold`), answered (`completed`), withdrawn or rejected (`revoked`), never meant (`entered-in-error`). `active`
 * is published or taken up, and nobody says which.
 */
export const requestStates = [
  "draft",
  "ready",
  "active",
  "in-progress",
  "on-hold",
  "completed",
  "revoked",
  "entered-in-error",
  "unknown",
] as const;

export type RequestState = (typeof requestStates)[number];

/** Where a request stands. A status nobody has described is `unknown`. */
export function requestState(request: ServiceRequest, { extensions }: OmnidocDialect): RequestState {
  const { status } = request;
  if (status === "active") {
    return activeStates.get(extensionOf(request, extensions.splitActiveStatus)?.valueCode ?? "") ?? "active";
  }
  // The course is drawn with a status that FHIR R4 has not.
  if (status === "cancelled") return "revoked";
  return requestStates.find((state) => state === status) ?? "unknown";
}

/** What a request can become next, as its course is drawn; nothing after the last three. */
export const nextStates: Readonly<Record<RequestState, readonly RequestState[]>> = {
  draft: ["ready", "revoked", "entered-in-error"],
  ready: ["in-progress", "revoked", "entered-in-error"],
  active: ["in-progress", "on-hold", "completed", "revoked", "entered-in-error"],
  "in-progress": ["on-hold", "completed", "revoked", "entered-in-error"],
  "on-hold": ["in-progress", "revoked", "entered-in-error"],
  completed: [],
  revoked: [],
  "entered-in-error": [],
  unknown: [],
};

/** A status as FHIR writes it, and what tells apart the two states that share one. */
export function statusOf(state: string): { readonly status: string; readonly split?: string } {
  const split = [...activeStates].find(([, one]) => one === state)?.[0];
  return split === undefined ? { status: state } : { status: "active", split };
}

const activeStates: ReadonlyMap<string, RequestState> = new Map([
  ["ready", "ready"],
  ["in_progress", "in-progress"],
]);
