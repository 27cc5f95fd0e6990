import { createHash } from "node:crypto";
import type { IncomingMessage, RequestListener } from "node:http";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { pullFromRepository } from "../../../src/machine/chart-repository/pull-from-repository.ts";
import { selfSigned } from "../../loopback-servers/self-signed.ts";
import { listen } from "../../loopback-servers/server.ts";
import { temporaryFolder } from "../files/temporary-folder.ts";

const archive = Buffer.from("an archive");
const sha256 = createHash("sha256").update(archive).digest("hex");
const login = { username: "robot", password: "secret" };
const basic = `Basic ${Buffer.from("robot:secret").toString("base64")}`;

const indexOf = (url: string, digest?: string): string =>
  JSON.stringify({ entries: { small: [{ version: "1.0.0", urls: [url], digest }] } });

/** A server that answers by path, and remembers who asked for what with which login. */
const serve = async (
  answers: Readonly<Record<string, RequestListener>>,
  certificate?: ReturnType<typeof selfSigned>,
) => {
  const asked: [path: string, authorization: string | undefined][] = [];
  const server = await listen((request: IncomingMessage, response) => {
    asked.push([request.url ?? "", request.headers.authorization]);
    const answer = answers[request.url ?? ""];
    if (answer === undefined) response.writeHead(404).end();
    else answer(request, response);
  }, certificate);
  return { ...server, asked };
};

const text =
  (body: string | Buffer, headers = {}): RequestListener =>
  (_, response) =>
    void response.writeHead(200, headers).end(body);

const redirect =
  (location: string): RequestListener =>
  (_, response) =>
    void response.writeHead(302, { location }).end();

interface Options {
  readonly withLogin?: boolean;
  readonly authority?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  readonly timeoutMs?: number;
}

const pull = (url: string, { withLogin = true, authority, env = {}, ...rest }: Options = {}) => {
  const address = url.replace(/\?.*/, "");
  const signal = new AbortController().signal;
  const reference = { from: "repository", name: "small", address, url, login: null } as const;
  const access = { login: withLogin ? login : null, authority, env, signal, timeoutMs: 10_000, ...rest };
  return pullFromRepository(reference, null, access);
};

describe("a chart repository", () => {
  test("is asked for its index and the archive, each with the login and the repository's query", async () => {
    const index = text(gzipSync(indexOf("charts/a.tgz", sha256)), { "content-encoding": "gzip" });
    const server = await serve({ "/c/index.yaml?t=1": index, "/c/charts/a.tgz?t=1": text(archive) });
    expect(await pull(`${server.url}/c?t=1`)).toEqual({ is: "archive", bytes: archive });
    expect(server.asked).toEqual([
      ["/c/index.yaml?t=1", basic],
      ["/c/charts/a.tgz?t=1", basic],
    ]);
  });

  test("keeps the login to itself: another port, named by the index or by a redirect, gets none", async () => {
    const other = await serve({ "/a.tgz": text(archive), "/index.yaml": text(indexOf("/a.tgz")) });
    const byIndex = await serve({ "/index.yaml": text(indexOf(`${other.url}/a.tgz`)) });
    expect(await pull(byIndex.url)).toMatchObject({ is: "archive" });
    const byRedirect = await serve({
      "/index.yaml": text(indexOf("/a.tgz")),
      "/a.tgz": redirect(`${other.url}/a.tgz`),
    });
    expect(await pull(byRedirect.url)).toMatchObject({ is: "archive" });
    const ofIndex = await serve({ "/index.yaml": redirect(`${other.url}/index.yaml`), "/a.tgz": text(archive) });
    expect(await pull(ofIndex.url)).toMatchObject({ is: "archive" });
    const withUser = `${other.url.replace("://", "://robot:secret@")}/a.tgz`;
    const byUser = await serve({ "/index.yaml": text(indexOf(withUser)) });
    expect(await pull(byUser.url)).toMatchObject({ is: "archive" });
    expect(other.asked.map(([, authorization]) => authorization)).toEqual([undefined, undefined, undefined, undefined]);
  });

  test("keeps the login on the way back, and not on a name of the same machine", async () => {
    const server = await serve({ "/index.yaml": redirect("/real.yaml"), "/real.yaml": text(indexOf("a.tgz")) });
    await pull(server.url);
    expect(server.asked.map(([, authorization]) => authorization)).toEqual([basic, basic, basic]);
    const port = new URL(server.url).port;
    const named = await serve({ "/index.yaml": redirect(`http://localhost:${port}/real.yaml`) });
    await pull(named.url);
    expect(server.asked.at(-1)).toEqual(["/real.yaml", undefined]);
  });

  test("that is encrypted is not left for one that is not", async () => {
    const certificate = selfSigned(temporaryFolder());
    const plain = await serve({ "/index.yaml": text(indexOf("a.tgz")) });
    const server = await serve({ "/index.yaml": redirect(`${plain.url}/index.yaml`) }, certificate);
    expect(await pull(server.url, { authority: certificate.cert })).toEqual({
      is: "nothing",
      said: expect.stringContaining("not encrypted"),
    });
    expect(plain.asked).toEqual([]);
    expect(await pull(server.url)).toEqual({ is: "nothing", said: expect.stringMatching(/certificate/) });
  });

  test.each([
    ["file:///etc/passwd", /no http or https address/],
    ["ftp://h/a.tgz", /no http or https address/],
    ["http://", /no http or https address/],
  ])("whose index names %s gives nothing", async (url, said) => {
    const server = await serve({ "/index.yaml": text(indexOf(url)) });
    expect(await pull(server.url)).toEqual({ is: "nothing", said: expect.stringMatching(said) });
  });

  test("whose index names a registry sends there, without a login of the index", async () => {
    const server = await serve({ "/index.yaml": text(indexOf("oci://u:p@registry.example/a/small:1.0.0")) });
    expect(await pull(server.url)).toMatchObject({
      is: "registry",
      reference: { address: "oci://registry.example/a/small:1.0.0", login: null },
    });
  });

  test("whose archive is not the one of the index is refused", async () => {
    const server = await serve({ "/index.yaml": text(indexOf("a.tgz", "0".repeat(64))), "/a.tgz": text(archive) });
    await expect(pull(server.url)).rejects.toMatchObject({
      reason: "render-failed",
      message: expect.stringMatching(/does not have the digest/),
    });
  });

  test.each<[string, RequestListener, RegExp]>([
    ["refuses", (_, response) => void response.writeHead(401).end(), /answers 401/],
    ["redirects for ever", redirect("/index.yaml"), /redirects more than/],
    ["redirects to a file", redirect("file:///etc/passwd"), /no address/],
    [
      "breaks off",
      (_, response) => void response.writeHead(200, { "content-length": "9" }).end("a", () => response.destroy()),
      /./,
    ],
    ["never ends", (_, response) => void response.writeHead(200).write("a"), /no complete answer within 0\.3 s/],
    ["packs zeros", text(gzipSync(Buffer.alloc(80 * 1024 * 1024)), { "content-encoding": "gzip" }), /longer than/],
    ["sends without end", text(Buffer.alloc(65 * 1024 * 1024, 97)), /longer than/],
  ])("that %s gives nothing, in words", async (what, answer, said) => {
    const server = await serve({ "/index.yaml": answer });
    const timeoutMs = what === "never ends" ? 300 : 10_000;
    expect(await pull(server.url, { timeoutMs })).toEqual({ is: "nothing", said: expect.stringMatching(said) });
  });

  test("that is not there gives nothing, in words", async () => {
    expect(await pull("http://127.0.0.1:9")).toEqual({ is: "nothing", said: expect.stringContaining("ECONNREFUSED") });
    expect(await pull("http://charts.invalid")).toEqual({
      is: "nothing",
      said: expect.stringMatching(/ENOTFOUND|EAI_AGAIN/),
    });
  });

  test("ends with the run", async () => {
    const cancel = new AbortController();
    const server = await serve({ "/index.yaml": () => cancel.abort(new Error("cancelled")) });
    await expect(pull(server.url, { signal: cancel.signal })).rejects.toThrow("cancelled");
  });

  test("is asked by way of the proxy, but for what NO_PROXY names", async () => {
    const proxy = await serve({ "http://charts.invalid/index.yaml": text(indexOf("http://charts.invalid/a.tgz")) });
    const env = { http_proxy: proxy.url, NO_PROXY: "other.invalid,.below.invalid" };
    await pull("http://charts.invalid", { env });
    expect(proxy.asked.map(([path]) => path)).toEqual([
      "http://charts.invalid/index.yaml",
      "http://charts.invalid/a.tgz",
    ]);
    for (const host of ["other.invalid", "x.other.invalid", "x.below.invalid"])
      expect(await pull(`http://${host}`, { env })).toMatchObject({ said: expect.stringContaining(host) });
    expect(proxy.asked).toHaveLength(2);
  });
});
