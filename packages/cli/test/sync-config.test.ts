import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { storeFolderWith } from "./beside-worker.js";
import { folderWith, guichet, type Ran } from "./run-guichet.js";

const medots = {
  baseUrl: "https://clinic.example/api/v2",
  identity: "guichet",
  secretKey: { env: "MEDOTS_SECRET" },
  clinicId: 1,
  zone: "Europe/Moscow",
};
const config = { jurisdiction: "RU", store: { dataFolder: "data" }, clinics: [{ id: "tver", medots }] };

const runWith = (content: unknown, env: Readonly<Record<string, string>> = {}): Promise<Ran> => {
  const folder = storeFolderWith({ "guichet.config.json": JSON.stringify(content) });
  return guichet(["sync", "--config", join(folder, "guichet.config.json")], { env });
};

const problemsOf = ({ stderr }: Ran) => stderr.trim().split("\n");

describe("a configuration", () => {
  it("names its secrets, and says all at once which the environment lacks", async () => {
    const ran = await runWith({
      ...config,
      clinics: [
        { id: "tver", medots },
        { id: "perm", medots: { ...medots, secretKey: { env: "PERM_SECRET" } } },
      ],
    });
    expect(ran.code).toBe(1);
    expect(problemsOf(ran)).toEqual([
      "MEDOTS_SECRET: the environment does not have it; set it for this command",
      "PERM_SECRET: the environment does not have it; set it for this command",
    ]);
  });

  it("holds no secret: one that stands in it is refused and not repeated", async () => {
    const ran = await runWith({
      ...config,
      clinics: [{ id: "tver", medots: { ...medots, secretKey: "hunter2" } }],
    });
    expect(ran.code).toBe(1);
    expect(ran.stderr).toContain(
      'clinics[0].medots.secretKey: expected { env: "NAME" }: a secret stays out of the file',
    );
    expect(`${ran.stdout}${ran.stderr}`).not.toContain("hunter2");
  });

  it("takes what a clinic corrects of its platforms", async () => {
    const omnidoc = {
      baseUrl: "https://opinions.example/fhir",
      token: { env: "OMNIDOC_TOKEN" },
      pseudonymKey: { env: "PSEUDONYM_KEY" },
      zone: "Europe/Paris",
      scope: [["requester", "10000000001"]],
      honours: { conditionalCreate: true, requestLifeSeconds: 60 },
      dialect: {
        extensions: { patientConsent: "https://opinions.example/consent" },
        systems: { rpps: ["https://opinions.example/rpps", "http://rpps.fr"] },
        professions: { orthoptist: "92" },
        healthCentreType: "603",
      },
    };
    const corrected = {
      ...medots,
      statuses: { annulled: "cancelled" },
      repeatedTime: "second",
      overlapSeconds: 0,
      followedFrom: "2026-11-01",
    };
    const ran = await runWith({ ...config, clinics: [{ id: "tver", medots: corrected, omnidoc }] });
    expect(problemsOf(ran)).toEqual(
      ["MEDOTS_SECRET", "OMNIDOC_TOKEN", "PSEUDONYM_KEY"].map(
        (name) => `${name}: the environment does not have it; set it for this command`,
      ),
    );
  });

  it.each([
    ["statuses", { annulled: "canceled" }, "clinics[0].medots.statuses.annulled: "],
    ["followedFrom", "2026-02-30", 'clinics[0].medots.followedFrom: expected a day, like "2026-11-01"'],
    ["repeatedTime", "third", "clinics[0].medots.repeatedTime: "],
    ["overlapSeconds", -1, "clinics[0].medots.overlapSeconds: "],
  ])("is refused for another value of %s", async (option, value, why) => {
    const clinics = [{ id: "tver", medots: { ...medots, [option]: value } }];
    const ran = await runWith({ ...config, clinics });
    expect(ran.code).toBe(1);
    expect(ran.stderr).toContain(why);
  });

  it.each([
    ["is not there", undefined, "ours.json: no such file; check the path"],
    [
      "is for another policy",
      { policy: "loyalty-discount" },
      "ours.json: a worker decides waitlist-offer and no other",
    ],
    ["breaks a law of the policy", { policy: "waitlist-offer" }, 'law "only-free-slots"'],
  ])("is refused where an amendment %s, before a store is opened", async (_, given, why) => {
    const desk = {
      address: "1 Example Street",
      appointmentSourceId: 2,
      services: [],
      recordKey: { env: "RECORD_KEY" },
      amendments: ["ours.json"],
    };
    const amendment = {
      ...{ id: "ours", title: "Any slot", from: "2023-01-04", to: "2099-12-31" },
      source: { title: "House rules", kind: "house-rule", dated: true, checkedOn: "2026-11-21" },
      changes: [
        {
          edition: "2023-01-04",
          replaces: "WL-2-free",
          case: {
            id: "ours-any",
            when: { fact: "slot.day", operator: "lessThan", value: "2000-01-01" },
            then: ["slot-not-free"],
          },
        },
      ],
      ...given,
    };
    const content = { ...config, clinics: [{ id: "tver", medots: { ...medots, desk } }] };
    const folder = folderWith({
      "guichet.config.json": JSON.stringify(content),
      ...(given === undefined ? {} : { "ours.json": JSON.stringify(amendment) }),
    });
    const ran = await guichet(["sync", "--config", join(folder, "guichet.config.json")], {
      env: { MEDOTS_SECRET: "x", RECORD_KEY: Buffer.alloc(32, 7).toString("base64") },
    });
    expect(ran.code).toBe(1);
    expect(ran.stderr).toContain(why);
    expect(readdirSync(folder)).not.toContain("data");
  });

  it.each([
    ["without a secret that pushes are signed with", {}, "webhookSecrets: expected a secret"],
    [
      "that is to be read, too",
      { webhookSecrets: [{ env: "WEBHOOK_SECRET" }], pullEverySeconds: 60 },
      "changes: expected no times of reading",
    ],
  ])("is refused for a platform that pushes %s", async (_, given, why) => {
    const omnidoc = {
      ...{ baseUrl: "https://opinions.example/fhir", changes: "pushed" },
      ...{ token: { env: "OMNIDOC_TOKEN" }, pseudonymKey: { env: "PSEUDONYM_KEY" }, ...given },
    };
    const ran = await runWith({ ...config, clinics: [{ id: "lyon", omnidoc }] });
    expect(ran.code).toBe(1);
    expect(ran.stderr).toContain(`clinics[0].omnidoc.${why}`);
  });

  it("says everything that is wrong at once, and where", async () => {
    const ran = await runWith({
      jurisdiction: "Russia",
      store: { folder: "data" },
      health: { port: 70_000 },
      logLevel: "loud",
      clinics: [
        {
          id: "Tver",
          medots: { ...medots, baseUrl: "http://clinic.example", zone: "Europe/Nowhere", clinicId: "1" },
        },
        { id: "perm", retention: { endedAfterDays: 1 } },
        { id: "perm", jurisdiction: "FR", medots: { ...medots, identity: "", clinicId: undefined } },
      ],
      extra: true,
    });
    expect(ran.code).toBe(1);
    expect(problemsOf(ran).map((line) => line.replace(/^\S+guichet\.config\.json(?:, )?/, ""))).toEqual([
      'jurisdiction: expected two capital letters, like "FR"; correct it',
      "store: expected { dataFolder }, or { databaseUrl, keysFile }; correct it",
      "clinics[0].id: expected small letters, digits and hyphens; correct it",
      "clinics[0].medots.clinicId: expected number, received string; correct it",
      'clinics[0].medots.zone: expected a zone of the tz database, like "Europe/Paris"; correct it',
      "clinics[1].retention.endedAfterDays: expected 30 or more; correct it",
      "clinics[2].medots.identity: it is empty; fill it in",
      "clinics[2].medots.clinicId: it is missing; fill it in",
      "health.port: expected 65535 or less; correct it",
      "logLevel: expected one of debug, info, warn, error; choose one",
      ": no such option: extra; correct its name, or leave it out",
      "clinics[0].medots, base URL: not https; use https",
      "MEDOTS_SECRET: the environment does not have it; set it for this command",
      "clinics[2].jurisdiction: not the law the store lives under; keep clinics of another country in another store",
      "clinics[2].id: another clinic has this id; give each its own",
    ]);
  });

  it("says which server cannot be one", async () => {
    const store = { databaseUrl: { env: "DATABASE_URL" }, keysFile: "keys.json" };
    const content = { jurisdiction: "RU", store, clinics: [{ id: "tver" }] };
    const folder = folderWith({ "guichet.config.json": JSON.stringify(content) });
    const config = ["--config", join(folder, "guichet.config.json")];
    const env = { DATABASE_URL: "mysql://hunter2@127.0.0.1/guichet" };
    expect((await guichet(["sync", "status", "--text", ...config], { env })).stderr).toBe(
      'DATABASE_URL: not the address of a PostgreSQL; write it as "postgres://user:password@host/database"\n',
    );
    expect(readdirSync(folder)).toEqual(["guichet.config.json"]);
  });

  it.each([
    [
      "two clinics with one id",
      { ...config, clinics: [{ id: "tver" }, { id: "tver" }] },
      "clinics[1].id: another clinic has this id",
    ],
    ["no clinic", { ...config, clinics: [] }, "clinics"],
    ["no object", [], "expected object"],
  ])("is refused with %s", async (_, content, why) => {
    const ran = await runWith(content);
    expect(ran.code).toBe(1);
    expect(ran.stderr).toContain(why);
  });

  it("is refused for addresses, keys and laws that cannot be, all at once and before a store is opened", async () => {
    const omnidoc = {
      baseUrl: "http://opinions.example/fhir",
      token: { env: "OMNIDOC_TOKEN" },
      pseudonymKey: { env: "PSEUDONYM_KEY" },
      webhookSecrets: [{ env: "WEBHOOK_SECRET" }],
    };
    const folder = folderWith({
      "guichet.config.json": JSON.stringify({
        ...config,
        clinics: [
          { id: "tver", medots: { ...medots, baseUrl: "https://169.254.169.254/api" }, omnidoc },
          { id: "lyon", jurisdiction: "FR", medots },
        ],
      }),
    });
    const configPath = join(folder, "guichet.config.json");
    const ran = await guichet(["sync", "--config", configPath], {
      env: { MEDOTS_SECRET: "x", PSEUDONYM_KEY: "hunter2", WEBHOOK_SECRET: "hunter2" },
    });
    expect(ran.code).toBe(1);
    expect(problemsOf(ran)).toEqual([
      `${configPath}, clinics[0].medots, base URL: its address is not public; use the public name of the platform`,
      `${configPath}, clinics[0].omnidoc, base URL: not https; use https`,
      "OMNIDOC_TOKEN: the environment does not have it; set it for this command",
      'PSEUDONYM_KEY: not 32 bytes or more in base64; draw one with "openssl rand -base64 32"',
      'WEBHOOK_SECRET: not 24 to 64 bytes in base64; copy it from the platform, with its "whsec_"',
      `${configPath}, clinics[1].jurisdiction: not the law the store lives under; keep clinics of another country in another store`,
    ]);
    expect(readdirSync(folder)).toEqual(["guichet.config.json"]);
  });

  it.each([
    [
      "guichet.config.ts",
      "const wrong: string = 1 as never;\nexport default { jurisdiction: wrong } satisfies object;",
    ],
    ["guichet.config.mts", "export const config: object = { jurisdiction: 1 };"],
    ["guichet.config.mjs", "export default { jurisdiction: 1 };"],
    ["guichet.config.cjs", "module.exports = { jurisdiction: 1 };"],
  ])("may be a module: %s", async (name, source) => {
    const ran = await guichet(["sync", "--config", join(folderWith({ [name]: source }), name)]);
    expect(ran.stderr).toContain(`${name}, jurisdiction: expected string, received number; correct it`);
  });

  it("that is no module, or not there, is said to be so, without a word of it", async () => {
    const folder = folderWith({
      "torn.ts": "export default { hunter2",
      "throws.mjs": 'throw new Error("hunter2");',
      "imports.mjs": 'import "hunter2";',
      "empty.mjs": 'export const hunter2 = "hunter2";',
    });
    for (const [name, why] of [
      ["torn.ts", "the module cannot be loaded ("],
      ["throws.mjs", "the module cannot be loaded (Error)"],
      ["imports.mjs", "the module cannot be loaded (ERR_MODULE_NOT_FOUND)"],
      ["empty.mjs", "it exports no configuration; export it as default, or by the name config"],
    ] as const) {
      const ran = await guichet(["sync", "--config", join(folder, name)]);
      expect(ran.code).toBe(1);
      expect(ran.stderr).toContain(why);
      expect(ran.stderr).not.toContain("hunter2");
    }
    expect((await guichet(["sync"], { cwd: folder })).stderr).toBe(
      "guichet.config.ts: no such file; name one with --config\n",
    );
  });
});
