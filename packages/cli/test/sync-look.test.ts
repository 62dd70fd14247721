import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { storeFolderWith } from "./beside-worker.js";
import { folderWith, guichet, type Ran } from "./run-guichet.js";
import { eventIs, startGuichet } from "./run-until-stopped.js";

const lyon = { jurisdiction: "FR", store: { dataFolder: "data" }, clinics: [{ id: "lyon" }] };

describe("who looks where no worker ever ran", () => {
  it.each([
    ["the status", ["status"]],
    ["what was set aside", ["dead-letters"]],
    ["one of these, to see to it", ["dead-letters", "--retry", "none"]],
    ["what is held", ["confirm", "lyon", "appointments"]],
  ])("at %s is told that there is no store, and leaves none", async (_, command) => {
    for (const [content, data] of [
      [lyon, "data"],
      [{ ...lyon, store: undefined }, "guichet-data"],
    ] as const) {
      const folder = folderWith({ "guichet.config.json": JSON.stringify(content) });
      const look = (as: string): Promise<Ran> =>
        guichet(["sync", ...command, as, "--config", join(folder, "guichet.config.json")]);
      const told =
        `${join(folder, data)}: there is no store in it yet; ` +
        'start "guichet sync", which makes one, or name the configuration it runs with --config';
      expect(await look("--text")).toEqual({ code: 1, stdout: "", stderr: `${told}\n` });
      const { stdout } = await look("--json");
      expect(JSON.parse(stdout)).toMatchObject({ error: { problems: [{ code: "store-missing" }] } });
      expect(readdirSync(folder)).toEqual(["guichet.config.json"]);
    }
  });
});

describe("who looks where nothing has happened yet", () => {
  it("is told so in words, and what cannot be found", async () => {
    const folder = storeFolderWith({ "guichet.config.json": JSON.stringify(lyon) });
    const config = ["--config", join(folder, "guichet.config.json")];
    const running = startGuichet(["sync", ...config]);
    await running.line(eventIs("worker-started"));
    await running.stop("SIGTERM");
    const look = (...command: readonly string[]): Promise<Ran> =>
      guichet(["sync", ...command, "--text", ...config]);

    expect(await look("status")).toEqual({
      code: 0,
      stdout: "Waiting\nNothing waits.\n\nSet aside\nNothing is set aside.\n",
      stderr: "",
    });
    const clinics = [{ id: "lyon" }, { id: "paris" }];
    writeFileSync(join(folder, "guichet.config.json"), JSON.stringify({ ...lyon, clinics }));
    for (const [command, stderr] of [
      [["dead-letters", "--retry", "none"], "dead letters: none has this id; list them first"],
      [
        ["confirm", "lyons", "appointments"],
        'guichet sync confirm: the configuration has no clinic "lyons"; name one of lyon, paris',
      ],
      [
        ["confirm", "paris", "appointments"],
        'clinic paris: no worker has read anything of it yet, so nothing is held; see "guichet sync status" first',
      ],
      [
        ["confirm", "lyon", "appointments"],
        "feed appointments: no disappearance is held; see the status first",
      ],
    ] as const)
      expect(await look(...command)).toEqual({ code: 1, stdout: "", stderr: `${stderr}\n` });
  });

  it.each([["status"], ["dead-letters"], ["confirm", "lyon", "appointments"], ["create-keys"]])(
    "in a language that there are no words in is told which there are: sync %s",
    async (...command) => {
      const ran = await guichet(["sync", ...command, "--locale", "de"]);
      const refused = 'option "--locale <language>" argument "de" is invalid: allowed choices are en, fr, ru';
      expect(ran).toEqual({ code: 1, stdout: "", stderr: `guichet: ${refused}; see "guichet --help"\n` });
    },
  );
});
