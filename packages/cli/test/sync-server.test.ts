import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { recordIntent, keysInFile, openStore } from "@guichet/sync";
import { stopTestServers, testServer } from "@guichet/sync/testing";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { folderWith, guichet, type Ran } from "./run-guichet.js";
import { eventIs, startGuichet } from "./run-until-stopped.js";

const config = { jurisdiction: "FR", clinics: [{ id: "lyon" }] };
const store = { databaseUrl: { env: "DATABASE_URL" }, keysFile: "ours.keys" };

let databaseUrl: string;
/** Of a configuration that names the server, and of one that leaves it to the environment. */
let folder: string;
let keysFile: string;
let named: readonly string[];
let unnamed: readonly string[];
let env: Readonly<Record<string, string>>;

beforeEach(async () => {
  databaseUrl = await (await testServer(false)).newDatabase();
  folder = folderWith({
    "named.json": JSON.stringify({ ...config, store }),
    "unnamed.json": JSON.stringify(config),
  });
  keysFile = join(folder, "ours.keys");
  named = ["--config", join(folder, "named.json")];
  unnamed = ["--config", join(folder, "unnamed.json")];
  env = { DATABASE_URL: databaseUrl };
});

afterAll(stopTestServers);

const createKeys = (env: Readonly<Record<string, string>>, config = named): Promise<Ran> =>
  guichet(["sync", "create-keys", ...config], { env });

describe("a store on a server of one's own", () => {
  it("is the one that the configuration names, or else the environment, for workers and for who looks", async () => {
    expect(await createKeys(env)).toEqual({
      code: 0,
      stdout: `${JSON.stringify({ keysFile, created: true })}\n`,
      stderr: "",
    });
    const running = startGuichet(["sync", ...named], { env });
    await running.line(eventIs("worker-started"));
    const opened = await openStore({ databaseUrl, jurisdiction: "FR", keys: await keysInFile(keysFile) });
    const clinic = await opened.forTenant("lyon");
    await clinic.transaction((transaction) =>
      recordIntent(transaction, { kind: "nobody.does", reference: "0c1f", payload: {}, decision: null }),
    );
    await opened.close();
    const byEnvironment = { GUICHET_DATABASE_URL: databaseUrl, GUICHET_KEYS_FILE: keysFile };
    for (const [config, of] of [
      [named, env],
      [unnamed, byEnvironment],
    ] as const) {
      const status = await guichet(["sync", "status", ...config], { env: of });
      expect(status).toMatchObject({ code: 0, stderr: "" });
      expect(JSON.parse(status.stdout)).toMatchObject({ intents: [{ tenant: "lyon", kind: "nobody.does" }] });
    }
    expect((await running.stop("SIGTERM")).code).toBe(0);

    const second = startGuichet(["sync", ...unnamed], { env: byEnvironment });
    await second.line(eventIs("worker-started"));
    expect((await second.stop("SIGTERM")).code).toBe(0);
    expect(existsSync(join(folder, "guichet-data"))).toBe(false);
  });

  it("is not opened without its keys, and none are made for it", async () => {
    const why = `${keysFile}: no such file of keys; fetch it from where the database is open; for a new database, make it with "guichet sync create-keys"\n`;
    for (const command of [["sync"], ["sync", "status", "--text"]]) {
      expect(await guichet([...command, ...named], { env })).toEqual({ code: 1, stdout: "", stderr: why });
    }
    const missing = { GUICHET_DATABASE_URL: databaseUrl, GUICHET_KEYS_FILE: keysFile };
    expect((await guichet(["sync", ...unnamed], { env: missing })).stderr).toBe(why);
    const unnamedKeys = await guichet(["sync", ...unnamed], { env: { GUICHET_DATABASE_URL: databaseUrl } });
    expect(unnamedKeys).toMatchObject({
      code: 1,
      stderr: "GUICHET_KEYS_FILE: a server of your own needs it; name the file of the sealing keys there\n",
    });
    expect(existsSync(keysFile)).toBe(false);
  });

  it("is refused at once with the keys of another machine, and nothing is taken from the queue", async () => {
    await createKeys(env);
    const elsewhere = await (await testServer(false)).newDatabase();
    const others = join(folder, "others.keys");
    const ofOthers = { GUICHET_DATABASE_URL: elsewhere, GUICHET_KEYS_FILE: others };
    expect((await createKeys(ofOthers, unnamed)).code).toBe(0);
    const wrong = { GUICHET_DATABASE_URL: databaseUrl, GUICHET_KEYS_FILE: others };
    const ran = await guichet(["sync", ...unnamed], { env: wrong });
    expect(ran).toMatchObject({ code: 1, stdout: "" });
    expect(ran.stderr).toMatch(/^sealing keys: no key "[0-9a-f]{8}", which the database is sealed with; /);

    const keys = await keysInFile(keysFile);
    const named = { current: keys.current, keys: { [keys.current]: Buffer.alloc(32, 1).toString("base64") } };
    writeFileSync(others, JSON.stringify(named));
    const renamed = await guichet(["sync", ...unnamed], { env: wrong });
    expect(renamed).toMatchObject({ code: 1, stdout: "" });
    expect(renamed.stderr).toContain("is not the one of this name that the database is sealed with");
  });

  it("gets keys when it is new, and never over a file or for a database that has some", async () => {
    await createKeys(env);
    const before = readFileSync(keysFile, "utf8");
    const refused = async (of: Readonly<Record<string, string>>, config = named): Promise<string> => {
      const ran = await guichet(["sync", "create-keys", "--text", ...config], { env: of });
      expect(ran).toMatchObject({ code: 1, stdout: "" });
      return ran.stderr;
    };
    expect(await refused(env)).toBe(`${keysFile}: there is a file already; use it, or name another\n`);
    expect(readFileSync(keysFile, "utf8")).toBe(before);

    const others = join(folder, "others.keys");
    const again = { GUICHET_DATABASE_URL: databaseUrl, GUICHET_KEYS_FILE: others };
    expect(await refused(again, unnamed)).toContain("which the database is sealed with");
    expect(existsSync(others)).toBe(false);

    expect(await refused({}, unnamed)).toContain("the store is in a folder, which makes its own keys");
  });
});
