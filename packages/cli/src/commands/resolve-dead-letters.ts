import { deadLetters, resolveDeadLetter, type DeadLetter, type Resolution, type Store } from "@guichet/sync";
import { exitCode, type ExitCode } from "../exit-code.js";
import { usageRefusal } from "../refusal.js";
import { deadLettersView } from "../render/dead-letters-view.js";
import { lookOf } from "../render/look.js";
import type { Surroundings } from "../surroundings.js";
import { withConfiguredStore, type ConfiguredRequest } from "../sync/with-configured-store.js";

export interface DeadLettersRequest extends ConfiguredRequest {
  /** Go on as a worker would, which never sends twice. */
  readonly retry?: string | undefined;
  /** Somebody looked, and it is not there: send it as if for the first time. */
  readonly send?: string | undefined;
  readonly giveUp?: string | undefined;
}

const mostListed = 1000;

/** Lists what was set aside, by ids and codes; or sees to one of them first. */
export async function resolveDeadLetters(
  request: DeadLettersRequest,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const { stdout, env } = surroundings;
  const letters = await withConfiguredStore(request, surroundings, async (store) => {
    const asked = resolutionIn(request);
    if (asked) await resolve(store, asked);
    return store.overview((transaction) => deadLetters(transaction, mostListed));
  });
  if (request.asJson) stdout.write(`${JSON.stringify(letters, null, stdout.isTTY === true ? 2 : 0)}\n`);
  else stdout.write(deadLettersView(letters, request.language ?? "en", lookOf(stdout, env)));
  return exitCode.decided;
}

interface Asked {
  readonly id: string;
  readonly resolution: Resolution;
}

function resolutionIn({ retry, send, giveUp }: DeadLettersRequest): Asked | undefined {
  if (retry !== undefined) return { id: retry, resolution: { resolution: "try-again" } };
  if (send !== undefined) return { id: send, resolution: { resolution: "send" } };
  if (giveUp !== undefined) return { id: giveUp, resolution: { resolution: "give-up", code: "given-up" } };
  return undefined;
}

async function resolve(store: Store, { id, resolution }: Asked): Promise<void> {
  const letters = await store.overview((transaction) => deadLetters(transaction, Number.MAX_SAFE_INTEGER));
  const letter = letters.find((one: DeadLetter) => one.id === id);
  if (!letter)
    throw usageRefusal("dead-letter-unknown", "dead letters", "none has this id", "list them first");
  const clinic = await store.forTenant(letter.tenant);
  await clinic.transaction((transaction) => resolveDeadLetter(transaction, id, resolution));
}
