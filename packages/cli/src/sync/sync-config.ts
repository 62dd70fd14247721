import * as z from "zod";
import { secret } from "./config-fields.js";
import { medotsConfig } from "./medots-config.js";
import { omnidocConfig } from "./omnidoc-config.js";

const port = z.int().min(0).max(65_535);
const listener = z.strictObject({ port, host: z.string().optional() });

const store = z.union(
  [
    z.strictObject({ dataFolder: z.string().min(1) }),
    z.strictObject({ databaseUrl: secret, keysFile: z.string().min(1) }),
  ],
  { error: "expected { dataFolder }, or { databaseUrl, keysFile }" },
);

const clinic = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/, { error: "expected small letters, digits and hyphens" }),
  /** That of the store when left out; a store refuses a clinic of another one. */
  jurisdiction: z.string().optional(),
  medots: medotsConfig.optional(),
  omnidoc: omnidocConfig.optional(),
  /** What ended more than so many days ago is forgotten. Left out: nothing is. */
  retention: z.strictObject({ endedAfterDays: z.int().min(30) }).optional(),
});

export const syncConfig = z.strictObject({
  jurisdiction: z.string().regex(/^[A-Z]{2}$/, { error: 'expected two capital letters, like "FR"' }),
  /** Left out: the server in GUICHET_DATABASE_URL with the keys in GUICHET_KEYS_FILE, or a PostgreSQL of our own. */
  store: store.optional(),
  clinics: z.array(clinic).min(1),
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
export type SecretConfig = z.infer<typeof secret>;
