import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { askServer } from "../../../src/machine/network/ask-server.ts";

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

const listen = async (answer: RequestListener): Promise<number> => {
  const own = createServer(answer);
  server = own;
  await new Promise<void>((ready) => own.listen(0, "127.0.0.1", ready));
  return (own.address() as AddressInfo).port;
};
const { signal } = new AbortController();

test("what is asked and what is answered arrives as it is", async () => {
  const port = await listen((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      response.setHeader("set-cookie", ["session=abc; HttpOnly; Path=/", "other=1"]);
      response.writeHead(201).end(`${request.method} ${request.url} ${Buffer.concat(chunks)}`);
    });
  });
  const ask = askServer({ at: { host: "127.0.0.1", port }, timeoutMs: 5000, signal });
  expect(await ask({ method: "POST", path: "/a?b=c", body: "text" })).toEqual({
    status: 201,
    text: "POST /a?b=c text",
    cookies: ["session=abc", "other=1"],
  });
});

test("an answer that is too long, and one that never ends, are broken off", async () => {
  const port = await listen((request, response) => {
    const piece = Buffer.alloc(1024 * 1024);
    if (request.url === "/silent") return;
    const more = (): void => {
      while (response.write(piece));
      response.once("drain", more);
    };
    more();
  });
  const ask = askServer({ at: { host: "127.0.0.1", port }, timeoutMs: 20_000, signal });
  await expect(ask({ path: "/endless" })).rejects.toThrow("the answer is longer than 67108864 bytes");
  const hurried = askServer({ at: { host: "127.0.0.1", port }, timeoutMs: 200, signal });
  await expect(hurried({ path: "/silent" })).rejects.toThrow("no complete answer within 0.2 s");
});
