import { createServer, type IncomingMessage, type RequestListener } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";
import type { Certificate } from "../loopback-servers/self-signed.ts";

/** A request as it arrived. */
export interface SeenRequest {
  /** Which server it reached. */
  readonly at: "here" | "other" | "proxy";
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage["headers"];
}

/** A loopback server that takes notes of every request. */
export interface WitnessServer {
  readonly url: string;
  /** `127.0.0.1:port`. */
  readonly host: string;
  close(): void;
}

const notHere: RequestListener = (_, response) => void response.writeHead(404).end("not here");

/** Starts one; `note` is told of each request before it is answered. */
export const startWitness = async (
  at: SeenRequest["at"],
  note: (request: SeenRequest) => void,
  answer: RequestListener = notHere,
  certificate?: Certificate,
): Promise<WitnessServer> => {
  const listener: RequestListener = (request, response) => {
    note({ at, method: request.method ?? "", url: request.url ?? "", headers: request.headers });
    answer(request, response);
  };
  const server = certificate === undefined ? createServer(listener) : createTlsServer(certificate, listener);
  server.on("connect", ({ url = "", headers }, socket) => {
    note({ at, method: "CONNECT", url, headers });
    socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
  });
  // A port that answers with TLS to a plain request, or the other way round, was spoken to as well.
  server.on("clientError", (_, socket) => {
    note({ at, method: "GARBLED", url: "", headers: {} });
    socket.destroy();
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    host,
    url: `${certificate === undefined ? "http" : "https"}://${host}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
};
