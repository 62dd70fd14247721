import { expect, it } from "vitest";
import { settingsOf } from "../omnidoc-options.js";
import { neutralDialect } from "./dialect.js";

const options = { baseUrl: "https://omnidoc.invalid/fhir", pseudonymKey: new Uint8Array(32) };

it("a dialect is the neutral one but for what the platform has otherwise", () => {
  expect(settingsOf(options).dialect).toEqual(neutralDialect);
  const { dialect } = settingsOf({
    ...options,
    dialect: {
      extensions: { patientConsent: "https://omnidoc.invalid/consent" },
      systems: { rpps: ["https://omnidoc.invalid/rpps"] },
      professions: { nurse: "61" },
      healthCentreType: "604",
    },
  });
  expect(dialect).toEqual({
    extensions: { ...neutralDialect.extensions, patientConsent: "https://omnidoc.invalid/consent" },
    systems: { ...neutralDialect.systems, rpps: ["https://omnidoc.invalid/rpps"] },
    professions: { ...neutralDialect.professions, nurse: "61" },
    healthCentreType: "604",
  });
});
