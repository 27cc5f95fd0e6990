import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { startClockProxy } from "./clock-proxy.ts";

test("instants and time() are told as by another clock, all else as it is", async () => {
  const server = createServer((_, response) => {
    response.end('{"data":{"resultType":"scalar","result":[100.5,"100.5"]},"at":"2026-01-01T00:00:00Z","n":"7"}');
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  const proxy = await startClockProxy({ host: "127.0.0.1", port: 0 }, `http://127.0.0.1:${port}`, 60_000);
  try {
    const response = await fetch(`http://127.0.0.1:${(proxy.address() as AddressInfo).port}/api/v1/query`);
    expect(await response.json()).toEqual({
      data: { resultType: "scalar", result: [160.5, "160.5"] },
      at: "2026-01-01T00:01:00.000Z",
      n: "7",
    });
  } finally {
    for (const one of [proxy, server]) {
      one.close();
      one.closeAllConnections();
    }
  }
});
