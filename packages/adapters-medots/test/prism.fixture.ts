import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { freePort } from "@guichet/sync/testing";

/** A mock server that somebody else wrote, answering by `openapi.json` and refusing what that does not allow. */
export interface Prism {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

export async function startPrism(): Promise<Prism> {
  const cli = createRequire(import.meta.url).resolve("@stoplight/prism-cli");
  const page = fileURLToPath(new URL("../openapi.json", import.meta.url));
  const port = await freePort();
  const args = [cli, "mock", "--host", "127.0.0.1", "--port", String(port), "--errors", page];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  const exited = once(child, "exit");
  let said = "";
  const listening = new Promise<void>((resolve) => {
    const hear = (chunk: Buffer): void => {
      said += chunk.toString("utf8");
      if (said.includes("Prism is listening")) resolve();
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
  });
  await Promise.race([
    listening,
    exited.then(() => {
      throw new Error(`prism did not start: ${said}`);
    }),
  ]);
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      child.kill("SIGKILL");
      await exited;
    },
  };
}
