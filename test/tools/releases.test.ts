import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { type CommandLock, commandImages, commandLock } from "../../scripts/tool-build/command-lock.ts";
import { type CommandName, commandNames } from "../../scripts/tool-build/commands.ts";
import { officialBuilds } from "../../scripts/tool-build/official-builds.ts";
import type { Platform } from "../../src/machine/tools/platform.ts";
import type { LockedTool } from "../../src/machine/tools/tool-lock.ts";
import { operatorRelease } from "../../src/signal/operator/operator-release.ts";
import { temporaryFolder } from "../machine/files/temporary-folder.ts";
import { body, serve, status } from "../machine/network/loopback-server.ts";
import { sha256, tarball } from "../machine/network/release-server.ts";

const linux: Platform = { os: "linux", arch: "amd64" };
const mac: Platform = { os: "darwin", arch: "arm64" };
const { signal } = new AbortController();
const github = "https://github.com";
const kubernetes = (name: string) => `https://dl.k8s.io/release/v1.35.4/bin/linux/amd64/${name}`;

/**
 * What is asked for on Linux and on macOS, and where the program lies in it; written by hand from what the projects
 * publish.
 */
const releases: readonly {
  readonly name: CommandName;
  readonly linux: string;
  readonly mac?: string;
  readonly member?: string;
}[] = [
  {
    name: "helm3",
    linux: "https://get.helm.sh/helm-v3.22.0-linux-amd64.tar.gz",
    mac: "https://get.helm.sh/helm-v3.22.0-darwin-arm64.tar.gz",
    member: "linux-amd64/helm",
  },
  ...(["kube-apiserver", "kube-controller-manager", "kube-scheduler"] as const).map((name) => ({
    name,
    linux: kubernetes(name),
  })),
  {
    name: "etcd",
    linux: `${github}/etcd-io/etcd/releases/download/v3.6.5/etcd-v3.6.5-linux-amd64.tar.gz`,
    member: "etcd-v3.6.5-linux-amd64/etcd",
  },
  {
    name: "kwok",
    linux: `${github}/kubernetes-sigs/kwok/releases/download/v0.8.0/kwok-linux-amd64`,
    mac: `${github}/kubernetes-sigs/kwok/releases/download/v0.8.0/kwok-darwin-arm64`,
  },
  {
    name: "prometheus",
    linux: `${github}/prometheus/prometheus/releases/download/v3.14.0/prometheus-3.14.0.linux-amd64.tar.gz`,
    mac: `${github}/prometheus/prometheus/releases/download/v3.14.0/prometheus-3.14.0.darwin-arm64.tar.gz`,
    member: "prometheus-3.14.0.linux-amd64/prometheus",
  },
  {
    name: "alertmanager",
    linux: `${github}/prometheus/alertmanager/releases/download/v0.31.1/alertmanager-0.31.1.linux-amd64.tar.gz`,
    mac: `${github}/prometheus/alertmanager/releases/download/v0.31.1/alertmanager-0.31.1.darwin-arm64.tar.gz`,
    member: "alertmanager-0.31.1.linux-amd64/alertmanager",
  },
  {
    name: "act",
    linux: `${github}/nektos/act/releases/download/v0.2.89/act_Linux_x86_64.tar.gz`,
    mac: `${github}/nektos/act/releases/download/v0.2.89/act_Darwin_arm64.tar.gz`,
    member: "act",
  },
  {
    name: "actionlint",
    linux: `${github}/rhysd/actionlint/releases/download/v1.7.12/actionlint_1.7.12_linux_amd64.tar.gz`,
    mac: `${github}/rhysd/actionlint/releases/download/v1.7.12/actionlint_1.7.12_darwin_arm64.tar.gz`,
    member: "actionlint",
  },
  {
    name: "crane",
    linux: `${github}/google/go-containerregistry/releases/download/v0.22.1/go-containerregistry_Linux_x86_64.tar.gz`,
    mac: `${github}/google/go-containerregistry/releases/download/v0.22.1/go-containerregistry_Darwin_arm64.tar.gz`,
    member: "crane",
  },
  {
    name: "zizmor",
    linux: `${github}/zizmorcore/zizmor/releases/download/v1.32.0/zizmor-x86_64-unknown-linux-gnu.tar.gz`,
    mac: `${github}/zizmorcore/zizmor/releases/download/v1.32.0/zizmor-aarch64-apple-darwin.tar.gz`,
    member: "zizmor",
  },
];

/** The lock file with every host replaced by a server of ours. */
const onServer = (base: string): CommandLock => {
  const moved = (url: string): string => url.replace(/^https:\/\/[^/]+/, base);
  return Object.fromEntries(
    Object.entries(commandLock).map(([name, locked]: [string, LockedTool]) => [
      name,
      { ...locked, download: moved(locked.download), checksums: moved(locked.checksums) },
    ]),
  );
};

const versionOf = (name: CommandName): string => commandLock[name]?.version ?? "";
const pathOf = (url: string): string => new URL(url).pathname;

/**
 * Where a release's digests are, and in which form: GitHub's own record, a file beside the program, or one for all
 * files.
 */
const checksumsOf = (name: CommandName, url: string, digest: string): readonly [path: string, text: string] => {
  const { checksums = "" } = commandLock[name] ?? {};
  const path = pathOf(checksums.replaceAll("{version}", versionOf(name)))
    .replace("%7Bos%7D", "linux")
    .replace("%7Barch%7D", "amd64");
  const file = basename(url);
  if (checksums.startsWith("https://api.github.com/"))
    return [path, JSON.stringify({ body: "notes", assets: [{ name: file, digest: `sha256:${digest}` }] })];
  return [path, checksums.startsWith("https://dl.k8s.io/") ? digest : `${sha256("x")}  other\n${digest}  ${file}\n`];
};

const program = "#!/bin/sh\necho here\n";

/** Asks a server that has one release for it; gives what came of it. */
const ask = async (name: CommandName, url: string, member: string | undefined, digest?: string) => {
  const file = member === undefined ? Buffer.from(program) : tarball([{ path: member, content: program }]);
  const [checksums, text] = checksumsOf(name, url, digest ?? sha256(file));
  const { url: base, requests } = await serve({ [pathOf(url)]: body(file), [checksums]: body(text) });
  const folder = temporaryFolder();
  const told: string[] = [];
  const official = officialBuilds({ signal, lock: onServer(base), platform: linux });
  const there = await official(name, versionOf(name), folder, (news) => told.push(news));
  return { there, folder, told: told.join("\n"), requests };
};

test.each(releases)("$name is downloaded from its release and proved", async ({ name, linux: url, member }) => {
  const { there, folder, told } = await ask(name, url, member);
  expect(told).toMatch(/^downloaded http.*\(SHA-256 as http.* says\)$/);
  expect(there).toBe(true);
  expect(readdirSync(folder)).toEqual([name]);
  expect(readFileSync(join(folder, name), "utf8")).toBe(program);
});

test.each(releases)("$name with another SHA-256 than the release says is refused", async (release) => {
  const { there, folder, told } = await ask(release.name, release.linux, release.member, sha256("another"));
  expect(there).toBe(false);
  expect(told).toMatch(
    /^WARNING: .* was refused: the SHA-256 of .* Nothing of it was run\. It is made from its pinned/,
  );
  expect(readdirSync(folder)).toEqual([]);
});

test.each(releases)("$name: macOS gets its own release, or none is asked for", async ({ name, mac: url }) => {
  const { url: base, requests } = await serve({});
  const asked: string[] = [];
  const httpGet = async (at: string) => {
    asked.push(at);
    return { status: 200, body: new TextEncoder().encode(`${sha256("x")}  ${basename(url ?? "")}\n`) };
  };
  const official = officialBuilds({ signal, lock: onServer(base), platform: mac, httpGet });
  expect(await official(name, versionOf(name), temporaryFolder(), () => {})).toBe(false);
  // There is nothing on that server: what matters is what it was asked for.
  expect(requests).toEqual(url === undefined ? [] : [pathOf(url)]);
  expect(asked.length > 0).toBe(url !== undefined);
});

test("a release that is not there costs one question, and the others are asked all the same", async () => {
  const { url, requests } = await serve({ "/nektos/act/releases/download/v0.2.89/checksums.txt": status(404) });
  const official = officialBuilds({ signal, lock: onServer(url), platform: linux });
  const told: string[] = [];
  const tell = (news: string) => told.push(news);
  expect(await official("act", "0.2.89", temporaryFolder(), tell)).toBe(false);
  expect(requests).toHaveLength(1);
  expect(await official("etcd", "3.6.5", temporaryFolder(), tell)).toBe(false);
  expect(requests).toHaveLength(2);
  expect(told).toEqual([]);
});

test("the lock file has a release of every command but the operators, which are published as images only", () => {
  expect(commandNames.filter((name) => commandLock[name] === undefined)).toEqual(Object.keys(commandImages));
  expect(commandImages.operator.version).toBe(operatorRelease.version);
});
