import type { ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { guardedFetch, type GuardedFetchOptions } from "./guarded-fetch.js";
import { HttpFailure } from "./http-failure.js";
import { readJson } from "./read-json.js";
import { selfSigned } from "./self-signed.fixture.js";
import { serveBytes, serveHttp, serveHttps } from "./server.fixture.js";

const local = (baseUrl: string, options: Partial<GuardedFetchOptions> = {}) =>
  guardedFetch({ platform: "medots", baseUrl, allowLoopback: true, ...options });

const post = (url: string, body = "{}") =>
  new Request(url, { method: "POST", body, headers: { "content-type": "application/json" } });

async function failureOf(answer: Promise<Response>): Promise<HttpFailure> {
  const failure: unknown = await answer.catch((error: unknown) => error);
  if (!HttpFailure.isInstance(failure)) throw new Error("no failure");
  return failure;
}

const hello = (response: ServerResponse) =>
  response.setHeader("content-type", "application/json").end('{"hello":1}');

describe("an answer", () => {
  it("comes with its status, headers and body, whatever the status", async () => {
    const server = await serveHttp((_, response) => {
      response.writeHead(422, { "content-type": "application/json", etag: 'W/"3"' }).end('{"id":1}');
    });
    const response = await local(server.url)(post(server.url));
    expect(response.status).toBe(422);
    expect(response.headers.get("etag")).toBe('W/"3"');
    expect(await readJson(response, { platform: "medots" })).toEqual({ id: 1 });
  });

  it.each([204, 304])("may have no body: %s", async (status) => {
    const server = await serveHttp((_, response) => response.writeHead(status).end());
    const response = await local(server.url)(new Request(server.url));
    expect([response.status, await response.text()]).toEqual([status, ""]);
  });

  it("is unpacked", async () => {
    const server = await serveHttp((request, response) => {
      expect(request.headers["accept-encoding"]).toBe("gzip");
      response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync("words"));
    });
    const response = await local(server.url)(new Request(server.url));
    expect([await response.text(), response.headers.get("content-encoding")]).toEqual(["words", null]);
  });

  it("to a request with a body, headers and a query is to that request", async () => {
    const server = await serveHttp((request, response) => {
      request.pipe(response.writeHead(200, { "x-asked": `${request.method ?? ""} ${request.url ?? ""}` }));
    });
    const response = await local(server.url)(post(`${server.url}/a%2Fb?c=d`, "é"));
    expect([response.headers.get("x-asked"), await response.text()]).toEqual(["POST /a%2Fb?c=d", "é"]);
    expect(server.requests[0]?.headers).toMatchObject({
      "content-type": "application/json",
      "content-length": "2",
    });
  });

  it("comes over a connection that is kept for the next request", async () => {
    const server = await serveHttp((_, response) => hello(response));
    const fetch = local(server.url);
    for (let count = 0; count < 5; count += 1) await (await fetch(new Request(server.url))).text();
    expect(server.requests).toHaveLength(5);
    expect(server.connections()).toBeLessThan(5);
  });
});

describe("a request that is not sent", () => {
  it.each([
    ["another host", (port: number) => `http://localhost:${port}/`],
    ["another port", (port: number) => `http://127.0.0.1:${port - 1}/`],
    ["https instead of http", (port: number) => `https://127.0.0.1:${port}/`],
    ["a path that is a host", (port: number) => new URL("//evil.example/", `http://127.0.0.1:${port}/`).href],
    [
      "a backslash that is a slash",
      (port: number) => new URL("\\\\evil.example", `http://127.0.0.1:${port}/`).href,
    ],
    ["the metadata of a cloud", () => "http://169.254.169.254/latest/meta-data/"],
  ])("is one to %s, before anybody says who asks", async (_, urlOf) => {
    const server = await serveHttp((__, response) => hello(response));
    let proofs = 0;
    const authorize = () => ({ authorization: `Bearer ${String((proofs += 1))}` });
    const failure = await failureOf(local(server.url, { authorize })(new Request(urlOf(server.port))));
    expect(failure).toMatchObject({ code: "other-origin", effect: "not-sent" });
    expect([proofs, server.connections()]).toEqual([0, 0]);
  });

  it.each([
    ["this machine", ["127.0.0.1"]],
    ["the metadata of a cloud", ["169.254.169.254"]],
    ["a private network", ["10.0.0.1"]],
    ["a private network, written as IPv6", ["::ffff:10.0.0.1"]],
    ["a public address and this machine", ["8.8.8.8", "127.0.0.1"]],
    ["nowhere", []],
  ])("is one to a name that leads to %s", async (_, addresses) => {
    const server = await serveHttp((__, response) => hello(response));
    const baseUrl = `https://127.0.0.1.nip.io:${server.port}`;
    const fetch = guardedFetch({ platform: "medots", baseUrl, resolve: () => Promise.resolve(addresses) });
    expect(await failureOf(fetch(post(baseUrl)))).toMatchObject({
      code: "address-refused",
      effect: "not-sent",
    });
    expect(server.connections()).toBe(0);
  });

  it("is one over http to a name of this machine that leads elsewhere", async () => {
    const fetch = local("http://localhost:1", { resolve: () => Promise.resolve(["8.8.8.8"]) });
    expect(await failureOf(fetch(post("http://localhost:1")))).toMatchObject({ code: "address-refused" });
  });

  it("is one to a server that is not there", async () => {
    const { port } = await closedPort();
    const url = `http://127.0.0.1:${port}`;
    expect(await failureOf(local(url)(post(url)))).toMatchObject({
      code: "connection-failed",
      effect: "not-sent",
    });
  });

  it("is one to a name that nobody knows", async () => {
    const unknown = Object.assign(new Error("getaddrinfo"), { code: "ENOTFOUND" });
    const fetch = local("https://clinic.example", { resolve: () => Promise.reject(unknown) });
    const failure = await failureOf(fetch(post("https://clinic.example")));
    expect(failure).toMatchObject({ code: "name-unresolved", effect: "not-sent" });
  });

  it("is one that waits too long for a connection", async () => {
    const fetch = local("https://clinic.example", {
      resolve: () => new Promise(() => undefined),
      limits: { connectMillis: 50 },
    });
    const failure = await failureOf(fetch(post("https://clinic.example")));
    expect(failure).toMatchObject({ code: "connect-timed-out", effect: "not-sent" });
  });

  it.each<[string, NonNullable<GuardedFetchOptions["authorize"]>]>([
    ["nobody can say who asks", () => Promise.reject(new Error("no key"))],
    [
      "what says who asks throws at once",
      () => {
        throw new Error("no key");
      },
    ],
    ["the token breaks its line", () => ({ authorization: "Bearer hunter2\r\nx-more: 1" })],
    ["the token is in letters no header has", () => Promise.resolve({ authorization: "Bearer hunter2Ж" })],
  ])("is one for which %s", async (_, authorize) => {
    const server = await serveHttp((__, response) => hello(response));
    const failure = await failureOf(local(server.url, { authorize })(post(server.url)));
    expect(failure).toMatchObject({ code: "token-missing", effect: "not-sent" });
    expect(server.connections()).toBe(0);
  });

  it("is one whose token holds what cannot be sent", async () => {
    const server = await serveHttp((_, response) => hello(response));
    const authorize = () => ({ authorization: "Bearer hunter\u0001" });
    const failure = await failureOf(local(server.url, { authorize })(post(server.url)));
    expect(failure).toMatchObject({ code: "request-refused", effect: "not-sent" });
    expect(server.requests).toEqual([]);
  });

  it("is one that waits too long for its token", async () => {
    const server = await serveHttp((_, response) => hello(response));
    const authorize = () => new Promise<never>(() => undefined);
    const fetch = local(server.url, { authorize, limits: { wholeMillis: 50 } });
    expect(await failureOf(fetch(post(server.url)))).toMatchObject({ code: "timed-out", effect: "not-sent" });
    expect(server.connections()).toBe(0);
  });

  it("is one that is called off while it waits for its token, whatever comes of that", async () => {
    const server = await serveHttp((_, response) => hello(response));
    const controller = new AbortController();
    let fail: (reason: Error) => void = () => undefined;
    const authorize = () => new Promise<never>((_, reject) => (fail = reject));
    const request = new Request(server.url, { signal: controller.signal });
    const answer = local(server.url, { authorize })(request);
    setImmediate(() => {
      controller.abort();
      fail(new Error("no key"));
    });
    expect(await failureOf(answer)).toMatchObject({ code: "aborted", effect: "not-sent" });
    expect(server.connections()).toBe(0);
  });

  it("is one that is called off before", async () => {
    const server = await serveHttp((_, response) => hello(response));
    const request = new Request(server.url, { signal: AbortSignal.abort() });
    expect(await failureOf(local(server.url)(request))).toMatchObject({
      code: "aborted",
      effect: "not-sent",
    });
    expect(server.requests).toEqual([]);
  });

  it("is one that is called off while it waits for its connection", async () => {
    const fetch = local("https://clinic.example", { resolve: () => new Promise(() => undefined) });
    const controller = new AbortController();
    const answer = fetch(new Request("https://clinic.example", { signal: controller.signal }));
    setImmediate(() => controller.abort());
    expect(await failureOf(answer)).toMatchObject({ code: "aborted", effect: "not-sent" });
  });
});

describe("a request that may have had its effect", () => {
  const head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n";

  it.each([
    [
      "answered by a redirect to another host",
      "HTTP/1.1 307 Away\r\nlocation: http://169.254.169.254/\r\n\r\n",
      "redirected",
    ],
    [
      "answered by a redirect to the same host",
      "HTTP/1.1 302 Away\r\nlocation: /login\r\ncontent-length: 0\r\n\r\n",
      "redirected",
    ],
    ["answered by a broken connection", "", "connection-lost"],
    ["answered by half a head", "HTTP/1.1 200 OK\r\ncontent-", "connection-lost"],
    ["answered by something else than HTTP", "220 mail.example ESMTP\r\n", "answer-malformed"],
    [
      "answered with a status that is none",
      "HTTP/1.1 999 Odd\r\ncontent-length: 0\r\n\r\n",
      "answer-malformed",
    ],
    ["answered by less than it announces", `${head}content-length: 20\r\n\r\n{"id":1}`, "answer-torn"],
    [
      "answered by half of its chunks",
      `${head}transfer-encoding: chunked\r\n\r\n3\r\n[1,\r\n`,
      "answer-torn",
    ],
    [
      "answered by a torn chunk",
      `${head}transfer-encoding: chunked\r\n\r\nzz\r\n[1]\r\n0\r\n\r\n`,
      "answer-torn",
    ],
    [
      "answered by two lengths",
      `${head}content-length: 2\r\ncontent-length: 4\r\n\r\n{"a"`,
      "answer-malformed",
    ],
    ["answered by more than the limit announced", `${head}content-length: 1001\r\n\r\n`, "answer-too-large"],
    ["answered by more than the limit", `${head}\r\n${"[".repeat(1001)}`, "answer-too-large"],
    [
      "answered in an encoding that was not asked for",
      `${head}content-encoding: br\r\ncontent-length: 1\r\n\r\n!`,
      "encoding-unknown",
    ],
    [
      "answered by gzip that is none",
      `${head}content-encoding: gzip\r\ncontent-length: 1\r\n\r\n!`,
      "answer-torn",
    ],
  ])("is one %s", async (_, bytes, code) => {
    const server = await serveBytes((socket) => socket.end(bytes));
    const fetch = local(server.url, { limits: { maxBytes: 1000 } });
    expect(await failureOf(fetch(post(server.url)))).toMatchObject({ code, effect: "maybe" });
    expect(server.connections()).toBe(1);
  });

  it("is one whose small answer unpacks to more than the limit", async () => {
    const bomb = gzipSync(Buffer.alloc(10_000_001));
    expect(bomb.byteLength).toBeLessThan(20_000);
    const server = await serveHttp((_, response) =>
      response.writeHead(200, { "content-encoding": "gzip" }).end(bomb),
    );
    const failure = await failureOf(local(server.url)(post(server.url)));
    expect(failure).toMatchObject({ code: "answer-too-large", effect: "maybe" });
    const enough = { limits: { maxBytes: 10_000_001 } };
    expect((await (await local(server.url, enough)(post(server.url))).arrayBuffer()).byteLength).toBe(
      10_000_001,
    );
  });

  it("is one whose packed answer breaks off, though its length is right", async () => {
    const packed = gzipSync('{"patients":[]}').subarray(0, -9);
    const server = await serveHttp((_, response) =>
      response.writeHead(200, { "content-encoding": "gzip" }).end(packed),
    );
    const failure = await failureOf(local(server.url)(post(server.url)));
    expect(failure).toMatchObject({ code: "answer-torn", effect: "maybe" });
  });

  it("is one that nobody answers in time", async () => {
    const server = await serveHttp(() => undefined);
    const fetch = local(server.url, { limits: { headersMillis: 50 } });
    expect(await failureOf(fetch(post(server.url)))).toMatchObject({
      code: "headers-timed-out",
      effect: "maybe",
    });
  });

  it("is one whose answer stops in the middle", async () => {
    const server = await serveHttp((_, response) => response.write("["));
    const fetch = local(server.url, { limits: { bodyMillis: 50 } });
    expect(await failureOf(fetch(post(server.url)))).toMatchObject({
      code: "body-timed-out",
      effect: "maybe",
    });
  });

  it("is one whose answer drips for longer than it may take", async () => {
    const server = await serveHttp((_, response) => {
      const drip = setInterval(() => response.write(" "), 10);
      response.once("close", () => clearInterval(drip));
    });
    const fetch = local(server.url, { limits: { wholeMillis: 200 } });
    expect(await failureOf(fetch(post(server.url)))).toMatchObject({ code: "timed-out", effect: "maybe" });
  });

  it("is one that is called off while it is answered", async () => {
    const controller = new AbortController();
    const server = await serveHttp(() => controller.abort());
    const request = new Request(server.url, { method: "POST", body: "{}", signal: controller.signal });
    expect(await failureOf(local(server.url)(request))).toMatchObject({ code: "aborted", effect: "maybe" });
  });
});

describe("a server with a certificate", () => {
  const name = "clinic.example";
  const credentials = selfSigned(name);

  it("is asked under its name, at the address that was checked, and told who asks", async () => {
    const server = await serveHttps(credentials, (_, response) => hello(response));
    const baseUrl = `https://${name}:${server.port}`;
    const asked: string[] = [];
    const fetch = local(baseUrl, {
      authorities: [credentials.cert],
      authorize: () => Promise.resolve({ authorization: "Bearer example" }),
      resolve: (hostname) => Promise.resolve([asked.push(hostname) === 1 ? "127.0.0.1" : "10.0.0.1"]),
    });
    const response = await fetch(new Request(`${baseUrl}/`, { headers: { host: "other.example" } }));
    expect(await response.json()).toEqual({ hello: 1 });
    expect(server.requests[0]?.headers).toMatchObject({
      host: `${name}:${server.port}`,
      authorization: "Bearer example",
    });
    expect(asked).toEqual([name]);
  });

  it.each([
    ["that nobody vouches for", name, undefined],
    ["of another name", "other.example", [credentials.cert]],
  ])("%s is not told anything", async (_, hostname, authorities) => {
    const server = await serveHttps(credentials, (__, response) => hello(response));
    const baseUrl = `https://${hostname}:${server.port}`;
    const resolve = () => Promise.resolve(["127.0.0.1"]);
    const fetch = local(baseUrl, { resolve, ...(authorities === undefined ? {} : { authorities }) });
    expect(await failureOf(fetch(post(baseUrl)))).toMatchObject({ code: "tls-failed", effect: "not-sent" });
    expect(server.requests).toEqual([]);
  });

  it("that only speaks http is not told anything", async () => {
    const server = await serveHttp((_, response) => hello(response));
    const baseUrl = `https://127.0.0.1:${server.port}`;
    expect(await failureOf(local(baseUrl)(post(baseUrl)))).toMatchObject({
      code: "tls-failed",
      effect: "not-sent",
    });
    expect(server.requests).toEqual([]);
  });
});

describe("a failure", () => {
  it("holds nothing of the request, the answer or what it came from", async () => {
    const server = await serveBytes((socket) =>
      socket.end("HTTP/1.1 200 hunter2\r\nx-hunter2: hunter2\r\n\r\nhunter2"),
    );
    const fetch = local(server.url, {
      limits: { maxBytes: 1 },
      authorize: () => ({ authorization: "hunter2" }),
    });
    const failure = await failureOf(fetch(post(`${server.url}/hunter2?hunter2`, "hunter2")));
    expect(JSON.stringify([failure, failure.message, failure.stack])).not.toContain("hunter2");
    expect(Object.keys(failure)).not.toContain("cause");
    expect(failure.message).toBe("medots: the answer is larger than the limit; ask for less at a time");
  });

  it.each([
    () => ({ authorization: "Bearer hunter2\nhunter2" }),
    () => Promise.reject(new Error("hunter2", { cause: "hunter2" })),
  ])("to say who asks holds nothing of the token, or of why there is none", async (authorize) => {
    const server = await serveHttp((_, response) => hello(response));
    const failure = await failureOf(local(server.url, { authorize })(post(server.url)));
    expect(JSON.stringify([failure, failure.message, failure.stack])).not.toContain("hunter2");
    expect(Object.keys(failure)).not.toContain("cause");
    expect(failure.message).toBe(
      "medots: there is no token, or none that can be sent; check where tokens come from",
    );
  });
});

/** A port that was free a moment ago. */
async function closedPort(): Promise<{ readonly port: number }> {
  const { createServer } = await import("node:net");
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port");
  return address;
}
