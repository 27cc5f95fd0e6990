import { execFileSync } from "node:child_process";
import { cpSync, existsSync, globSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { load } from "js-yaml";
import { isObject } from "../../src/kubernetes/manifest.ts";

/** The chart of a bench: a copy of it, and what to call it. */
export interface BenchChart {
  readonly path: string;
  readonly named: string;
}

/**
 * Copies the chart that is measured to `folder`: the real one where it is at hand (KPS_CHART, a folder or an archive,
 * else what helm has pulled), else the small one of the fixtures.
 */
export const copyBenchChart = (helm: string, repository: string, folder: string): BenchChart => {
  const real = process.env["KPS_CHART"] ?? pulled();
  const from = resolve(repository, real ?? "fixtures/charts/kube-prometheus-stack");
  const path = join(folder, statSync(from).isDirectory() ? "chart" : "chart.tgz");
  cpSync(from, path, { recursive: true });
  const about = load(execFileSync(helm, ["show", "chart", path], { encoding: "utf8" }));
  const [name, version] = isObject(about) ? [about["name"], about["version"]] : [];
  const kind = real === undefined ? "the small chart of the fixtures; KPS_CHART names the real one" : from;
  return { path, named: `${name} ${version} (${kind})` };
};

/** The newest one in helm's cache. */
const pulled = (): string | undefined => {
  const cache = process.env["HELM_REPOSITORY_CACHE"] ?? join(homedir(), ".cache/helm/repository");
  const archives = existsSync(cache) ? globSync(join(cache, "kube-prometheus-stack-*.tgz")) : [];
  return archives.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)[0];
};
