import { describe, expect, it } from "vitest";
import { faultNames } from "../src/simulate/plan-faults.js";
import { guichet } from "./run-guichet.js";
import { startGuichet } from "./run-until-stopped.js";

interface Announced {
  readonly platform: string;
  readonly baseUrl: string;
  readonly token?: string;
}

async function announced(args: readonly string[]) {
  const running = startGuichet(["simulate", ...args]);
  return { running, ...(JSON.parse(await running.line(() => true)) as Announced) };
}

describe("guichet simulate", () => {
  it("names every fault in its help", async () => {
    const { stdout } = await guichet(["simulate", "--help"]);
    const words = stdout.split(/[\s,.]+/);
    expect(faultNames.filter((name) => !words.includes(name))).toEqual([]);
  });

  it("says all that is wrong with where changes are pushed to, and no secret", async () => {
    const env = { GUICHET_WEBHOOK_SECRET: "hunter2" };
    const { code, stderr } = await guichet(["simulate", "omnidoc", "--webhook", "lyon"], { env });
    expect(code).toBe(1);
    expect(stderr.trim().split("\n")).toEqual([
      '--webhook: not an absolute URL; write it as "http://127.0.0.1:8081/webhooks/<clinic>/omnidoc"',
      'GUICHET_WEBHOOK_SECRET: not 24 to 64 bytes in base64; copy it from the platform, with its "whsec_"',
    ]);
  });

  it("serves MEDOTS where it says, and ends when it is asked to", async () => {
    const { running, platform, baseUrl } = await announced(["medots"]);
    expect(platform).toBe("medots");
    expect((await fetch(`${baseUrl}/clinics?limit=1&offset=0`)).status).toBe(401);
    expect(await running.stop("SIGTERM")).toMatchObject({ code: 0 });
    expect(running.stderr()).toBe("");
  });

  it("serves Omnidoc with a token that works, and the faults that were asked for", async () => {
    const {
      running,
      baseUrl,
      token = "",
    } = await announced(["omnidoc", "--seed", "7", "--faults", "503*2,html"]);
    const ask = async () => {
      const headers = { authorization: `Bearer ${token}` };
      const answer = await fetch(`${baseUrl}/ServiceRequest`, { headers });
      return [answer.status, answer.headers.get("content-type")?.split(";")[0]];
    };
    expect((await ask())[0]).toBe(503);
    expect((await ask())[0]).toBe(503);
    expect(await ask()).toEqual([200, "text/html"]);
    expect(await ask()).toEqual([200, "application/fhir+json"]);
    expect(await running.stop("SIGINT")).toMatchObject({ code: 0 });
  });

  it("says in words how it is used", async () => {
    const running = startGuichet(["simulate", "medots", "--text"]);
    await running.line((line) => line.includes("Ctrl-C"));
    expect(running.stdout()).toMatch(
      /^A simulated MEDOTS, with invented people:\n {2}baseUrl: http:\/\/127\.0\.0\.1:\d+\/api\/v2\n/,
    );
  });

  it.each([
    [["doctolib"], "neither medots nor omnidoc"],
    [["medots", "--port", "70000"], "no number from 0 to 65535"],
    [["medots", "--seed", "-1"], "no whole number"],
    [["medots", "--faults", "1.5"], "no such fault"],
    [["medots", "--faults", "503,earthquake,html*0,flood"], "no such fault: earthquake, html*0, flood;"],
    [["medots", "--webhook", "http://127.0.0.1:1/"], "--webhook: MEDOTS pushes nothing; leave it out"],
    [
      ["omnidoc", "--webhook", "http://127.0.0.1:1/"],
      "GUICHET_WEBHOOK_SECRET: the environment does not have it",
    ],
  ])("refuses %j and says why", async (args, why) => {
    const { code, stdout, stderr } = await guichet(["simulate", ...args, "--text"]);
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toContain(why);
    expect(stderr.trim().split("\n")).toHaveLength(1);
  });
});
