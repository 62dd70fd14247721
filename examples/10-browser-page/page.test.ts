import { fileURLToPath } from "node:url";
import sparticuz from "@sparticuz/chromium";
import { chromium, type Browser, type Page } from "playwright-core";
import { createServer, type ViteDevServer } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

let server: ViteDevServer;
let browser: Browser;
let address: string;

beforeAll(async () => {
  const root = fileURLToPath(new URL(".", import.meta.url));
  server = await createServer({
    root,
    configFile: false,
    logLevel: "error",
    server: { port: 0, host: "127.0.0.1" },
  });
  await server.listen();
  address = server.resolvedUrls?.local[0] ?? "";
  browser = await chromium.launch({
    executablePath: await sparticuz.executablePath(),
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    headless: true,
  });
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

async function opened(width: number): Promise<{ page: Page; problems: string[] }> {
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") problems.push(message.text());
  });
  await page.goto(address);
  await page.waitForSelector("dt");
  return { page, problems };
}

describe.each([360, 1280])("the browser page at %i pixels", (width) => {
  it("asks only for what still matters, and answers as soon as it can", async () => {
    const { page, problems } = await opened(width);
    const asked = () => page.locator(".asked").count();
    expect(await asked()).toBeGreaterThan(3);
    await page.locator('[data-fact="request.on"] input').fill("2026-11-23");
    await page.locator('[data-fact="applicant.role"] select').selectOption("patient");
    await page.locator('[data-fact="patient.minor"] select').selectOption("false");
    await page.locator('[data-fact="documents.identity"] select').selectOption("plain-copy");
    expect(await page.locator("#decided").textContent()).toContain("passport");
    expect(await page.locator('.asked[data-fact="documents.birthCertificate"]').count()).toBe(0);
    expect(problems).toEqual([]);
    await page.close();
  });

  it("speaks French and Russian, keeps what is known, and needs no sideways scrolling", async () => {
    const { page, problems } = await opened(width);
    await page.locator('[data-fact="patient.minor"] select').selectOption("true");
    for (const language of ["fr", "ru"]) {
      await page.locator("#language").selectOption(language);
      expect(await page.locator("html").getAttribute("lang")).toBe(language);
      expect(await page.locator('[data-fact="patient.minor"] select').inputValue()).toBe("true");
      const overflow = await page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth",
      );
      expect(overflow).toBe(0);
    }
    expect(await page.locator("#title").textContent()).toMatch(/\p{Script=Cyrillic}/u);
    expect(problems).toEqual([]);
    await page.close();
  });
});
