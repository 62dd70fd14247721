import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { GuichetError, problemAt } from "@guichet/rules";

export interface ServeOptions {
  /** What it is called in errors. */
  readonly name: string;
  /** Where it listens; this machine alone when left out. */
  readonly host?: string;
  /** 0 is any that is free. */
  readonly port: number;
}

export interface Served {
  /** Without a slash at the end: `http://127.0.0.1:54321`. */
  readonly url: string;
  /** Takes no more requests, lets those that are under way end for so long (not at all when left out), and closes. */
  readonly close: (withinMillis?: number) => Promise<void>;
}

function refusalBy(code: string | undefined): readonly [what: string, todo: string] {
  switch (code) {
    case "EADDRINUSE":
      return ["somebody listens on it", "choose another port, or stop them"];
    case "EACCES":
      return ["it may not be listened on", "choose a port from 1024 on"];
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return ["this machine has no such address", "name one it has, or leave out the host"];
    default:
      return [`it cannot be listened on (${code ?? "unknown"})`, "choose another host or port"];
  }
}

/**
 * Answers HTTP on a port.
 *
 * Errors: `port-refused`.
 */
export async function serveApp(
  app: { readonly fetch: (request: Request) => Response | Promise<Response> },
  { name, host = "127.0.0.1", port }: ServeOptions,
): Promise<Served> {
  const server = createAdaptorServer({
    fetch: (request) => app.fetch(request),
    overrideGlobalObjects: false,
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, host, resolve);
  }).catch((error: unknown) => {
    const where = `${name}, ${host}:${String(port)}`;
    throw new GuichetError("port-refused", [
      problemAt("port-refused", where, ...refusalBy((error as NodeJS.ErrnoException).code)),
    ]);
  });
  const address = server.address() as AddressInfo;
  const shown = address.family === "IPv6" ? `[${address.address}]` : address.address;
  return {
    url: `http://${shown}:${String(address.port)}`,
    close: async (withinMillis = 0) => {
      const closed = once(server, "close");
      server.close();
      if (!("closeAllConnections" in server)) return void (await closed);
      server.closeIdleConnections();
      const timer = setTimeout(() => server.closeAllConnections(), withinMillis);
      await closed;
      clearTimeout(timer);
    },
  };
}
