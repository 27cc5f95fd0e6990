import { createServer, type IncomingMessage, type RequestListener } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import type { Certificate } from "./self-signed.ts";

/** A server on a loopback port of its own; it ends with the test. */
export interface LoopbackServer {
  /** With its scheme and without a closing slash. */
  readonly url: string;
  /** `127.0.0.1:port`. */
  readonly host: string;
}

export const listen = async (answer: RequestListener, certificate?: Certificate): Promise<LoopbackServer> => {
  const server = certificate === undefined ? createServer(answer) : createTlsServer(certificate, answer);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url: `${certificate === undefined ? "http" : "https"}://${host}`, host };
};

export interface Login {
  readonly username: string;
  readonly password: string;
}

/** Whether the request carries this login as basic authentication. */
export const isLoggedIn = ({ headers }: IncomingMessage, { username, password }: Login): boolean =>
  headers.authorization === `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`;
