import { confirmDisappearance, type Store, type TenantStore } from "@guichet/sync";
import { exitCode, type ExitCode } from "../exit-code.js";
import { usageRefusal } from "../refusal.js";
import type { Surroundings } from "../surroundings.js";
import type { SyncConfig } from "../sync/sync-config.js";
import { withConfiguredStore, type ConfiguredRequest } from "../sync/with-configured-store.js";
import { uiWordingOf } from "../ui-wording-of.js";

export interface ConfirmRequest extends ConfiguredRequest {
  readonly clinic: string;
  readonly feed: string;
}

/** Says that what a reconciliation holds as missing is indeed gone. */
export async function confirmGone(request: ConfirmRequest, surroundings: Surroundings): Promise<ExitCode> {
  const { clinic, feed } = request;
  await withConfiguredStore(request, surroundings, async (store, config) => {
    const tenant = await clinicOf(store, config, clinic);
    await tenant.transaction((transaction) => confirmDisappearance(transaction, feed));
  });
  const { sync } = uiWordingOf(request.language ?? "en");
  const told = request.asJson
    ? JSON.stringify({ clinic, feed, confirmed: true })
    : sync.confirmed(clinic, feed);
  surroundings.stdout.write(`${told}\n`);
  return exitCode.decided;
}

/** Errors: `usage-refused` for a clinic that is not configured, and for one of which nothing was ever read. */
async function clinicOf(store: Store, { clinics }: SyncConfig, clinic: string): Promise<TenantStore> {
  const named = clinics.map(({ id }) => id);
  if (!named.includes(clinic)) {
    const what = `the configuration has no clinic "${clinic}"`;
    throw usageRefusal("clinic-unknown", "guichet sync confirm", what, `name one of ${named.join(", ")}`);
  }
  const served = await store.tenants();
  if (!served.some(({ id }) => id === clinic)) {
    const what = "no worker has read anything of it yet, so nothing is held";
    throw usageRefusal("clinic-unserved", `clinic ${clinic}`, what, 'see "guichet sync status" first');
  }
  return store.forTenant(clinic);
}
