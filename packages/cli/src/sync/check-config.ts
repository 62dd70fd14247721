import { GuichetError, problemAt, type Problem } from "@guichet/rules";
import { readBaseUrl } from "@guichet/sync/http";
import { webhookKey } from "@guichet/sync/webhooks";
import type { Surroundings } from "../surroundings.js";
import { partsOf, type ConfigPart } from "./config-parts.js";
import { keyIn } from "./secrets-of.js";

/** `work`: for a worker, which starts an embedded PostgreSQL. `look`: beside a worker that has started it. */
export type ConfigPurpose = "work" | "look";

export interface CheckOptions {
  /** What the configuration is called in errors. */
  readonly file: string;
  readonly purpose: ConfigPurpose;
  readonly env: Surroundings["env"];
}

/**
 * What is wrong with what a configuration says, before anything is opened or asked: secrets, keys, addresses, laws and
 * ids. It is read part by part, so that a mistake in the shape of one hides none of another. No value of a secret is told.
 */
export function checkConfig(given: unknown, { file, purpose, env }: CheckOptions): readonly Problem[] {
  const parts = partsOf(given);
  const problems = parts
    // The secrets of platforms are not needed to look.
    .filter(({ place }) => purpose === "work" || place === "store" || place.startsWith("store."))
    .flatMap((part) => [
      ...secretProblems(part, env),
      ...addressProblems(part, file),
      ...clinicProblems(part, parts, file),
    ]);
  // Two places may name one secret.
  return [...new Map(problems.map((problem) => [problem.message, problem])).values()];
}

type Check = (value: string) => readonly [what: string, todo: string] | undefined;

/** What the secret of an option must be; of the others, the platform is the judge. */
const secretChecks: Readonly<Record<string, Check>> = {
  databaseUrl: (value) =>
    /^postgres(?:ql)?:$/.test(URL.canParse(value) ? new URL(value).protocol : "")
      ? undefined
      : ["not the address of a PostgreSQL", 'write it as "postgres://user:password@host/database"'],
  recordKey: sealingKey,
  pseudonymKey: sealingKey,
  webhookSecrets: (value) =>
    problemsOf(() => webhookKey(value)).length === 0
      ? undefined
      : ["not 24 to 64 bytes in base64", 'copy it from the platform, with its "whsec_"'],
};

function secretProblems({ option, value }: ConfigPart, env: Surroundings["env"]): readonly Problem[] {
  const { env: name, ...others } = value;
  if (option === "" || typeof name !== "string" || Object.keys(others).length > 0) return [];
  const problem = secretProblem({ option, name, env });
  return problem === undefined ? [] : [problem];
}

/** What is wrong with the secret in a variable, for an option of a platform. */
export function secretProblem({
  option,
  name,
  env,
}: {
  readonly option: string;
  readonly name: string;
  readonly env: Surroundings["env"];
}): Problem | undefined {
  const secret = env[name];
  if (!secret)
    return problemAt("secret-missing", name, "the environment does not have it", "set it for this command");
  const wrong = Object.hasOwn(secretChecks, option) ? secretChecks[option]?.(secret) : undefined;
  return wrong && problemAt("secret-refused", name, ...wrong);
}

function sealingKey(value: string): ReturnType<Check> {
  return keyIn(value).length < 32
    ? ["not 32 bytes or more in base64", 'draw one with "openssl rand -base64 32"']
    : undefined;
}

function addressProblems({ place, value }: ConfigPart, file: string): readonly Problem[] {
  const { baseUrl, allowLoopback } = value;
  if (typeof baseUrl !== "string") return [];
  const platform = `${file}, ${place}`;
  return problemsOf(() => readBaseUrl({ platform, baseUrl, allowLoopback: allowLoopback === true }));
}

function clinicProblems(
  { place, option, value }: ConfigPart,
  parts: readonly ConfigPart[],
  file: string,
): readonly Problem[] {
  if (option !== "clinics") return [];
  const { id, jurisdiction } = value;
  const law = parts[0]?.value["jurisdiction"];
  const differs = typeof jurisdiction === "string" && typeof law === "string" && jurisdiction !== law;
  const first = parts.find((part) => part.option === "clinics" && part.value["id"] === id);
  return [
    ...(differs
      ? [
          problemAt(
            "jurisdiction-differs",
            `${file}, ${place}.jurisdiction`,
            "not the law the store lives under",
            "keep clinics of another country in another store",
          ),
        ]
      : []),
    ...(id !== undefined && first?.place !== place
      ? [
          problemAt(
            "config-refused",
            `${file}, ${place}.id`,
            "another clinic has this id",
            "give each its own",
          ),
        ]
      : []),
  ];
}

function problemsOf(check: () => unknown): readonly Problem[] {
  try {
    check();
    return [];
  } catch (error) {
    if (!GuichetError.isInstance(error)) throw error;
    return error.problems;
  }
}
