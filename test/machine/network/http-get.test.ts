import { expect, test, vi } from "vitest";
import { createHttpGet } from "../../../src/machine/network/http-get.ts";
import {
  body,
  closedPort,
  proxyTo,
  redirect,
  serve,
  silentPort,
  stalled,
  status,
  truncated,
} from "./loopback-server.ts";

const limits = { timeoutMs: 30_000, maxBytes: 1000 };
const httpGet = createHttpGet({ signal: new AbortController().signal });
const text = async (answer: ReturnType<typeof httpGet>): Promise<string> => Buffer.from((await answer).body).toString();

test("the body and any status are values", async () => {
  const { url } = await serve({ "/a": body("hello"), "/b": status(503) });
  expect(await text(httpGet(`${url}/a`, limits))).toBe("hello");
  expect(await httpGet(`${url}/b`, limits)).toMatchObject({ status: 503 });
  expect(await httpGet(`${url}/c`, limits)).toMatchObject({ status: 404 });
});

test("redirects are followed, relative ones too, and not for ever", async () => {
  const { url, requests } = await serve({
    "/old": redirect("/new?x=1"),
    "/new?x=1": body("moved"),
    "/circle": redirect("/circle"),
  });
  expect(await text(httpGet(`${url}/old`, limits))).toBe("moved");
  await expect(httpGet(`${url}/circle`, limits)).rejects.toThrow("more than 5 redirects");
  expect(requests.filter((path) => path === "/circle")).toHaveLength(6);
});

test("a body above the limit, a broken one and a slow one are errors", async () => {
  const { url } = await serve({
    "/long": body("x".repeat(1001)),
    "/cut": truncated(Buffer.alloc(500)),
    "/slow": stalled,
  });
  await expect(httpGet(`${url}/long`, limits)).rejects.toThrow("longer than 1000 bytes");
  await expect(httpGet(`${url}/cut`, limits)).rejects.toThrow("aborted");
  await expect(httpGet(`${url}/slow`, { ...limits, timeoutMs: 200 })).rejects.toThrow(
    "no complete answer within 0.2 s",
  );
});

test("a server that never answers is given up on", async () => {
  const closed = Promise.withResolvers<void>();
  const { url } = await serve({ "/silent": (response) => void response.on("close", closed.resolve) });
  await expect(httpGet(`${url}/silent`, { ...limits, timeoutMs: 200 })).rejects.toThrow("no complete answer");
  // The connection is closed as well, or it would keep the process alive.
  await closed.promise;
});

test("a refused connection is an error at once", async () => {
  await expect(httpGet(`http://127.0.0.1:${await closedPort()}/`, limits)).rejects.toMatchObject({
    code: "ECONNREFUSED",
  });
});

test("a cancelled run cancels the request", async () => {
  const cancel = new AbortController();
  const { url } = await serve({ "/slow": stalled, "/silent": () => cancel.abort(new Error("cancelled")) });
  const cancellable = createHttpGet({ signal: cancel.signal });
  await expect(cancellable(`${url}/silent`, limits)).rejects.toThrow("cancelled");
  await expect(cancellable(`${url}/slow`, limits)).rejects.toThrow("cancelled");
});

test("proxy variables are honoured, and so is no_proxy", async () => {
  const { url, port, requests } = await serve({ "/a": body("through") });
  const proxy = await proxyTo(port);
  vi.stubEnv("http_proxy", proxy.url);
  vi.stubEnv("no_proxy", "inside.example");
  try {
    expect(await text(httpGet("http://releases.example/a", limits))).toBe("through");
    expect(proxy.tunnels).toEqual(["releases.example:80"]);
    // Without the proxy the name leads nowhere.
    await expect(httpGet("http://inside.example/a", limits)).rejects.toThrow();
    expect(await text(httpGet(`${url}/a`, limits))).toBe("through");
    expect(proxy.tunnels).toHaveLength(1);
    expect(requests).toHaveLength(2);
  } finally {
    vi.unstubAllEnvs();
  }
});

test("a proxy that takes the connection and never answers is given up on, and let go", async () => {
  const proxy = await silentPort();
  vi.stubEnv("http_proxy", proxy.url);
  try {
    const answer = httpGet("http://releases.example/a", { ...limits, timeoutMs: 200 });
    await expect(answer).rejects.toThrow("no complete answer within 0.2 s");
    await proxy.letGo;
  } finally {
    vi.unstubAllEnvs();
  }
});

test("a server behind a proxy that stalls is given up on, and the tunnel closed", async () => {
  const closed = Promise.withResolvers<void>();
  const { port } = await serve({
    "/slow": (response, request) => {
      response.on("close", closed.resolve);
      stalled(response, request);
    },
  });
  vi.stubEnv("http_proxy", (await proxyTo(port)).url);
  try {
    const answer = httpGet("http://releases.example/slow", { ...limits, timeoutMs: 300 });
    await expect(answer).rejects.toThrow("no complete answer within 0.3 s");
    await closed.promise;
  } finally {
    vi.unstubAllEnvs();
  }
});
