import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { type Inputs, readInputs } from "../../src/inputs.ts";
import { openWorkspace } from "../../src/machine/files/open-workspace.ts";
import { loadStack } from "../../src/stack/load.ts";
import type { Stack } from "../../src/stack/stack.ts";

/** Files by path with their content; a symbolic link is `{ link: target }`. */
export type Files = Readonly<Record<string, string | Uint8Array | { readonly link: string }>>;

/** Writes a repository into a temporary folder, which goes when the test ends. */
export const repository = async (files: Files): Promise<string> => {
  const root = await mkdtemp(join(tmpdir(), "stack-"));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    const file = join(root, path);
    await mkdir(dirname(file), { recursive: true });
    if (typeof content === "object" && "link" in content) await symlink(content.link, file);
    else await writeFile(file, content);
  }
  return root;
};

/** Loads the stack of a repository with these inputs, named as in action.yml. */
export const load = async (files: Files, inputs: Readonly<Record<string, string>> = {}): Promise<Stack> =>
  loadStack(inputsOf(inputs), await openWorkspace(await repository(files)));

export const inputsOf = (given: Readonly<Record<string, string>>): Inputs => readInputs((name) => given[name] ?? "");

export const installScript = `helm repo add prometheus-community https://prometheus-community.github.io/helm-charts
helm repo update

helm install prometheus-stack prometheus-community/kube-prometheus-stack \\
    --namespace monitoring \\
    --create-namespace
`;

/** The documented tree with something in it. */
export const documented: Files = {
  "prometheus-stack/base/kustomization.yaml": "resources:\n  - namespace.yaml\n",
  "prometheus-stack/base/namespace.yaml": "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: monitoring\n",
  "prometheus-stack/overlays/alerting/kustomization.yaml": "resources:\n  - gpu.yaml\n",
  "prometheus-stack/overlays/alerting/gpu.yaml": "kind: PrometheusRule\nmetadata: {name: gpu}\n",
  "prometheus-stack/overlays/dashboards/kustomization.yaml":
    "configMapGenerator:\n  - name: gpu\n    files:\n      - gpu.json=dashboard.json\n",
  "prometheus-stack/overlays/dashboards/dashboard.json": '{"title": "GPU"}\n',
  "prometheus-stack/upstream/install.sh": installScript,
};
