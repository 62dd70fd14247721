import * as z from "zod";

/** Where a secret is: in a variable of the environment, never in the file. */
const secret = z.strictObject(
  { env: z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, { error: "expected the name of a variable" }) },
  { error: 'expected { env: "NAME" }: a secret stays out of the file' },
);

const zone = z.string().refine(isZone, { error: 'expected a zone of the tz database, like "Europe/Paris"' });
const positive = z.int().min(1);
const port = z.int().min(0).max(65_535);
const listener = z.strictObject({ port, host: z.string().optional() });
const seconds = z.number().min(1);

const store = z.union(
  [
    z.strictObject({ dataFolder: z.string().min(1) }),
    z.strictObject({ databaseUrl: secret, keysFile: z.string().min(1) }),
  ],
  { error: "expected { dataFolder }, or { databaseUrl, keysFile }" },
);

const service = z.strictObject({
  id: z.string().min(1),
  specialty: z.string(),
  durationMinutes: positive,
  appointmentTypeId: z.int(),
  entryTypeIds: z.array(z.int()),
});

const desk = z.strictObject({
  address: z.string(),
  appointmentSourceId: z.int(),
  services: z.array(service),
  recordKey: secret,
  holdSeconds: seconds.optional(),
  daysAhead: positive.optional(),
  offerEverySeconds: seconds.optional(),
});

const medots = z.strictObject({
  baseUrl: z.string(),
  allowLoopback: z.boolean().optional(),
  identity: z.string().min(1),
  secretKey: secret,
  clinicId: z.int(),
  zone,
  authorization: z.enum(["bearer", "bare"]).optional(),
  newId: z.enum(["object", "first-of-data", "either"]).optional(),
  referenceIn: z.enum(["note", "clientComment", "none"]).optional(),
  cancelBy: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).optional(),
  honours: z
    .strictObject({ idempotencyKeys: z.boolean().optional(), versions: z.boolean().optional() })
    .optional(),
  pullEverySeconds: seconds.optional(),
  reconcileEverySeconds: seconds.optional(),
  /** With it, the waitlist is offered what is free. */
  desk: desk.optional(),
});

const omnidoc = z.strictObject({
  baseUrl: z.string(),
  allowLoopback: z.boolean().optional(),
  token: secret,
  pseudonymKey: secret,
  zone: zone.optional(),
  honours: z
    .strictObject({
      conditionalCreate: z.boolean().optional(),
      searchByReference: z.boolean().optional(),
      versions: z.boolean().optional(),
      requestLifeSeconds: positive.optional(),
    })
    .optional(),
  scope: z.array(z.tuple([z.string(), z.string()])).optional(),
  /** The current secret, and the old one while it is being replaced. With one, webhooks are taken. */
  webhookSecrets: z.array(secret).optional(),
  pullEverySeconds: seconds.optional(),
  reconcileEverySeconds: seconds.optional(),
});

const clinic = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/, { error: "expected small letters, digits and hyphens" }),
  /** That of the store when left out; a store refuses a clinic of another one. */
  jurisdiction: z.string().optional(),
  medots: medots.optional(),
  omnidoc: omnidoc.optional(),
  /** What ended more than so many days ago is forgotten. Left out: nothing is. */
  retention: z.strictObject({ endedAfterDays: z.int().min(30) }).optional(),
});

export const syncConfig = z.strictObject({
  jurisdiction: z.string().regex(/^[A-Z]{2}$/, { error: 'expected two capital letters, like "FR"' }),
  /** Left out: the server in GUICHET_DATABASE_URL with the keys in GUICHET_KEYS_FILE, or a PostgreSQL of our own. */
  store: store.optional(),
  clinics: z
    .array(clinic)
    .min(1)
    .refine((clinics) => new Set(clinics.map(({ id }) => id)).size === clinics.length, {
      error: "two clinics have one id",
    }),
  health: listener.optional(),
  webhooks: listener.optional(),
  logLevel: z.enum(["debug", "info", "warn", "error"]).optional(),
});

/**
 * What stands in a `guichet.config.ts`.
 *
 * @example
 * export default { jurisdiction: "FR", clinics: [{ id: "lyon" }] } satisfies GuichetConfig;
 */
export type GuichetConfig = z.input<typeof syncConfig>;

/** What `guichet sync` runs. */
export type SyncConfig = z.infer<typeof syncConfig>;
export type ClinicConfig = SyncConfig["clinics"][number];
export type MedotsConfig = NonNullable<ClinicConfig["medots"]>;
export type OmnidocConfig = NonNullable<ClinicConfig["omnidoc"]>;
export type SecretConfig = z.infer<typeof secret>;

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
