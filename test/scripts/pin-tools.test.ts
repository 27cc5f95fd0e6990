import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { pinTools } from "../../scripts/pin-tools.ts";
import { createFetchFile } from "../../src/machine/network/fetch-file.ts";
import { createHttpGet } from "../../src/machine/network/http-get.ts";
import { platforms } from "../../src/machine/tools/platform.ts";
import type { ToolLock } from "../../src/machine/tools/tool-lock.ts";
import { toolNames } from "../../src/outside/tools.ts";
import { temporaryFolder } from "../machine/files/temporary-folder.ts";
import { body, serve } from "../machine/network/loopback-server.ts";
import { lockFor, sha256, tarball } from "../machine/network/release-server.ts";

const signal = new AbortController().signal;

/** A server that has every tool for every machine, each with a content of its own. */
const everyRelease = async (changes: Parameters<typeof serve>[0] = {}) => {
  const answers: Record<string, ReturnType<typeof body>> = {};
  const contentOf = (name: string, os: string, arch: string): string => `${name} for ${os} ${arch}`;
  for (const name of toolNames) {
    const { version } = lockFor("")[name];
    const sums: string[] = [];
    for (const { os, arch } of platforms) {
      const content = contentOf(name, os, arch);
      const single = `/kubectl/${version}/${os}/${arch}/kubectl`;
      const archive = tarball([{ path: `${os}-${arch}/${name}`, content }]);
      const archiveName = `${name}-${version}-${os}-${arch}.tar.gz`;
      answers[name === "kubectl" ? single : `/${archiveName}`] = body(name === "kubectl" ? content : archive);
      answers[`${single}.sha256`] = body(sha256(content));
      sums.push(`${sha256(archive)}  ${archiveName}`);
    }
    answers[`/${name}-${version}.sums`] = body(sums.join("\n"));
  }
  return { ...(await serve({ ...answers, ...changes })), contentOf };
};

const pin = async (lock: ToolLock) => {
  const folder = temporaryFolder();
  const progress: string[] = [];
  const options = {
    httpGet: createHttpGet({ signal }),
    fetchFile: createFetchFile({ signal }),
    retry: { waitsMs: [] },
  };
  try {
    const pinned = await pinTools(lock, { ...options, folder, signal, progress: (line) => progress.push(line) });
    return { pinned, progress };
  } finally {
    expect(readdirSync(folder)).toEqual([]);
  }
};

test("every tool is pinned for every machine, with the checksum file that said so", async () => {
  const { url, contentOf } = await everyRelease();
  const { pinned, progress } = await pin(lockFor(url));
  expect(progress).toHaveLength(toolNames.length * platforms.length);
  expect(pinned.helm.pinned["4.3.1-linux-arm64"]).toEqual({
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    executable: sha256(contentOf("helm", "linux", "arm64")),
    from: `${url}/helm-4.3.1.sums`,
  });
  const digest = sha256(contentOf("kubectl", "darwin", "amd64"));
  expect(pinned.kubectl.pinned["1.35.4-darwin-amd64"]).toEqual({
    sha256: digest,
    executable: digest,
    from: `${url}/kubectl/1.35.4/darwin/amd64/kubectl.sha256`,
  });
  // A second time nothing changes.
  expect((await pin(pinned)).pinned).toEqual(pinned);
});

test("a machine that a command is not released for is passed over", async () => {
  const { url } = await everyRelease();
  const lock = lockFor(url);
  const { pinned } = await pin({ ...lock, amtool: { ...lock.amtool, system: "linux" } });
  expect(Object.keys(pinned.amtool.pinned)).toEqual(["0.31.1-linux-amd64", "0.31.1-linux-arm64"]);
});

test("pins of versions that are not named any more are dropped", async () => {
  const { url } = await everyRelease();
  const lock = lockFor(url);
  const old = { "4.2.0-linux-amd64": { sha256: "x", executable: "y", from: "z" } };
  const { pinned } = await pin({ ...lock, helm: { ...lock.helm, pinned: old } });
  expect(Object.keys(pinned.helm.pinned)).toEqual(platforms.map(({ os, arch }) => `4.3.1-${os}-${arch}`));
});

test("a file that its release's checksum file does not agree with is not pinned", async () => {
  const { url } = await everyRelease({ "/amtool-0.31.1-darwin-arm64.tar.gz": body("replaced") });
  await expect(pin(lockFor(url))).rejects.toThrow("amtool 0.31.1 was refused: the SHA-256");
});

test("a release that changed since it was pinned stops", async () => {
  const { url } = await everyRelease();
  const { pinned } = await pin(lockFor(url));
  const changed = {
    ...pinned.helm.pinned,
    "4.3.1-linux-amd64": { sha256: "0".repeat(64), executable: "1", from: url },
  };
  await expect(pin({ ...pinned, helm: { ...pinned.helm, pinned: changed } })).rejects.toThrow(
    /^helm 4\.3\.1-linux-amd64 was pinned as 0{64}/,
  );
});
