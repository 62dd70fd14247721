import type { Found, Intent, Outlet, Sent } from "@guichet/sync";
import { notDoneOf, Refusal } from "../client/refusal.js";
import { nextStates, requestState } from "../wire/request-state.js";
import { versionOf } from "../wire/version.js";
import type { OpinionOutletOptions } from "./opinion-outlet.js";
import { unlessOurs } from "./unless-ours.js";

/** Which request is to be withdrawn, as it was seen by whoever decided it. */
export interface OpinionToWithdraw {
  readonly remoteId: string;
  /** The version of its record: what changed since is looked at again first. */
  readonly version: string;
}

type WithdrawOpinion = Intent<"withdraw-opinion", OpinionToWithdraw>;

/**
 * Withdraws a request for an opinion that is not answered yet.
 *
 * The request is read, and written back with all it holds, in the version it was decided on. Where the platform keeps
 * no versions, what somebody changes between reading and writing is lost: the capability sheet says so.
 */
export function withdrawOutlet({
  client,
  settings,
}: OpinionOutletOptions): Outlet<"withdraw-opinion", OpinionToWithdraw> {
  const { dialect, capabilities } = settings;

  const find = async ({ payload }: WithdrawOpinion, signal: AbortSignal): Promise<Found> => {
    const request = await client.read(payload.remoteId, signal);
    if (request === undefined || requestState(request, dialect) !== "revoked") return { outcome: "absent" };
    return { outcome: "found", remoteId: request.id, version: versionOf(request) };
  };
  const look = (intent: WithdrawOpinion, signal: AbortSignal): Promise<Found> =>
    find(intent, signal).catch((error: unknown) => ({ ...notDoneOf(error), outcome: "unknown" }));

  const send = async (intent: WithdrawOpinion, signal: AbortSignal): Promise<Sent> => {
    const { remoteId, version } = intent.payload;
    const request = await client.read(remoteId, signal).catch((error: unknown) => {
      throw beforeWriting(error);
    });
    if (request === undefined) return { outcome: "refused", code: "not-found" };
    const state = requestState(request, dialect);
    if (state === "revoked") return { outcome: "done", remoteId, version: versionOf(request) };
    if (!nextStates[state].includes("revoked")) return { outcome: "conflict", code: "answered-meanwhile" };
    if (versionOf(request) !== version) return { outcome: "conflict", code: "changed-meanwhile" };
    const versionId = capabilities.versions ? request.meta.versionId : undefined;
    const written = await client.update({ ...request, status: "revoked" }, versionId, signal);
    return { outcome: "done", remoteId, version: versionOf(written) };
  };

  return {
    kind: "withdraw-opinion",
    // It is found by its own id, and withdrawing what is withdrawn changes nothing.
    capabilities: { ...capabilities, idempotencyKeys: true, searchByReference: true },
    send: async (intent, signal) =>
      unlessOurs(await send(intent, signal).catch(notDoneOf), () => look(intent, signal)),
    find: look,
  };
}

/** Nothing was written yet: whatever failed can be tried again. */
function beforeWriting(error: unknown): Refusal {
  const { code, outcome, ...when } = notDoneOf(error);
  return new Refusal(outcome === "refused" ? { outcome, code } : { outcome: "later", code, ...when }, "GET");
}
