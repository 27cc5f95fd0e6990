import { copyFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import type { LockedImage } from "../../scripts/tool-build/command-lock.ts";
import { withImages } from "../../scripts/tool-build/image-builds.ts";
import type { OfficialBuilds } from "../../scripts/tool-build/official-builds.ts";
import { createExec } from "../../src/machine/process/exec.ts";
import type { Platform } from "../../src/machine/tools/platform.ts";
import { operatorRelease } from "../../src/signal/operator/operator-release.ts";
import { startRegistry } from "../loopback-servers/oci-registry.ts";
import { listen } from "../loopback-servers/server.ts";
import { temporaryFolder } from "../machine/files/temporary-folder.ts";
import { tarball } from "../machine/network/release-server.ts";
import { tool } from "../tools-dir.ts";

const { signal } = new AbortController();
const exec = createExec({ scratchDir: tmpdir(), signal });
const linux: Platform = { os: "linux", arch: "amd64" };
const program = "#!/bin/sh\necho here\n";

/** Plays the releases: crane is the real one, and nothing else can be had. */
const releases: OfficialBuilds = async (name, _version, folder) => {
  if (name !== "crane") return false;
  copyFileSync(await tool("crane"), join(folder, "crane"));
  return true;
};

/** An image with one program, in a registry of its own. */
const publish = async (member = "bin/operator"): Promise<string> => {
  const { host } = await startRegistry();
  const folder = temporaryFolder();
  const layer = join(folder, "layer.tar");
  writeFileSync(layer, gunzipSync(tarball([{ path: member, content: program }])));
  const args = ["append", "--new_layer", layer, "--new_tag", `${host}/project/operator:v${operatorRelease.version}`];
  const env = { HOME: folder, DOCKER_CONFIG: folder };
  const done = await exec({ file: await tool("crane"), args, env, timeoutMs: 30_000 });
  expect(done).toMatchObject({ code: 0 });
  return host;
};

const take = async (
  host: string,
  options: { readonly platform?: Platform; readonly official?: OfficialBuilds } = {},
) => {
  const operator: LockedImage = {
    version: operatorRelease.version,
    image: `${host}/project/operator:v{version}`,
    member: "bin/operator",
    system: "linux",
  };
  const { platform = linux, official = releases } = options;
  const folder = temporaryFolder();
  const told: string[] = [];
  const build = withImages(official, { exec, images: { operator }, platform });
  const there = await build("operator", operatorRelease.version, folder, (news) => told.push(news));
  return { there, folder, told };
};

test("the operator is taken out of its image, by digest", async () => {
  const host = await publish();
  const { there, folder, told } = await take(host);
  expect(there).toBe(true);
  expect(readdirSync(folder)).toEqual(["operator"]);
  expect(readFileSync(join(folder, "operator"), "utf8")).toBe(program);
  expect(told).toEqual([expect.stringMatching(/^downloaded .*\/project\/operator@sha256:[0-9a-f]{64}$/)]);
});

test("an image of which a registry changes one byte on the way is refused", async () => {
  const host = await publish();
  const spoiling = await listen(async (request, response) => {
    const answer = await fetch(`http://${host}${request.url}`, { method: request.method ?? "GET", redirect: "manual" });
    const bytes = Buffer.from(await answer.arrayBuffer());
    const middle = bytes.length >> 1;
    if (request.url?.includes("/blobs/")) bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle);
    for (const [name, value] of answer.headers) if (name !== "content-length") response.setHeader(name, value);
    response.writeHead(answer.status).end(bytes);
  });
  expect(await take(spoiling.host)).toMatchObject({ there: false, told: [] });
});

test.each([
  ["the image has no such program", () => publish("bin/other")],
  ["no registry answers", async () => "127.0.0.1:1"],
])("where %s it is built", async (_, hostOf) => {
  expect(await take(await hostOf())).toMatchObject({ there: false, told: [] });
});

test("without crane, and on macOS, no image is asked for", async () => {
  const nothing: OfficialBuilds = async () => false;
  expect(await take("127.0.0.1:1", { official: nothing })).toMatchObject({ there: false });
  expect(await take("127.0.0.1:1", { platform: { os: "darwin", arch: "arm64" } })).toMatchObject({ there: false });
});

test("every other command comes from its release", async () => {
  const folder = temporaryFolder();
  expect(await withImages(releases, { exec, platform: linux })("crane", "0.22.1", folder, () => {})).toBe(true);
  expect(readdirSync(folder)).toEqual(["crane"]);
});
