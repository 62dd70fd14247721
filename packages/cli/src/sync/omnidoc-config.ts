import type { DialectChanges, OmnidocDialect, OmnidocOptions } from "@guichet/adapters-omnidoc";
import * as z from "zod";
import { positive, seconds, secret, zone, type FieldsOf } from "./config-fields.js";

const text = z.string().min(1);
const alternatives = z.tuple([text], text).readonly();

const extensions = {
  redirectUrl: text.exactOptional(),
  requestUrl: text.exactOptional(),
  patientConsent: text.exactOptional(),
  splitActiveStatus: text.exactOptional(),
} satisfies FieldsOf<OmnidocDialect["extensions"]>;

const systems = {
  reference: text.exactOptional(),
  rpps: alternatives.exactOptional(),
  adeli: alternatives.exactOptional(),
  finess: alternatives.exactOptional(),
  ins: alternatives.exactOptional(),
  profession: text.exactOptional(),
  specialty: text.exactOptional(),
  organizationType: text.exactOptional(),
} satisfies FieldsOf<Partial<OmnidocDialect["systems"]>>;

const professions = {
  physician: text.exactOptional(),
  pharmacist: text.exactOptional(),
  dentist: text.exactOptional(),
  midwife: text.exactOptional(),
  nurse: text.exactOptional(),
  "advanced-practice-nurse": text.exactOptional(),
  physiotherapist: text.exactOptional(),
  podiatrist: text.exactOptional(),
  "speech-therapist": text.exactOptional(),
  orthoptist: text.exactOptional(),
  "other-health-professional": text.exactOptional(),
} satisfies FieldsOf<OmnidocDialect["professions"]>;

const dialect = {
  extensions: z.strictObject(extensions).exactOptional(),
  systems: z.strictObject(systems).exactOptional(),
  professions: z.strictObject(professions).exactOptional(),
  healthCentreType: text.exactOptional(),
} satisfies FieldsOf<DialectChanges>;

const honours = {
  conditionalCreate: z.boolean().exactOptional(),
  searchByReference: z.boolean().exactOptional(),
  versions: z.boolean().exactOptional(),
  requestLifeSeconds: positive.exactOptional(),
} satisfies FieldsOf<NonNullable<OmnidocOptions["honours"]>>;

/** But the key of the pseudonyms, which is named. */
const options = {
  baseUrl: z.string(),
  dialect: z.strictObject(dialect).exactOptional(),
  zone: zone.exactOptional(),
  honours: z.strictObject(honours).exactOptional(),
  scope: z
    .array(z.tuple([z.string(), z.string()]).readonly())
    .readonly()
    .exactOptional(),
} satisfies FieldsOf<Omit<OmnidocOptions, "pseudonymKey">>;

/** A clinic on Omnidoc: every option of its adapter. */
export const omnidocConfig = z
  .strictObject({
    ...options,
    allowLoopback: z.boolean().exactOptional(),
    token: secret,
    pseudonymKey: secret,
    /** `pushed`: by a platform that cannot be asked how its requests stand. `pulled` when left out: pushes are hints then. */
    changes: z.enum(["pulled", "pushed"]).exactOptional(),
    /** The current secret, and the old one while it is being replaced. With one, webhooks are taken. */
    webhookSecrets: z.array(secret).exactOptional(),
    pullEverySeconds: seconds.exactOptional(),
    reconcileEverySeconds: seconds.exactOptional(),
  })
  .refine(({ changes, webhookSecrets = [] }) => changes !== "pushed" || webhookSecrets.length > 0, {
    error: "expected a secret: what is pushed is signed with it",
    path: ["webhookSecrets"],
  })
  .refine(
    ({ changes, ...reading }) =>
      changes !== "pushed" || !("pullEverySeconds" in reading || "reconcileEverySeconds" in reading),
    { error: "expected no times of reading: a platform that pushes is not read", path: ["changes"] },
  );

export type OmnidocConfig = z.infer<typeof omnidocConfig>;
