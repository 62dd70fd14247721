import { Hono, type Context } from "hono";
import { bundle } from "../wire/bundle.js";
import type { OmnidocDialect } from "../wire/dialect.js";
import { nextStates, requestState, type RequestState } from "../wire/request-state.js";
import { serviceRequest } from "../wire/service-request.js";
import { answerSearch } from "./answer-search.js";
import { answerTransaction } from "./answer-transaction.js";
import type { FhirStore, NewResource, SimulatedResource } from "./fhir-store.js";
import type { SimulatedCapabilities } from "./simulator-options.js";

/** What the server does besides answering. */
export interface FhirAppOptions {
  readonly store: FhirStore;
  readonly dialect: OmnidocDialect;
  readonly capabilities: SimulatedCapabilities;
  /** The bearer token it takes; any when left out. */
  readonly token: string | undefined;
  readonly stateOf: (id: string) => RequestState;
  readonly made: (request: SimulatedResource) => void;
  readonly write: (id: string, request: NewResource) => SimulatedResource;
}

/** The FHIR server in front of the simulated platform, and the page a draft is finished on. */
export function fhirApp({ store, dialect, capabilities, token, stateOf, made, write }: FhirAppOptions): Hono {
  const app = new Hono();

  app.use("/fhir/*", async ({ req }, next) => {
    const given = /^Bearer (.+)$/.exec(req.header("authorization") ?? "")?.[1];
    if (given === undefined || (token !== undefined && given !== token)) return refused(401, "login");
    return next();
  });

  app.post("/fhir", async ({ req }) => {
    const transaction = bundle.safeParse(await jsonOf(req));
    if (!transaction.success) return refused(400, "structure");
    const result = answerTransaction(transaction.data, {
      store,
      dialect,
      conditionalCreate: capabilities.conditionalCreate,
      pageOf: (id) => new URL(`/requests/${id}`, req.url).href,
    });
    if (result.status !== 200) return refused(result.status, result.code);
    if (result.made) made(result.request);
    return answered(result.reply);
  });

  app.get("/fhir/ServiceRequest", ({ req }) =>
    answered(
      answerSearch({ url: new URL(req.url), store, searchByReference: capabilities.searchByReference }),
    ),
  );

  app.get("/fhir/ServiceRequest/:id", ({ req }) => {
    const request = store.get("ServiceRequest", req.param("id"));
    return request === undefined ? refused(404, "not-found") : answered(request, etagOf(request));
  });

  app.put("/fhir/ServiceRequest/:id", async ({ req }) => {
    const id = req.param("id");
    const current = store.get("ServiceRequest", id);
    if (current === undefined) return refused(404, "not-found");
    const read = serviceRequest.safeParse(await jsonOf(req));
    if (!read.success || read.data.id !== id) return refused(400, "structure");
    const match = req.header("if-match");
    if (capabilities.versions === "honoured" && match !== undefined && match !== etagOf(current))
      return refused(412, "conflict");
    const [from, to] = [stateOf(id), requestState(read.data, dialect)];
    if (to !== from && !nextStates[from].includes(to)) return refused(422, "business-rule");
    const stored = write(id, read.data);
    return answered(stored, etagOf(stored));
  });

  app.get("/requests/:id", (context) => context.html("<!doctype html><title>A request</title>"));
  app.notFound(() => refused(404, "not-found"));
  return app;
}

function etagOf({ meta }: SimulatedResource): string | undefined {
  return meta.versionId === undefined ? undefined : `W/"${meta.versionId}"`;
}

const type = { "content-type": "application/fhir+json" };

function answered(resource: object, etag?: string): Response {
  return new Response(JSON.stringify(resource), {
    headers: { ...type, ...(etag === undefined ? {} : { etag }) },
  });
}

function refused(status: 400 | 401 | 404 | 412 | 422, code: string): Response {
  const outcome = { resourceType: "OperationOutcome", issue: [{ severity: "error", code }] };
  return new Response(JSON.stringify(outcome), { status, headers: type });
}

async function jsonOf(request: Context["req"]): Promise<unknown> {
  try {
    return await request.json();
  } catch {
    return undefined;
  }
}
