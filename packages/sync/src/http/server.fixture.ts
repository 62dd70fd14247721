import { createServer as createHttp, type IncomingMessage, type RequestListener } from "node:http";
import { createServer as createHttps, type ServerOptions } from "node:https";
import { createServer as createTcp, type AddressInfo, type Server, type Socket } from "node:net";
import { onTestFinished } from "vitest";

export interface RunningServer {
  readonly port: number;
  readonly url: string;
  /** The requests that arrived, in order. */
  readonly requests: IncomingMessage[];
  /** How many connections were made. */
  readonly connections: () => number;
}

/** A real server on this machine that answers as it is told, until the test ends. */
export function serveHttp(answer: RequestListener): Promise<RunningServer> {
  const requests: IncomingMessage[] = [];
  const server = createHttp((request, response) => {
    requests.push(request);
    answer(request, response);
  });
  return listen(server, "http", requests);
}

export function serveHttps(credentials: ServerOptions, answer: RequestListener): Promise<RunningServer> {
  const requests: IncomingMessage[] = [];
  const server = createHttps(credentials, (request, response) => {
    requests.push(request);
    answer(request, response);
  });
  return listen(server, "https", requests);
}

/** A server that writes bytes of its choice once a request has begun to arrive. */
export function serveBytes(answer: (socket: Socket) => void): Promise<RunningServer> {
  const server = createTcp((socket) => {
    socket.on("error", () => undefined).once("data", () => answer(socket));
  });
  return listen(server, "http", []);
}

async function listen(server: Server, scheme: string, requests: IncomingMessage[]): Promise<RunningServer> {
  const sockets = new Set<Socket>();
  let connections = 0;
  server.on("connection", (socket) => {
    connections += 1;
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  const { port } = server.address() as AddressInfo;
  return { port, url: `${scheme}://127.0.0.1:${port}`, requests, connections: () => connections };
}
