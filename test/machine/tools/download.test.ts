import { mkdtempSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test, vi } from "vitest";
import { OperatorError } from "../../../src/core/errors.ts";
import { createFetchFile } from "../../../src/machine/network/fetch-file.ts";
import { createHttpGet } from "../../../src/machine/network/http-get.ts";
import { downloadTool } from "../../../src/machine/tools/download.ts";
import type { Platform } from "../../../src/machine/tools/platform.ts";
import type { Pin, ToolLock } from "../../../src/machine/tools/tool-lock.ts";
import type { ToolName } from "../../../src/outside/tools.ts";
import { temporaryFolder } from "../files/temporary-folder.ts";
import { body, closedPort, inTurn, proxyTo, serve, stalled, status, truncated } from "../network/loopback-server.ts";
import {
  helmArchive,
  helmFile,
  helmScript,
  helmSums,
  helmSumsFile,
  lockFor,
  sha256,
  tarball,
} from "../network/release-server.ts";

const platform: Platform = { os: "linux", arch: "amd64" };

/** The answers of a release server that has helm as it should be, but for what is given. */
const release = (answers: Parameters<typeof serve>[0] = {}) =>
  serve({ [helmFile]: body(helmArchive), [helmSumsFile]: body(helmSums), ...answers });

const setUp = (options: { signal?: AbortSignal; timeoutMs?: number } = {}) => {
  const { signal = new AbortController().signal, timeoutMs = 30_000 } = options;
  const destination = mkdtempSync(join(temporaryFolder(), "destination-"));
  const download = (lock: ToolLock, name: ToolName = "helm") =>
    downloadTool(name, lock[name].version, platform, {
      lock,
      destination,
      signal,
      timeoutMs,
      httpGet: createHttpGet({ signal }),
      fetchFile: createFetchFile({ signal }),
      retry: { waitsMs: [1, 1] },
    });
  /** The error of a download that must fail, after it is certain that it left nothing behind. */
  const failure = async (lock: ToolLock, name: ToolName = "helm"): Promise<OperatorError> => {
    const thrown = await download(lock, name).then(
      (done) => done,
      (error: unknown) => error,
    );
    expect(readdirSync(destination)).toEqual([]);
    if (!(thrown instanceof OperatorError)) throw new Error(`not an operator error: ${thrown}`);
    return thrown;
  };
  return { destination, download, failure };
};

const pinned = (base: string, pin: Partial<Pin>): ToolLock => {
  const lock = lockFor(base);
  const whole = {
    sha256: sha256(helmArchive),
    executable: sha256(helmScript),
    from: "https://example.com/sums",
    ...pin,
  };
  return { ...lock, helm: { ...lock.helm, pinned: { "4.3.1-linux-amd64": whole } } };
};

test("a release's file is proved by its checksum file, and only the executable is unpacked", async () => {
  const { url } = await release();
  const { destination, download } = setUp();
  const path = join(destination, "helm");
  expect(await download(lockFor(url))).toEqual({
    path,
    sha256: sha256(helmScript),
    release: { url: url + helmFile, sha256: sha256(helmArchive), from: url + helmSumsFile },
  });
  expect(readdirSync(destination)).toEqual(["helm"]);
  expect(readFileSync(path, "utf8")).toBe(helmScript);
  expect(statSync(path).mode & 0o777).toBe(0o755);
});

test("an executable that is released as it is needs no archive", async () => {
  const file = "/kubectl/1.35.4/linux/amd64/kubectl";
  const { url } = await serve({ [file]: body("binary"), [`${file}.sha256`]: body(sha256("binary")) });
  const { destination, download } = setUp();
  expect(await download(lockFor(url), "kubectl")).toMatchObject({
    path: join(destination, "kubectl"),
    sha256: sha256("binary"),
  });
});

test("a pinned digest needs no checksum file", async () => {
  const { url, requests } = await release({ [helmSumsFile]: status(500) });
  const { download } = setUp();
  expect(await download(pinned(url, {}))).toMatchObject({ release: { from: "tools.lock.json" } });
  expect(requests).toEqual([helmFile]);
});

test("a pin is stronger than the release's own checksum file", async () => {
  const other = tarball([{ path: "linux-amd64/helm", content: "other" }]);
  const { url } = await release({
    [helmFile]: body(other),
    [helmSumsFile]: body(`${sha256(other)}  ${helmFile.slice(1)}\n`),
  });
  const { message, reason } = await setUp().failure(pinned(url, {}));
  expect(reason).toBe("tool-missing");
  expect(message).toBe(
    `helm 4.3.1 was refused: the SHA-256 of ${url}${helmFile} is ${sha256(other)}, and tools.lock.json says ${sha256(helmArchive)}. Nothing of it was run.`,
  );
});

test("a pinned executable must be the one in the archive", async () => {
  const { url } = await release();
  const { message } = await setUp().failure(pinned(url, { executable: sha256("other") }));
  expect(message).toContain(`the SHA-256 of linux-amd64/helm in ${url}${helmFile} is ${sha256(helmScript)}`);
});

test("one changed byte is refused", async () => {
  const corrupted = Buffer.from(helmArchive);
  corrupted.writeUInt8(corrupted.readUInt8(40) ^ 1, 40);
  const { url, requests } = await release({ [helmFile]: body(corrupted) });
  const { message, hint } = await setUp().failure(lockFor(url));
  expect(message).toContain(`and ${url}${helmSumsFile} says ${sha256(helmArchive)}`);
  expect(hint).toContain("changed the file");
  expect(requests.filter((path) => path === helmFile)).toHaveLength(1);
});

test("a download that always breaks off is tried again, and then given up", async () => {
  const { url, requests } = await release({ [helmFile]: truncated(helmArchive) });
  const { message } = await setUp().failure(lockFor(url));
  expect(message).toContain(`helm 4.3.1 could not be downloaded: ${url}${helmFile}: aborted`);
  expect(requests.filter((path) => path === helmFile)).toHaveLength(3);
});

test("a file that is shorter than it was released is refused, though it came whole", async () => {
  const { url } = await release({ [helmFile]: body(helmArchive.subarray(0, 100)) });
  expect((await setUp().failure(lockFor(url))).message).toContain("was refused: the SHA-256");
});

test.for([
  ["is not there", status(404), "answered 404"],
  [
    "does not name the file",
    body(`${sha256(helmArchive)}  other.tar.gz\n`),
    "has no SHA-256 for helm-4.3.1-linux-amd64.tar.gz",
  ],
  ["is a login page", body("<html>Sign in</html>"), "has no SHA-256"],
] as const)("without a checksum nothing is downloaded: the file %s", async ([, answer, wanted]) => {
  const { url, requests } = await release({ [helmSumsFile]: answer });
  const { message, hint } = await setUp().failure(lockFor(url));
  expect(message).toContain(url + helmSumsFile);
  expect(message).toContain(wanted);
  expect(hint).toContain("`tools: path`");
  expect(requests).toEqual([helmSumsFile]);
});

test("a version that does not exist is told with its URL and its input", async () => {
  const { url } = await release({ [helmFile]: status(404) });
  const { message, hint } = await setUp().failure(lockFor(url));
  expect(message).toBe(`helm 4.3.1 could not be downloaded: ${url}${helmFile} answered 404.`);
  expect(hint).toContain("`helm-version`");
});

test("a busy or broken server is asked again", async () => {
  const { url, requests } = await release({
    [helmSumsFile]: inTurn(status(429), body(helmSums)),
    [helmFile]: inTurn(truncated(helmArchive), status(503), body(helmArchive)),
  });
  expect(await setUp().download(lockFor(url))).toMatchObject({ sha256: sha256(helmScript) });
  expect(requests).toEqual([helmSumsFile, helmSumsFile, helmFile, helmFile, helmFile]);
});

test("a server that stays broken is told with its last answer", async () => {
  const { url } = await release({ [helmFile]: status(503) });
  expect((await setUp().failure(lockFor(url))).message).toContain(`${helmFile} answered 503.`);
});

test("a server that stalls is given up on after the time limit, once", async () => {
  const { url, requests } = await release({ [helmFile]: stalled });
  const { message } = await setUp({ timeoutMs: 300 }).failure(lockFor(url));
  expect(message).toContain("no complete answer within 0.3 s");
  expect(requests.filter((path) => path === helmFile)).toHaveLength(1);
});

test("offline, the error comes at once and names the URL, the inputs and the proxy", async () => {
  const url = `http://127.0.0.1:${await closedPort()}`;
  const { message, hint, reason } = await setUp().failure(lockFor(url));
  expect(reason).toBe("tool-missing");
  expect(message).toContain(`${url}${helmSumsFile}: connect ECONNREFUSED`);
  for (const way of ["`tools: path`", "`helm-version`", "HTTPS_PROXY"]) expect(hint).toContain(way);
});

test("a cancelled run ends the download", async () => {
  const cancel = new AbortController();
  const { url } = await release({
    [helmFile]: (response, request) => {
      stalled(response, request);
      cancel.abort();
    },
  });
  expect((await setUp({ signal: cancel.signal }).failure(lockFor(url))).reason).toBe("cancelled");
});

test("downloads go through the proxy", async () => {
  const { port } = await release();
  const proxy = await proxyTo(port);
  vi.stubEnv("http_proxy", proxy.url);
  try {
    const { download } = setUp();
    expect(await download(lockFor("http://releases.example"))).toMatchObject({ sha256: sha256(helmScript) });
    expect(proxy.tunnels).toEqual(["releases.example:80", "releases.example:80"]);
  } finally {
    vi.unstubAllEnvs();
  }
});

test("hostile members of an archive are not written anywhere", async () => {
  const hostile = tarball([
    { path: "../escaped", content: "evil" },
    { path: "/tmp/outside-test-escaped", content: "evil" },
    { path: "linux-amd64", type: "SymbolicLink", linkpath: "/etc" },
    { path: "linux-amd64/helm", content: helmScript },
    { path: "linux-amd64/helm", content: "a second one" },
  ]);
  const { url } = await release({
    [helmFile]: body(hostile),
    [helmSumsFile]: body(`${sha256(hostile)}  ${helmFile.slice(1)}\n`),
  });
  const { destination, download } = setUp();
  expect(await download(lockFor(url))).toMatchObject({ sha256: sha256(helmScript) });
  expect(readdirSync(dirname(destination))).toHaveLength(1);
  expect(readdirSync(destination)).toEqual(["helm"]);
});

test.for([
  ["has no such file", tarball([{ path: "linux-amd64/other", content: "x" }]), "has no file linux-amd64/helm in it"],
  [
    "has a link there",
    tarball([{ path: "linux-amd64/helm", type: "SymbolicLink", linkpath: "/bin/sh" }]),
    "has no file",
  ],
  ["is no archive", Buffer.from("plain text, not gzip"), "cannot be unpacked"],
] as const)("a proved archive that %s is refused", async ([, archive, wanted]) => {
  const { url } = await release({
    [helmFile]: body(archive),
    [helmSumsFile]: body(`${sha256(archive)}  ${helmFile.slice(1)}\n`),
  });
  expect((await setUp().failure(lockFor(url))).message).toContain(wanted);
});
