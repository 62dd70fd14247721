import type { GuichetConfig } from "@guichet/cli";
import { describe, it } from "vitest";

const medots = {
  baseUrl: "https://clinic.example/api/v2",
  identity: "guichet",
  secretKey: { env: "MEDOTS_SECRET" },
  clinicId: 1,
  zone: "Europe/Moscow",
};

describe("a configuration in TypeScript", () => {
  it("is checked as it is written", () => {
    ({
      jurisdiction: "RU",
      store: { databaseUrl: { env: "DATABASE_URL" }, keysFile: "keys.json" },
      clinics: [{ id: "tver", medots, retention: { endedAfterDays: 3650 } }],
    }) satisfies GuichetConfig;
    const withSecret = { ...medots, secretKey: "x" };
    // @ts-expect-error a secret stays out of the file
    ({ jurisdiction: "RU", clinics: [{ id: "tver", medots: withSecret }] }) satisfies GuichetConfig;
    // @ts-expect-error there is no option "healthy"
    ({ jurisdiction: "RU", clinics: [{ id: "tver" }], healthy: { port: 0 } }) satisfies GuichetConfig;
    // @ts-expect-error no clinics
    ({ jurisdiction: "RU" }) satisfies GuichetConfig;
  });
});
