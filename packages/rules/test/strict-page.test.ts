import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import sparticuz from "@sparticuz/chromium";
import { build } from "esbuild";
import { chromium, type Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { shipped } from "./shipped-policies.js";

vi.setConfig({ hookTimeout: 180_000 });

// Decides every worked example in a page: as compiled there, and by the modules made ahead of time.
const program = `
  import { compile, decideNameOf } from "./compile.js";
  import * as policies from "./policies.js";
  ${shipped.map(({ policy: { id } }, at) => `import * as ahead${at} from "./compiled/${id}.js";`).join("\n")}
  ${shipped.map(({ policy: { id } }, at) => `import * as examples${at} from "./policies/${id}/examples.js";`).join("\n")}
  const modules = { ${shipped.map(({ policy: { id } }, at) => `"${id}": [ahead${at}, examples${at}]`).join()} };
  globalThis.answers = Object.values(policies).flatMap((policy) => {
    const [ahead, beside] = modules[policy.id];
    const decides = [compile(policy), ahead[decideNameOf(policy.id)]];
    return Object.values(beside)[0].map(({ facts }) => decides.map((decide) => JSON.stringify(decide(facts)) ?? ""));
  });
  try { Function("return 1")(); } catch { globalThis.isStrict = true; }
`;

let server: Server;
let browser: Browser;

beforeAll(async () => {
  const resolveDir = fileURLToPath(new URL("../dist", import.meta.url));
  const { outputFiles } = await build({
    stdin: { contents: program, resolveDir },
    bundle: true,
    write: false,
    format: "esm",
    logLevel: "silent",
  });
  const script = outputFiles[0]?.text ?? "";
  server = createServer((request, response) => {
    const isScript = request.url === "/page.js";
    response.setHeader("Content-Security-Policy", "default-src 'self'");
    response.setHeader("Content-Type", isScript ? "text/javascript" : "text/html");
    response.end(isScript ? script : '<!doctype html><script type="module" src="/page.js"></script>');
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  browser = await chromium.launch({
    executablePath: await sparticuz.executablePath(),
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    headless: true,
  });
});

afterAll(async () => {
  await browser.close();
  server.close();
});

it("a page that forbids generating code gets the same decisions, compiled there or ahead of time", async () => {
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await page.waitForFunction("globalThis.isStrict");
  const answers = await page.evaluate<readonly (readonly string[])[]>("globalThis.answers");
  expect(errors).toEqual([]);
  const examples = shipped.reduce((count, one) => count + one.examples.length, 0);
  expect(answers).toHaveLength(examples);
  const settled = answers.filter(([, ahead]) => ahead !== "");
  expect(settled.length).toBeGreaterThan(examples / 2);
  for (const [compiled, ahead] of settled) expect(ahead).toBe(compiled);
});
