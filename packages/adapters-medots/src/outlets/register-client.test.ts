import { expect, it } from "vitest";
import { MedotsClient } from "../client/medots-client.js";
import { registerClient, registerClientKind } from "./register-client.js";

it("tells MEDOTS who is to be registered, and not whom we told apart from them", async () => {
  const bodies: unknown[] = [];
  const client = new MedotsClient(
    { baseUrl: "https://clinic.example/api/v2", identity: "guichet", secretKey: "not one", clinics: [] },
    {
      clock: { now: () => 1_000_000_000 },
      fetch: async (request) => {
        bodies.push(await request.json());
        return Response.json({ id: 41 });
      },
    },
  );
  const person = { surname: "Primerova", name: "Zoya", phone: "+79990000001", birthdate: "1980-02-28" };
  const sent = await registerClient(client).send(
    { id: "i", tenant: "t", kind: registerClientKind, reference: "r", payload: { ...person, noneOf: [40] } },
    new AbortController().signal,
  );
  expect(sent).toEqual({ outcome: "done", remoteId: "41" });
  expect(bodies).toEqual([person]);
});
