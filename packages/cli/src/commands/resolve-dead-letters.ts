import {
  deadLetters,
  resolveDeadLetter,
  surroundingsOfProcess,
  type Carrier,
  type Resolution,
  type Store,
  type TenantStore,
} from "@guichet/sync";
import { GuichetError } from "@guichet/rules";
import { exitCode, type ExitCode } from "../exit-code.js";
import { usageRefusal } from "../refusal.js";
import { deadLettersView } from "../render/dead-letters-view.js";
import { lookOf } from "../render/look.js";
import type { Surroundings } from "../surroundings.js";
import { checkConfig } from "../sync/check-config.js";
import { clinicWorkOf } from "../sync/clinic-work-of.js";
import { secretsOf } from "../sync/secrets-of.js";
import type { SyncConfig } from "../sync/sync-config.js";
import { withConfiguredStore, type ConfiguredRequest } from "../sync/with-configured-store.js";

export interface DeadLettersRequest extends ConfiguredRequest {
  /** Go on as a worker would, which never sends twice. */
  readonly retry?: string | undefined;
  /** Somebody looked, and it is not there: send it as if for the first time. */
  readonly send?: string | undefined;
  /** Somebody looked, and it is there, by the id in `as`. */
  readonly done?: string | undefined;
  readonly as?: string | undefined;
  readonly giveUp?: string | undefined;
}

const mostListed = 1000;

/** Lists what was set aside, by ids and codes; or sees to one of them first. */
export async function resolveDeadLetters(
  request: DeadLettersRequest,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const { stdout, env } = surroundings;
  const asked = resolutionIn(request);
  const letters = await withConfiguredStore(request, surroundings, async (store, config) => {
    if (asked) await resolve(store, asked, { config, file: request.configPath }, surroundings);
    return store.overview((transaction) => deadLetters(transaction, mostListed));
  });
  if (request.asJson) stdout.write(`${JSON.stringify(letters, null, stdout.isTTY === true ? 2 : 0)}\n`);
  else
    stdout.write(deadLettersView(letters, request.language ?? "en", lookOf(stdout, env), asked?.resolution));
  return exitCode.decided;
}

interface Asked {
  readonly id: string;
  readonly resolution: Resolution;
}

/** A configuration, and what it is called in errors. */
interface Configured {
  readonly config: SyncConfig;
  readonly file: string;
}

/** Errors: `usage-refused` where one of `--done` and `--as` is without the other. */
function resolutionIn({ retry, send, done, as, giveUp }: DeadLettersRequest): Asked | undefined {
  if (done !== undefined && as !== undefined)
    return { id: done, resolution: { resolution: "done", remoteId: as } };
  if (done !== undefined || as !== undefined) {
    const what = done === undefined ? "--as says nothing alone" : "it lacks --as <id>";
    const todo = "say what is done, and by which id the platform has it";
    throw usageRefusal("option-missing", "--done", what, todo);
  }
  if (retry !== undefined) return { id: retry, resolution: { resolution: "try-again" } };
  if (send !== undefined) return { id: send, resolution: { resolution: "send" } };
  if (giveUp !== undefined) return { id: giveUp, resolution: { resolution: "give-up", code: "given-up" } };
  return undefined;
}

async function resolve(
  store: Store,
  { id, resolution }: Asked,
  configured: Configured,
  surroundings: Surroundings,
): Promise<void> {
  const letters = await store.overview((transaction) => deadLetters(transaction, Number.MAX_SAFE_INTEGER));
  const letter = letters.find((one) => one.id === id);
  if (!letter)
    throw usageRefusal("dead-letter-unknown", "dead letters", "none has this id", "list them first");
  const clinic = await store.forTenant(letter.tenant);
  const carriers = carriersOf(clinic, configured, surroundings);
  await clinic.transaction((transaction) => resolveDeadLetter(transaction, id, resolution, carriers));
}

/** Those of a worker with this configuration: what else happens when an intent ends, they say. Nothing is sent or decided. */
function carriersOf(
  clinic: TenantStore,
  { config, file }: Configured,
  surroundings: Surroundings,
): readonly Carrier[] {
  const described = config.clinics.find(({ id }) => id === clinic.tenant);
  if (!described) {
    const todo = "name the file that its worker runs";
    throw usageRefusal("clinic-missing", "--config", "the clinic of this dead letter is not in it", todo);
  }
  // The secrets of other clinics are not needed; the places of the list stay.
  const clinics = config.clinics.map((one) => (one === described ? one : {}));
  const { env } = surroundings;
  const problems = checkConfig({ ...config, clinics }, { file, purpose: "work", env });
  if (problems.length > 0) throw new GuichetError("usage-refused", problems);
  const { work } = clinicWorkOf(clinic, described, {
    clock: surroundingsOfProcess().clock,
    observe: () => undefined,
    secretOf: secretsOf(surroundings),
    policiesOf: () => ({}),
    signal: new AbortController().signal,
  });
  return work.carriers;
}
