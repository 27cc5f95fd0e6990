import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import { bundledEntry } from "../../scripts/bundle-sources.ts";
import { lastingJson } from "../../scripts/lasting-report.ts";
import { kubernetesSchemas, kubernetesVersion } from "../kubernetes-schemas.ts";
import { checkCommands, toolsDir } from "../tools-dir.ts";

const fixtures = resolve(import.meta.dirname, "../../fixtures");
const work = mkdtempSync(join(tmpdir(), "prometheus-stack-full-"));
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** The command on a small disk of its own at the folder that comes first. */
const onSmallDisk = (folder: string, command: readonly string[]): readonly string[] => [
  ...["unshare", "--map-root-user", "--mount", "sh", "-c"],
  'mount -t tmpfs -o size=48k none "$1" && shift && exec "$@"',
  ...["sh", folder, ...command],
];

const start = ([file = "", ...args]: readonly string[], env: NodeJS.ProcessEnv = {}) =>
  spawnSync(file, args, { cwd: work, encoding: "utf8", maxBuffer: 2 ** 28, env });

const hasNamespaces = start(onSmallDisk("/mnt", ["true"]), { PATH: "/usr/bin:/bin" }).status === 0;

test.skipIf(!hasNamespaces)(
  "where the disk of the cache is full a check says the same, and so does a line",
  async () => {
    for (const part of ["charts/kube-prometheus-stack", "prometheus-stack"])
      cpSync(join(fixtures, part), join(work, part), { recursive: true });
    const [entry, tools, schemas] = await Promise.all([
      bundledEntry("cli"),
      toolsDir(checkCommands),
      kubernetesSchemas(),
    ]);
    const cache = join(work, "cache");
    mkdirSync(cache);
    const env = { PATH: `${tools}:/usr/bin:/bin`, HOME: work, XDG_CACHE_HOME: cache };
    const options = ["--chart", "charts/kube-prometheus-stack", "--schema-locations", schemas, "--tools", "path"];
    const check = [process.execPath, entry, "check", "--format", "json", "--kubernetes-version", kubernetesVersion];
    const full = start(onSmallDisk(cache, [...check, ...options]), env);
    const plain = start([...check, "--no-cache", ...options], env);
    expect(lastingJson(full.stdout)).toBe(lastingJson(plain.stdout));
    expect(full.stdout).toContain('"conclusion": "success"');
    expect(full.stderr.match(/Nothing is kept for the next run: ENOSPC/g)).toHaveLength(1);
  },
);
