import { spawn } from "node:child_process";
import { createServer, request as send } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import { tool } from "../tools-dir.ts";
import type { Certificate } from "./self-signed.ts";
import { isLoggedIn, type Login, type LoopbackServer, listen } from "./server.ts";

/** An OCI registry in memory, go-containerregistry's own; it ends with the test. */
export const startRegistry = async (): Promise<LoopbackServer> => {
  const port = await freePort();
  const child = spawn(await tool("registry"), ["-port", String(port)], { stdio: ["ignore", "pipe", "pipe"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  await new Promise<void>((ready, failed) => {
    let said = "";
    child.once("exit", (code) => failed(new Error(`The registry ended with ${code}: ${said}`)));
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => {
        said += chunk.toString();
        if (said.includes("serving on port")) ready();
      });
  });
  return { url: `http://127.0.0.1:${port}`, host: `127.0.0.1:${port}` };
};

const freePort = async (): Promise<number> => {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
};

/** Stands in front of a registry and asks for a login, with TLS where there is a certificate. */
export const guard = (registry: LoopbackServer, login: Login, certificate?: Certificate): Promise<LoopbackServer> =>
  listen((request, response) => {
    if (!isLoggedIn(request, login))
      return void response
        .writeHead(401, { "www-authenticate": 'Basic realm="registry"', "content-type": "application/json" })
        .end('{"errors":[{"code":"UNAUTHORIZED","message":"authentication required"}]}');
    const { authorization: _, ...headers } = request.headers;
    const onward = send(registry.url + request.url, { method: request.method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    request.pipe(onward);
  }, certificate);
