import { deadLetters, syncStatus } from "@guichet/sync";
import { exitCode, type ExitCode } from "../exit-code.js";
import { lookOf } from "../render/look.js";
import { syncStatusView } from "../render/sync-status-view.js";
import type { Surroundings } from "../surroundings.js";
import { withConfiguredStore, type ConfiguredRequest } from "../sync/with-configured-store.js";

/** As many are listed; all of them are counted. */
const listed = 20;

/** Shows queues, lag, what is held and what was set aside, of all clinics of the store. Nothing of it is of a person. */
export async function showSyncStatus(
  request: ConfiguredRequest,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const { stdout, env } = surroundings;
  const status = await withConfiguredStore(request, surroundings, async (store) => ({
    ...(await syncStatus(store)),
    deadLetters: await store.overview((transaction) => deadLetters(transaction, listed)),
  }));
  if (request.asJson) stdout.write(`${JSON.stringify(status, null, stdout.isTTY === true ? 2 : 0)}\n`);
  else stdout.write(syncStatusView(status, request.language ?? "en", lookOf(stdout, env)));
  return exitCode.decided;
}
