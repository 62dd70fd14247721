import type { Clinic, FrontDesk, MedotsClinic, MedotsOptions } from "@guichet/adapters-medots";
import type { OmnidocOptions } from "@guichet/adapters-omnidoc";
import type { GuichetConfig } from "@guichet/cli";
import { describe, expectTypeOf, it } from "vitest";

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

  // The other way round, the compiler sees to it where the adapters are made.
  it("takes whatever value the options of an adapter may have", () => {
    type Configured = NonNullable<GuichetConfig["clinics"][number]["medots"]>;
    type Desk = NonNullable<Configured["desk"]>;
    expectTypeOf<Omit<MedotsOptions, "secretKey" | "clinics">>().toExtend<
      Omit<Configured, "secretKey" | keyof MedotsClinic>
    >();
    expectTypeOf<MedotsClinic>().toExtend<Pick<Configured, keyof MedotsClinic>>();
    expectTypeOf<Clinic>().toExtend<Pick<Desk, "address" | "services" | "appointmentSourceId">>();
    expectTypeOf<FrontDesk>().toExtend<Pick<Desk, "holdSeconds" | "daysAhead">>();
    expectTypeOf<Omit<OmnidocOptions, "pseudonymKey">>().toExtend<
      Omit<NonNullable<GuichetConfig["clinics"][number]["omnidoc"]>, "token" | "pseudonymKey">
    >();
  });
});
