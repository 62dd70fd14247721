import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { createAdaptorServer, type HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Fetch } from "../surroundings.js";

/** A simulator on a port of this machine. */
export interface ServedSimulator {
  /** Where it listens, without a slash at the end: `http://127.0.0.1:54321`. */
  readonly url: string;
  /** Stops it and closes every connection. */
  readonly close: () => Promise<void>;
}

/** Puts a simulator on a loopback port; port 0 is any that is free. A connection that is to break, breaks. */
export async function serveSimulator(
  simulator: { readonly fetch: Fetch },
  { port = 0 }: { readonly port?: number } = {},
): Promise<ServedSimulator> {
  const server = createAdaptorServer({
    overrideGlobalObjects: false,
    fetch: async (request, bindings) => {
      const { outgoing } = bindings as HttpBindings;
      await simulator.fetch(request).then(
        (answer) => send(answer, outgoing),
        () => outgoing.destroy(),
      );
      return RESPONSE_ALREADY_SENT;
    },
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: async () => {
      const closed = once(server, "close");
      server.close();
      if ("closeAllConnections" in server) server.closeAllConnections();
      await closed;
    },
  };
}

/** Sends an answer. Where its body breaks off, the connection is closed as soon as what came before is sent. */
async function send(answer: Response, outgoing: HttpBindings["outgoing"]): Promise<void> {
  outgoing.statusCode = answer.status;
  outgoing.setHeaders(answer.headers);
  const body: ReadableStream<Uint8Array> | null = answer.body;
  const reader = body?.getReader();
  // Kept back until there is more: the last part goes with the end, so that the length of a single one is told.
  let last: Uint8Array | undefined;
  try {
    for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
      if (outgoing.destroyed) return await reader?.cancel();
      if (last !== undefined) outgoing.write(last);
      last = part.value;
    }
    outgoing.end(last);
  } catch {
    outgoing.write(last ?? "");
    outgoing.socket?.destroySoon();
  }
}
