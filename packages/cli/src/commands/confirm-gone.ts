import { confirmDisappearance } from "@guichet/sync";
import { exitCode, type ExitCode } from "../exit-code.js";
import type { Surroundings } from "../surroundings.js";
import { uiWordingOf } from "../ui-wording-of.js";
import { withConfiguredStore, type ConfiguredRequest } from "../sync/with-configured-store.js";

export interface ConfirmRequest extends ConfiguredRequest {
  readonly clinic: string;
  readonly feed: string;
}

/** Says that what a reconciliation holds as missing is indeed gone. */
export async function confirmGone(request: ConfirmRequest, surroundings: Surroundings): Promise<ExitCode> {
  const { clinic, feed } = request;
  await withConfiguredStore(request, surroundings, async (store) => {
    const tenant = await store.forTenant(clinic);
    await tenant.transaction((transaction) => confirmDisappearance(transaction, feed));
  });
  const { sync } = uiWordingOf(request.language ?? "en");
  const told = request.asJson
    ? JSON.stringify({ clinic, feed, confirmed: true })
    : sync.confirmed(clinic, feed);
  surroundings.stdout.write(`${told}\n`);
  return exitCode.decided;
}
