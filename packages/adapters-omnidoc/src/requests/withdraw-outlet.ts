import type { Found, Intent, Outlet, Sent } from "@guichet/sync";
import { notDoneOf, Refusal } from "../client/reply.js";
import { nextStates, requestState } from "../wire/request-state.js";
import { versionOf } from "../wire/version.js";
import type { OpinionOutletOptions } from "./opinion-outlet.js";

/** Which request is to be withdrawn. */
export interface OpinionToWithdraw {
  readonly remoteId: string;
}

type WithdrawOpinion = Intent<"withdraw-opinion", OpinionToWithdraw>;

/**
 * Withdraws a request for an opinion that is not answered yet.
 *
 * The request is read, and written back with all it holds, in the version that was read. Where the platform keeps no
 * versions, what somebody changes in between is lost: the capability sheet says so.
 */
export function withdrawOutlet({
  client,
  settings,
}: OpinionOutletOptions): Outlet<"withdraw-opinion", OpinionToWithdraw> {
  const { dialect, capabilities } = settings;

  const send = async ({ payload }: WithdrawOpinion, signal: AbortSignal): Promise<Sent> => {
    const request = await client.read(payload.remoteId, signal).catch((error: unknown) => {
      // Nothing was written yet.
      throw onlyRead(error);
    });
    if (request === undefined) return { outcome: "refused", code: "not-found" };
    const state = requestState(request, dialect);
    if (state === "revoked") return { outcome: "done", remoteId: request.id, version: versionOf(request) };
    if (!nextStates[state].includes("revoked")) return { outcome: "conflict", code: "answered-meanwhile" };
    const versionId = capabilities.versions ? request.meta.versionId : undefined;
    const written = await client.update({ ...request, status: "revoked" }, versionId, signal);
    return { outcome: "done", remoteId: written.id, version: versionOf(written) };
  };

  const find = async ({ payload }: WithdrawOpinion, signal: AbortSignal): Promise<Found> => {
    const request = await client.read(payload.remoteId, signal);
    if (request === undefined || requestState(request, dialect) !== "revoked") return { outcome: "absent" };
    return { outcome: "found", remoteId: request.id, version: versionOf(request) };
  };

  return {
    kind: "withdraw-opinion",
    // Withdrawing what is withdrawn changes nothing, and it is found by its own id.
    capabilities: { ...capabilities, idempotencyKeys: true, searchByReference: true },
    send: (intent, signal) => send(intent, signal).catch(settled),
    find: (intent, signal) =>
      find(intent, signal).catch((error: unknown) => ({ outcome: "unknown", code: notDoneOf(error).code })),
  };
}

/** Somebody wrote it in between: it is read anew, and tried again. */
function settled(error: unknown): Sent {
  const notDone = notDoneOf(error);
  return notDone.outcome === "conflict" ? { outcome: "later", code: notDone.code } : notDone;
}

function onlyRead(error: unknown): Refusal {
  const { code, outcome, ...when } = notDoneOf(error);
  return new Refusal(outcome === "refused" ? { outcome, code } : { outcome: "later", code, ...when }, "GET");
}
