import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { toolsDir } from "../../test/tools-dir.ts";
import type { UpdatePlace } from "./parts.ts";

const repository = "https://prometheus-community.github.io/helm-charts";

/** Whether the real chart has a newer release than the one that `init` writes; a person follows it. */
export async function* chartNews({ root }: UpdatePlace): AsyncIterable<string> {
  const helm = join(await toolsDir(["helm"]), "helm");
  const shown = execFileSync(helm, ["show", "chart", "--repo", repository, "kube-prometheus-stack"], {
    encoding: "utf8",
  });
  const { version, appVersion } = parse(shown) as { readonly version: string; readonly appVersion: string };
  const ours = /--version (\d\S*)/.exec(readFileSync(join(root, "src/init/texts/release.ts"), "utf8"))?.[1];
  yield version === ours
    ? `kube-prometheus-stack ${version} is the newest`
    : `kube-prometheus-stack ${version} (operator ${appVersion}) is there, ours is ${ours}: its operator first, see CONTRIBUTING.md, Add an operator version; then the version in src/init/texts/release.ts`;
}
