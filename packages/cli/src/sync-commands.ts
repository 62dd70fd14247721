import { InvalidArgumentError, Option, type Command } from "commander";
import type { ExitCode } from "./exit-code.js";
import type { Surroundings } from "./surroundings.js";

interface Options {
  readonly config: string;
  readonly locale?: string;
  readonly retry?: string;
  readonly send?: string;
  readonly done?: string;
  readonly as?: string;
  readonly giveUp?: string;
  readonly port: number;
  readonly seed: number;
  readonly faults?: string;
  readonly webhook?: string;
}

/** How the command line finishes a command and asks for its common options. */
export interface Registration {
  readonly surroundings: Surroundings;
  readonly readable: (command: Command) => Command;
  readonly wantsJson: (options: object) => boolean;
  readonly answering: (asJson: boolean, command: () => Promise<ExitCode>) => Promise<void>;
}

const syncHelp = `
The configuration is JSON, or a module (.ts, .mts, .js, .mjs) that exports it: see packages/cli/README.md. It names the
variables that hold secrets, { env: "MEDOTS_SECRET" }, never the secrets. Logs go to standard output, one JSON object a
line, without anything of a person. SIGTERM and Ctrl-C end it within ten seconds; what was under way is kept.`;
const deadLettersHelp = `
Without an option, lists what was set aside, without anything of a person. Look on the platform first: --done where it is
there, --send where it certainly is not; --retry looks again, and where a platform cannot be searched sets it aside again.
With an option it needs the secrets of the clinic, as its worker does; it asks no platform.`;
const createKeysHelp = `
The configuration, or GUICHET_KEYS_FILE, names the file. Copy it to every machine that works on the database, and to a
safe place: without it what is sealed stays sealed. A database that is sealed with other keys is refused.`;
const simulateHelp = `
A platform of our own making: it stands for what we read of the real one, which is not much. Everybody in it is invented.
--faults 0.1 lets one request in ten go wrong; --faults 503*3,answer-lost the next ones, by names of
request-lost, answer-lost, duplicated, connection-refused, connection-reset, 401, 409, 412, 429, 500, 502, 503, 504, html,
body-truncated, wrong-length, redirect and slow-drip.
--webhook signs with the secret in GUICHET_WEBHOOK_SECRET.`;

/** Registers `sync`, its parts, and `simulate`. What they need is loaded when they run: other commands start as fast. */
export function addSyncCommands(program: Command, registration: Registration): void {
  const { surroundings, readable, wantsJson, answering } = registration;
  const sync = program
    .command("sync")
    .description("keep clinics and the platforms they use in step, until it is stopped")
    .addOption(configOption())
    .addHelpText("after", syncHelp)
    .action(async ({ config }: Options) => {
      await answering(false, async () => {
        const { runSync } = await import("./commands/run-sync.js");
        return runSync({ configPath: config }, surroundings);
      });
    });

  readable(sync.command("status"))
    .description("show queues, lag, what is held and what was set aside")
    .action(async (_: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const asJson = wantsJson(options);
      await answering(asJson, async () => {
        const { showSyncStatus } = await import("./commands/show-sync-status.js");
        return showSyncStatus({ configPath: options.config, language: options.locale, asJson }, surroundings);
      });
    });

  readable(sync.command("dead-letters"))
    .description("list what was set aside, or see to one")
    .addOption(
      new Option("--done <id>", "it is on the platform, by the id in --as").conflicts([
        "send",
        "retry",
        "giveUp",
      ]),
    )
    .option("--as <id>", "the id it has on the platform")
    .addOption(
      new Option("--send <id>", "it is not on the platform: send it as if for the first time").conflicts([
        "retry",
        "giveUp",
      ]),
    )
    .addOption(
      new Option("--retry <id>", "go on with it as a worker would, which never sends twice").conflicts(
        "giveUp",
      ),
    )
    .option("--give-up <id>", "it is not on the platform, and is not to be")
    .addHelpText("after", deadLettersHelp)
    .action(async (_: Options, command: Command) => {
      const {
        config: configPath,
        locale: language,
        retry,
        send,
        done,
        as,
        giveUp,
        ...rest
      } = command.optsWithGlobals<Options>();
      const asJson = wantsJson(rest);
      await answering(asJson, async () => {
        const { resolveDeadLetters } = await import("./commands/resolve-dead-letters.js");
        const asked = { retry, send, done, as, giveUp };
        return resolveDeadLetters({ configPath, language, asJson, ...asked }, surroundings);
      });
    });

  readable(sync.command("confirm"))
    .description("say that what a reconciliation holds as missing is indeed gone")
    .argument("<clinic>", "the id of the clinic")
    .argument("<feed>", "the name of the feed, as the status shows it")
    .action(async (clinic: string, feed: string, _: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const asJson = wantsJson(options);
      await answering(asJson, async () => {
        const { confirmGone } = await import("./commands/confirm-gone.js");
        const { config: configPath, locale: language } = options;
        return confirmGone({ configPath, language, asJson, clinic, feed }, surroundings);
      });
    });

  readable(sync.command("create-keys"))
    .description("make the file of sealing keys for a new database on a server of your own")
    .addHelpText("after", createKeysHelp)
    .action(async (_: Options, command: Command) => {
      const options = command.optsWithGlobals<Options>();
      const asJson = wantsJson(options);
      await answering(asJson, async () => {
        const { createKeys } = await import("./commands/create-keys.js");
        const { config: configPath, locale: language } = options;
        return createKeys({ configPath, language, asJson }, surroundings);
      });
    });

  readable(program.command("simulate"))
    .description("serve a simulated platform on this machine, until it is stopped")
    .argument("<platform>", "medots or omnidoc", readPlatform)
    .addOption(new Option("--port <number>", "0 is any that is free").argParser(readPort).default(0))
    .addOption(new Option("--seed <number>", "decides the invented data").argParser(readSeed).default(1))
    .option("--faults <faults>", "what goes wrong: a share of all requests, or names for the next ones")
    .option("--webhook <url>", "where Omnidoc pushes what changes")
    .addHelpText("after", simulateHelp)
    .action(async (platform: "medots" | "omnidoc", options: Options) => {
      const asJson = wantsJson(options);
      await answering(asJson, async () => {
        const { simulatePlatform } = await import("./commands/simulate-platform.js");
        const { port, seed, faults, webhook, locale: language } = options;
        return simulatePlatform({ platform, port, seed, faults, webhook, language, asJson }, surroundings);
      });
    });
}

function configOption(): Option {
  return new Option("--config <file>", "what is run").default("guichet.config.ts").env("GUICHET_CONFIG");
}

function readPlatform(typed: string): "medots" | "omnidoc" {
  if (typed === "medots" || typed === "omnidoc") return typed;
  throw new InvalidArgumentError("It is neither medots nor omnidoc.");
}

function readPort(typed: string): number {
  const port = Number(typed);
  if (/^\d{1,5}$/.test(typed) && port <= 65_535) return port;
  throw new InvalidArgumentError("It is no number from 0 to 65535.");
}

function readSeed(typed: string): number {
  if (/^\d{1,9}$/.test(typed)) return Number(typed);
  throw new InvalidArgumentError("It is no whole number.");
}
