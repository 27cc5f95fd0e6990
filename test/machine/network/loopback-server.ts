import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type AddressInfo, connect, createServer as createTcpServer } from "node:net";
import { onTestFinished } from "vitest";

type Answer = (response: ServerResponse, request: IncomingMessage) => void;

/** A server on a loopback port of its own that ends with the test; paths without an answer get 404. */
export const serve = async (answers: Readonly<Record<string, Answer>>) => {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    requests.push(path);
    const answer = answers[path];
    if (answer === undefined) response.writeHead(404).end("not here");
    else answer(response, request);
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, port, requests };
};

export const body =
  (content: string | Uint8Array): Answer =>
  (response) =>
    void response.end(content);

export const status =
  (code: number): Answer =>
  (response) =>
    void response.writeHead(code).end("no");

/** Announces more than it sends, then breaks the connection. */
export const truncated =
  (content: Uint8Array): Answer =>
  (response) => {
    response.writeHead(200, { "content-length": content.length });
    response.write(content.subarray(0, content.length / 2), () => response.destroy());
  };

/** Sends a head and the first bytes, and then nothing more. */
export const stalled: Answer = (response) => {
  response.writeHead(200, { "content-length": 1000 });
  response.write("first");
};

export const redirect =
  (location: string): Answer =>
  (response) =>
    void response.writeHead(302, { location }).end();

/** The first answers in turn, and then the last for ever. */
export const inTurn = (...answers: readonly Answer[]): Answer => {
  let next = 0;
  return (response, request) => answers[Math.min(next++, answers.length - 1)]?.(response, request);
};

/** A forward proxy that tunnels every name to one loopback port, and tells what it was asked for. */
export const proxyTo = async (port: number) => {
  const tunnels: string[] = [];
  const server = createServer();
  server.on("connect", (request, client) => {
    tunnels.push(request.url ?? "");
    const upstream = connect(port, "127.0.0.1", () => {
      client.write("HTTP/1.1 200 OK\r\n\r\n");
      upstream.pipe(client).pipe(upstream);
    });
    for (const socket of [client, upstream]) socket.on("error", () => void client.destroy());
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, tunnels };
};

/** A loopback port that nobody listens on: it was ours a moment ago. */
export const closedPort = async (): Promise<number> => {
  const server = createTcpServer();
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
};

/** Takes a connection and never says a word; `letGo` resolves when the other side closed it. */
export const silentPort = async () => {
  const closed = Promise.withResolvers<void>();
  const server = createTcpServer((socket) => {
    socket.resume();
    socket.on("error", () => {});
    socket.on("close", () => closed.resolve());
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, letGo: closed.promise };
};
