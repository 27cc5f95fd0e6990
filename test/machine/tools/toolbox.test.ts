import { appendFileSync, chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { OperatorError } from "../../../src/core/errors.ts";
import { createHttpGet } from "../../../src/machine/network/http-get.ts";
import { createExec } from "../../../src/machine/process/exec.ts";
import type { ToolLock } from "../../../src/machine/tools/tool-lock.ts";
import { createToolbox, type ToolboxOptions } from "../../../src/machine/tools/toolbox.ts";
import type { Command } from "../../../src/outside/exec.ts";
import type { ToolName } from "../../../src/outside/tools.ts";
import { temporaryFolder } from "../files/temporary-folder.ts";
import { body, closedPort, serve } from "../network/loopback-server.ts";
import {
  helmArchive,
  helmFile,
  helmScript,
  helmSums,
  helmSumsFile,
  lockFor,
  sha256,
} from "../network/release-server.ts";

const signal = new AbortController().signal;
const noneAsked = {
  helm: undefined,
  kubectl: undefined,
  kubeconform: undefined,
  promtool: undefined,
  amtool: undefined,
};
const offline = async (): Promise<ToolLock> => lockFor(`http://127.0.0.1:${await closedPort()}`);
const helmRelease = () => serve({ [helmFile]: body(helmArchive), [helmSumsFile]: body(helmSums) });

/** A machine: a PATH, a cache, and a record of what was run and said on it. */
const machine = () => {
  const dir = temporaryFolder();
  const [bin, cacheDir] = [join(dir, "bin"), join(dir, "cache")];
  mkdirSync(bin);
  const ran: Command[] = [];
  const said: string[] = [];
  const real = createExec({ scratchDir: dir, signal });
  const toolbox = (lock: ToolLock, options: Partial<ToolboxOptions> = {}) =>
    createToolbox({
      versions: noneAsked,
      mode: "auto",
      exec: (command) => {
        ran.push(command);
        return real(command);
      },
      httpGet: createHttpGet({ signal }),
      log: { info: (line) => said.push(line), debug: () => {}, stage: () => {} },
      env: { PATH: `relative:${bin}:/usr/bin:/bin`, HOME: dir },
      workspace: join(dir, "workspace"),
      cacheDir,
      signal,
      lock,
      retry: { waitsMs: [] },
      platform: { os: "linux", arch: "amd64" },
      ...options,
    });
  /** Puts a program on PATH that prints a text, whatever it is asked. */
  const install = (name: ToolName, prints: string, padding = ""): string => {
    const path = join(bin, name);
    writeFileSync(path, `#!/bin/sh\ncat <<'END'\n${prints}\nEND\nexit 0\n${padding}`);
    chmodSync(path, 0o755);
    return path;
  };
  return { dir, bin, cacheDir, ran, said, toolbox, install };
};

const failure = async (run: Promise<unknown>): Promise<OperatorError> => {
  const thrown = await run.then(
    (done) => done,
    (error: unknown) => error,
  );
  if (!(thrown instanceof OperatorError)) throw new Error(`not an operator error: ${JSON.stringify(thrown)}`);
  return thrown;
};

test("what PATH offers is taken where it fits, asked once, and named as trusted", async () => {
  const { toolbox, install, ran, said } = machine();
  const path = install("helm", "v4.2.0");
  const tools = toolbox(await offline());
  const [first, second] = await Promise.all([tools.get("helm"), tools.get("helm")]);
  expect(first).toEqual({ name: "helm", version: "4.2.0", path, source: "path", sha256: sha256(readFileSync(path)) });
  expect(second).toBe(first);
  expect(ran).toHaveLength(1);
  expect(said).toEqual([`helm 4.2.0 from PATH (trusted as it is): ${path}`]);
});

test("only the tools that are asked for are looked for, and listed by name", async () => {
  const { toolbox, install } = machine();
  install("promtool", "promtool, version 3.14.0 (branch: HEAD, revision: 123)\n  go version: go1.26");
  install("kubectl", '{"clientVersion":{"gitVersion":"v1.35.4-eks-1234"},"kustomizeVersion":"v5.7.1"}');
  install("kubeconform", "Development");
  const tools = toolbox(await offline());
  expect(tools.used()).toEqual([]);
  await Promise.all([tools.get("promtool"), tools.get("kubectl")]);
  expect(tools.used().map(({ name, version }) => `${name} ${version}`)).toEqual([
    "kubectl 1.35.4-eks-1234",
    "promtool 3.14.0",
  ]);
});

test.for([
  ["is too old", "v2.17.0", "is version 2.17.0"],
  ["is too new", "v5.0.0", "is version 5.0.0"],
  ["does not tell its version", "v4.3", "does not tell its version"],
] as const)("a helm on PATH that %s is not taken", async ([, prints, why]) => {
  const { toolbox, install } = machine();
  install("helm", prints);
  const { url } = await helmRelease();
  expect(await toolbox(lockFor(url)).get("helm")).toMatchObject({ version: "4.3.1", source: "download" });
  const { message, hint, reason } = await failure(toolbox(lockFor(url), { mode: "path" }).get("helm"));
  expect(reason).toBe("tool-missing");
  expect(message).toContain(`helm >=3.14.0 <5.0.0 is needed; `);
  expect(message).toContain(why);
  expect(hint).toContain("`tools: auto`");
});

test("an exact version that is asked for is taken from PATH only if it is that one", async () => {
  const { toolbox, install } = machine();
  const path = install("helm", "v4.3.1+g0123abc");
  const { url, requests } = await serve({});
  const asked = (helm: string) => toolbox(lockFor(url), { versions: { ...noneAsked, helm } }).get("helm");
  expect(await asked("4.3.1")).toMatchObject({ path, version: "4.3.1" });
  expect(requests).toEqual([]);
  expect((await failure(asked("4.3.0"))).message).toContain(`${url}/helm-4.3.0.sums answered 404`);
});

test("an asked version outside of the supported range is a wrong input", async () => {
  const { toolbox } = machine();
  const tools = toolbox(await offline(), { versions: { ...noneAsked, helm: "2.17.0" } });
  expect(await failure(tools.get("helm"))).toMatchObject({
    reason: "invalid-input",
    message: "Input helm-version is 2.17.0: this action works with helm >=3.14.0 <5.0.0.",
  });
});

test("`tools: path` downloads nothing and reads no cache", async () => {
  const { toolbox } = machine();
  const { url, requests } = await helmRelease();
  await toolbox(lockFor(url)).get("helm");
  requests.length = 0;
  const versions = { ...noneAsked, helm: "4.3.1" };
  const { message, hint } = await failure(toolbox(lockFor(url), { mode: "path", versions }).get("helm"));
  expect(message).toBe(
    "helm 4.3.1 is needed; PATH has no helm outside of the workspace, and with `tools: path` nothing is downloaded.",
  );
  expect(hint).toContain("`helm-version`");
  expect(requests).toEqual([]);
});

test("a download is kept: the next run takes it from the cache, without a request", async () => {
  const { toolbox, cacheDir } = machine();
  const { url, requests } = await helmRelease();
  const first = await toolbox(lockFor(url)).get("helm");
  const path = join(cacheDir, "downloaded/helm/4.3.1-linux-amd64/helm");
  expect(first).toEqual({ name: "helm", version: "4.3.1", path, source: "download", sha256: sha256(helmScript) });
  requests.length = 0;
  expect(await toolbox(lockFor(url)).get("helm")).toEqual({ ...first, source: "cache" });
  expect(requests).toEqual([]);
});

test("a cached tool that was changed is not used but downloaded again", async () => {
  const { toolbox, said } = machine();
  const { url } = await helmRelease();
  const { path } = await toolbox(lockFor(url)).get("helm");
  appendFileSync(path, "touch /tmp/evil\n");
  const again = await toolbox(lockFor(url)).get("helm");
  expect(again).toMatchObject({ path, source: "download", sha256: sha256(helmScript) });
  expect(readFileSync(path, "utf8")).toBe(helmScript);
  expect(said.join("\n")).toContain("is not what was put there");
});

test("a cached tool that was changed is refused where it cannot be downloaded again", async () => {
  const { toolbox, cacheDir } = machine();
  const { url } = await helmRelease();
  const { path } = await toolbox(lockFor(url)).get("helm");
  appendFileSync(path, "touch /tmp/evil\n");
  expect((await failure(toolbox(await offline()).get("helm"))).message).toContain("ECONNREFUSED");
  expect(readdirSync(join(cacheDir, "downloaded/helm"))).toEqual(["4.3.1-linux-amd64"]);
});

test("a cached tool must be the pinned one, whatever its own record says", async () => {
  const { toolbox } = machine();
  const { url } = await helmRelease();
  const lock = lockFor(url);
  await toolbox(lock).get("helm");
  const pin = { sha256: sha256(helmArchive), executable: sha256("the real one"), from: url };
  const pinned = { ...lock, helm: { ...lock.helm, pinned: { "4.3.1-linux-amd64": pin } } };
  expect((await failure(toolbox(pinned).get("helm"))).message).toContain("was refused: the SHA-256");
});

test("two runs at once on one cache both get the whole tool, and leave nothing else", async () => {
  const { toolbox, cacheDir } = machine();
  const { url } = await helmRelease();
  const tools = await Promise.all(Array.from({ length: 6 }, () => toolbox(lockFor(url)).get("helm")));
  expect(new Set(tools.map(({ path }) => path)).size).toBe(1);
  expect(new Set(tools.map((tool) => tool.sha256))).toEqual(new Set([sha256(helmScript)]));
  expect(readdirSync(join(cacheDir, "downloaded/helm"))).toEqual(["4.3.1-linux-amd64"]);
});

test("several runs at once repair one changed tool", async () => {
  const { toolbox, cacheDir } = machine();
  const { url } = await helmRelease();
  const { path } = await toolbox(lockFor(url)).get("helm");
  appendFileSync(path, "evil\n");
  await Promise.all(Array.from({ length: 6 }, () => toolbox(lockFor(url)).get("helm")));
  expect(readFileSync(path, "utf8")).toBe(helmScript);
  expect(readdirSync(join(cacheDir, "downloaded/helm"))).toEqual(["4.3.1-linux-amd64"]);
});

test("a cache that cannot be written is told with its folder", async () => {
  const { toolbox, dir } = machine();
  const { url } = await helmRelease();
  writeFileSync(join(dir, "file"), "");
  const { message, hint } = await failure(toolbox(lockFor(url), { cacheDir: join(dir, "file/cache") }).get("helm"));
  expect(message).toContain(join(dir, "file/cache/downloaded/helm"));
  expect(hint).toContain("RUNNER_TOOL_CACHE");
});

/** Tools are large; what is small on PATH is a version manager's stand-in. */
const large = `${"#".repeat(1023)}\n`.repeat(9 * 1024);

test("a large executable is asked and hashed once, until it changes", async () => {
  const { toolbox, install, ran } = machine();
  const lock = await offline();
  install("helm", "v4.2.0", large);
  const first = await toolbox(lock).get("helm");
  expect(await toolbox(lock).get("helm")).toEqual(first);
  expect(ran).toHaveLength(1);
  install("helm", "v4.2.1", large);
  const changed = await toolbox(lock).get("helm");
  expect(changed.version).toBe("4.2.1");
  expect(changed.sha256).not.toBe(first.sha256);
  expect(ran).toHaveLength(2);
});

test("a stand-in is asked every time: its file does not tell what it starts", async () => {
  const { toolbox, install, ran } = machine();
  const lock = await offline();
  install("helm", "v4.2.0");
  await toolbox(lock).get("helm");
  await toolbox(lock).get("helm");
  expect(ran).toHaveLength(2);
});
