import { surroundingsOfProcess } from "@guichet/sync";
import { serveSimulator } from "@guichet/sync/simulator";
import { takeInterruption } from "../batch/interruption.js";
import { exitCode, type ExitCode } from "../exit-code.js";
import { usageRefusal } from "../refusal.js";
import { planFaults } from "../simulate/plan-faults.js";
import type { SimulatedPlatform, SimulateOptions } from "../simulate/simulated-platform.js";
import type { Surroundings } from "../surroundings.js";
import { uiWordingOf } from "../ui-wording-of.js";

/** Platforms that can be simulated. */
export const simulatedPlatforms = ["medots", "omnidoc"] as const;

export interface SimulateRequest {
  readonly platform: (typeof simulatedPlatforms)[number];
  readonly port: number;
  readonly seed: number;
  readonly faults: string | undefined;
  /** Where changes are pushed to. */
  readonly webhook: string | undefined;
  readonly language: string | undefined;
  readonly asJson: boolean;
}

/** The variable that holds what pushes are signed with. */
const webhookSecret = "GUICHET_WEBHOOK_SECRET";

/** Serves a simulated platform on this machine until a signal asks for an end. */
export async function simulatePlatform(
  request: SimulateRequest,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const { stdout, env } = surroundings;
  const { clock } = surroundingsOfProcess();
  const { platform: name, seed, port, faults } = request;
  const platform = await platformOf(name, { clock, seed, webhook: webhookIn(request, env) });
  if (faults !== undefined) planFaults(platform.faults, faults, seed);
  const interruption = takeInterruption(surroundings);
  const served = await serveSimulator(platform, { port }).catch(() => {
    interruption.release();
    throw usageRefusal("port-refused", `port ${String(port)}`, "it cannot be listened on", "choose another");
  });
  const baseUrl = `${served.url}${platform.path}`;
  if (request.asJson) stdout.write(`${JSON.stringify({ platform: name, baseUrl, ...platform.access })}\n`);
  else stdout.write(`${wordsOf(baseUrl, platform, request)}\n`);
  try {
    while (!interruption.signal.aborted) {
      await clock.sleep(1_000, interruption.signal).catch(() => undefined);
      await platform.tick?.();
    }
  } finally {
    interruption.release();
    await served.close();
  }
  return exitCode.decided;
}

async function platformOf(
  name: SimulateRequest["platform"],
  options: SimulateOptions,
): Promise<SimulatedPlatform> {
  if (name === "medots") return (await import("../simulate/medots-platform.js")).medotsPlatform(options);
  return (await import("../simulate/omnidoc-platform.js")).omnidocPlatform(options);
}

function webhookIn({ webhook }: SimulateRequest, env: Surroundings["env"]): SimulateOptions["webhook"] {
  if (webhook === undefined) return undefined;
  const secret = env[webhookSecret];
  if (secret) return { url: webhook, secret };
  throw usageRefusal(
    "secret-missing",
    webhookSecret,
    "the environment does not have it",
    "set it for this command",
  );
}

function wordsOf(
  baseUrl: string,
  { access }: SimulatedPlatform,
  { platform, language = "en" }: SimulateRequest,
): string {
  const { sync } = uiWordingOf(language);
  const lines = Object.entries({ baseUrl, ...access }).map(([name, value]) => `  ${name}: ${value}`);
  return [sync.simulated(platform), ...lines, sync.untilInterrupted].join("\n");
}
