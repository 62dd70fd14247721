import type { Store } from "../store.js";
import { appliedMigrations, hashOf } from "./migrate.js";
import { migrations } from "./migrations.js";

/**
 * Whether the schema of a store is still the one this version of the package works with: a newer version may have been
 * there since it was opened, or an older copy of the database was put in its place.
 *
 * Errors: those of the store, where it does not answer.
 */
export async function schemaIsCurrent(store: Pick<Store, "overview">): Promise<boolean> {
  const applied = await store.overview(appliedMigrations);
  return (
    applied.length === migrations.length &&
    migrations.every((one, index) => applied[index]?.hash === hashOf(one))
  );
}
