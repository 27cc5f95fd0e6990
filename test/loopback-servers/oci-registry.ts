import { spawn } from "node:child_process";
import { request as send } from "node:http";
import { onTestFinished } from "vitest";
import { tool } from "../tools-dir.ts";
import type { Certificate } from "./self-signed.ts";
import { isLoggedIn, type Login, type LoopbackServer, listen } from "./server.ts";

/** An OCI registry in memory, that of crane; it ends with the test. */
export const startRegistry = async (): Promise<LoopbackServer> => {
  const args = ["registry", "serve", "--address", "127.0.0.1:0"];
  const child = spawn(await tool("crane"), args, { stdio: ["ignore", "pipe", "pipe"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  const port = await new Promise<string>((ready, failed) => {
    let said = "";
    child.once("exit", (code) => failed(new Error(`The registry ended with ${code}: ${said}`)));
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => {
        said += chunk.toString();
        const chosen = /serving on port (\d+)\n/.exec(said)?.[1];
        if (chosen !== undefined) ready(chosen);
      });
  });
  return { url: `http://127.0.0.1:${port}`, host: `127.0.0.1:${port}` };
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
