import { join } from "node:path";
import type { ClientToRegister } from "@guichet/adapters-medots";
import { recordIntent } from "@guichet/sync";
import { canaries, expectNoCanary } from "@guichet/sync/testing";
import { describe, expect, it } from "vitest";
import { storeBeside, storeFolderWith } from "./beside-worker.js";
import { guichet } from "./run-guichet.js";
import { eventIs, startGuichet } from "./run-until-stopped.js";

const kind = "medots.register-client";

describe("guichet sync, of a patient", () => {
  it("tells nothing, neither in its log nor about what is set aside, whatever goes wrong", async () => {
    const secrets = canaries();
    const simulator = startGuichet(["simulate", "medots", "--faults", "0.3"]);
    const medots = JSON.parse(await simulator.line(() => true)) as Readonly<Record<string, string>>;
    const folder = storeFolderWith({
      "guichet.config.json": JSON.stringify({
        jurisdiction: "RU",
        store: { dataFolder: "data" },
        health: { port: 0 },
        clinics: [
          {
            id: "tver",
            medots: {
              baseUrl: medots["baseUrl"],
              allowLoopback: true,
              identity: medots["identity"],
              secretKey: { env: "MEDOTS_SECRET" },
              clinicId: 1,
              zone: "Europe/Moscow",
              pullEverySeconds: 1,
            },
          },
        ],
      }),
    });
    const config = ["--config", join(folder, "guichet.config.json")];
    const running = startGuichet(["sync", ...config], { env: { MEDOTS_SECRET: medots["secretKey"] ?? "" } });
    const listening = await running.line(eventIs("listening", { task: "health" }));

    const store = await storeBeside(folder, { jurisdiction: "RU" });
    const clinic = await store.forTenant("tver");
    const person: ClientToRegister = {
      surname: secrets.familyName,
      name: secrets.givenName,
      phone: secrets.phone,
      birthdate: secrets.birthDate,
      patientCardNumber: secrets.note,
    };
    const record = (reference: string, payload: ClientToRegister) =>
      clinic.transaction((transaction) =>
        recordIntent(transaction, { kind, reference, payload, decision: null }),
      );
    // Of so many, some meet a fault, and are tried again; what is no telephone is refused.
    const people = Array.from({ length: 60 }, (_, nth) => ({
      ...person,
      phone: `${secrets.phone}${String(nth)}`,
    }));
    const all = [{ ...person, phone: `call ${secrets.phone} at night` }, ...people];
    await Promise.all(all.map((one, nth) => record(`person-${String(nth)}`, one)));
    for (const came of ["intent-delivered", "intent-delayed"]) await running.line(eventIs(came));
    await store.close();

    const { port } = JSON.parse(listening) as { readonly port: number };
    const health = await (await fetch(`http://127.0.0.1:${String(port)}/health/ready`)).text();
    const told = [
      await guichet(["sync", "status", ...config]),
      await guichet(["sync", "status", "--text", ...config]),
      await guichet(["sync", "dead-letters", ...config]),
      await guichet(["sync", "dead-letters", "--text", ...config]),
    ];
    expect(told.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
    await running.stop("SIGTERM");
    expect(running.stdout()).toContain('"event":"intent-delayed"');
    expectNoCanary(secrets, running.stdout(), running.stderr(), health, told);
    expect(running.stdout()).not.toContain(medots["secretKey"] ?? "");
  });
});
