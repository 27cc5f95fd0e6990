import { execFileSync } from "node:child_process";
import { join, resolve } from "node:path";
import { loadAll } from "js-yaml";
import type { KitSource } from "../../scripts/docs/rbac/kit-objects.ts";
import { isObject, type Json, type JsonObject } from "../../src/kubernetes/manifest.ts";
import { kubernetesVersion } from "../kubernetes-schemas.ts";
import { tool } from "../tools-dir.ts";

export const repository = resolve(import.meta.dirname, "../..");
export const exampleStack = join(repository, "fixtures/prometheus-stack");
export const exampleChart = join(repository, "fixtures/charts/kube-prometheus-stack");

const output = (command: string, args: readonly string[]): string =>
  execFileSync(command, args, { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });

export const objectsInYaml = (text: string): readonly JsonObject[] =>
  // `helm show crds` puts no `---` between some files (seen with helm 3.22).
  text
    .split(/^(?=apiVersion:)/m)
    .flatMap((part) => loadAll(part) as Json[])
    .filter(isObject);

/** The example stack with a chart, rendered: all that its deploy puts into a cluster. */
export const sourcesOf = async (chart: string): Promise<readonly KitSource[]> => {
  const [helm, kubectl] = [await tool("helm"), await tool("kubectl")];
  const values = ["--values", join(exampleStack, "upstream/values.yaml"), "--kube-version", kubernetesVersion];
  const rendered = output(helm, ["template", "prometheus-stack", chart, "--namespace", "monitoring", ...values]);
  const built = (root: string): readonly JsonObject[] =>
    objectsInYaml(output(kubectl, ["kustomize", join(exampleStack, root)]));
  return [
    { layer: "crds", bodies: objectsInYaml(output(helm, ["show", "crds", chart])) },
    { layer: "base", bodies: built("base") },
    { layer: "release", bodies: (loadAll(rendered) as Json[]).filter(isObject) },
    ...["alerting", "dashboards", "servicemonitors"].map(
      (name): KitSource => ({ layer: "overlay", bodies: built(`overlays/${name}`) }),
    ),
  ];
};
