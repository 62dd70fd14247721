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
      try {
        const answer = await simulator.fetch(request);
        return answer.body === null ? answer : new Response(endsWithBreak(answer.body, outgoing), answer);
      } catch {
        outgoing.destroy();
        return RESPONSE_ALREADY_SENT;
      }
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

/** The same body; where it breaks off, the connection is closed as soon as what came before is sent. */
function endsWithBreak(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  outgoing: HttpBindings["outgoing"],
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const reader = body.getReader();
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      } catch {
        outgoing.once("finish", () => outgoing.socket?.destroySoon());
        controller.close();
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
}
