import { GuichetError, problemAt } from "@guichet/rules";
import { surroundingsOfProcess } from "@guichet/sync";
import { serveSimulator } from "@guichet/sync/simulator";
import { takeInterruption } from "../batch/interruption.js";
import { exitCode, type ExitCode } from "../exit-code.js";
import { usageRefusal } from "../refusal.js";
import { planFaults } from "../simulate/plan-faults.js";
import type { SimulatedPlatform, SimulateOptions } from "../simulate/simulated-platform.js";
import type { Surroundings } from "../surroundings.js";
import { secretProblem } from "../sync/check-config.js";
import { uiWordingOf } from "../ui-wording-of.js";

export interface SimulateRequest {
  readonly platform: keyof typeof shownNames;
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

function webhookIn(
  { platform, webhook: url }: SimulateRequest,
  env: Surroundings["env"],
): SimulateOptions["webhook"] {
  if (url === undefined) return undefined;
  if (platform === "medots")
    throw usageRefusal("webhook-refused", "--webhook", "MEDOTS pushes nothing", "leave it out");
  const problem = secretProblem({ option: "webhookSecrets", name: webhookSecret, env });
  const problems = [
    ...(URL.canParse(url) ? [] : [problemAt("webhook-refused", "--webhook", "not an absolute URL", urlForm)]),
    ...(problem ? [problem] : []),
  ];
  if (problems.length > 0) throw new GuichetError("usage-refused", problems);
  return { url, secret: env[webhookSecret] ?? "" };
}

const urlForm = 'write it as "http://127.0.0.1:8081/webhooks/<clinic>/omnidoc"';

const shownNames = { medots: "MEDOTS", omnidoc: "Omnidoc" } as const;

function wordsOf(
  baseUrl: string,
  { access }: SimulatedPlatform,
  { platform, language = "en" }: SimulateRequest,
): string {
  const { sync } = uiWordingOf(language);
  const lines = Object.entries({ baseUrl, ...access }).map(([name, value]) => `  ${name}: ${value}`);
  return [sync.simulated(shownNames[platform]), ...lines, sync.untilInterrupted].join("\n");
}
