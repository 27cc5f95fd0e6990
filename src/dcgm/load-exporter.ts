import { OperatorError } from "../core/errors.ts";
import type { Inputs } from "../inputs.ts";
import { textOrEmpty } from "../kubernetes/json-fields.ts";
import type { JsonObject } from "../kubernetes/manifest.ts";
import type { Cluster } from "../outside/cluster.ts";
import type { Outside } from "../outside/outside.ts";
import { allManifests, type Render } from "../render/render.ts";
import type { Stack } from "../stack/stack.ts";
import { clusterObjects } from "./cluster-exporter.ts";
import { type DeclaredExporter, declaredExporter } from "./declared-exporter.ts";
import { factsOf, noFacts } from "./exporter-facts.ts";
import type { ExporterModel } from "./exporter-model.ts";
import { namespaceOfBody } from "./exporter-objects.ts";
import { type ExporterValues, exporterValues } from "./exporter-values.ts";
import { draExporterName, gpuOperatorRelease, gpuOperatorVersions } from "./gpu-operator.ts";
import { type InstalledExporter, installedExporter } from "./installed-exporter.ts";
import { manifestObjects } from "./manifest-exporter.ts";
import { chartRelease, chartVersions } from "./standalone-chart.ts";
import { treeCounters } from "./tree-counters.ts";
import { chartWishes, deploysDra, operatorWishes } from "./tree-wishes.ts";
import { exporterVersion } from "./version.ts";
import { type Declared, withTree } from "./with-tree.ts";

type ExporterInputs = Pick<Inputs, "exporter" | "exporterVersion" | "exporterNamespace" | "exporterRelease">;

/** Values of `exporter` beside a path. */
const exporterSources = ["gpu-operator", "dcgm-exporter", "cluster", "none"] as const;

/**
 * Where GPU metrics come from, as `exporter` declares it, less what the tree itself deploys: its manifests win for the
 * namespaces they are in. Throws OperatorError `invalid-input` where the declaration cannot be followed, and for
 * `cluster` what reading it throws.
 */
export const loadExporter = async (
  inputs: ExporterInputs,
  stack: Stack,
  render: Render,
  cluster: Pick<Cluster, "kubectl" | "server"> | null,
  outside: Pick<Outside, "workspace">,
): Promise<ExporterModel> => {
  const releaseNamespace = stack.release.namespace.value;
  const tree = allManifests(render).map(({ body }) => body);
  const values = await exporterValues(stack, outside.workspace);
  const installed = installedExporter(stack);
  const exporter = inputs.exporter ?? installed?.source ?? "gpu-operator";
  const line = installed?.source === exporter ? installed : null;
  const asked = { inputs, exporter, line, stack, values, tree, releaseNamespace, workspace: outside.workspace };
  return { ...withTree(await declared(asked, cluster), tree, releaseNamespace), values };
};

const declared = (asked: Asked, cluster: Pick<Cluster, "kubectl" | "server"> | null): Promise<Declared> | Declared => {
  switch (asked.exporter) {
    case "gpu-operator":
      return gpuOperator(asked);
    case "dcgm-exporter":
      return standaloneChart(asked);
    case "cluster":
      return inCluster(cluster, asked);
    case "none":
      return { ...nothing, source: "none", what: "no exporter declared" };
    default:
      return inManifests(asked);
  }
};

interface Asked {
  readonly inputs: ExporterInputs;
  readonly exporter: string;
  /** The line of install.sh that installs it. */
  readonly line: InstalledExporter | null;
  readonly stack: Stack;
  readonly values: ExporterValues;
  readonly tree: readonly JsonObject[];
  readonly releaseNamespace: string;
  readonly workspace: Outside["workspace"];
}

const nothing = { version: null, known: false, objects: [], namespaces: [], facts: null } as const;

const gpuOperator = async ({
  inputs,
  line,
  stack,
  values,
  tree,
  releaseNamespace,
  workspace,
}: Asked): Promise<Declared> => {
  const version = inputs.exporterVersion ?? line?.version ?? gpuOperatorVersions.default;
  const namespace = inputs.exporterNamespace ?? line?.namespace ?? "gpu-operator";
  const wishes = operatorWishes(values, tree);
  const what = `gpu-operator v${version} in ${namespace}`;
  const declares = { source: "gpu-operator", version, namespace, what } as const;
  if (wishes.enabled === false) return switchedOff(declares);
  const place = { namespace, releaseNamespace, folder: stack.path, key: "dcgm-metrics.csv" };
  const declared = declaredExporter(
    {
      namespace,
      releaseNamespace,
      wishes,
      // The name that NVIDIA's documentation gives it.
      configMap: "metrics-config",
      lists: await treeCounters(tree, place, workspace),
      release: (wishes) => gpuOperatorRelease(version, namespace, wishes),
    },
    tree,
  );
  const release = ofRelease(declares, declared, gpuOperatorVersions, line);
  return deploysDra(values, tree) ? release : { ...release, objects: release.objects.filter(isNoDraExporter) };
};

/** Its metrics and labels count all the same, and its Service is there to be named; pods are not, for certain. */
const isNoDraExporter = (body: JsonObject): boolean =>
  textOrEmpty(body, ["kind"]) !== "DaemonSet" || textOrEmpty(body, ["metadata", "name"]) !== draExporterName;

/** Another exporter may run in its place. */
const switchedOff = ({ namespace, ...release }: Declares): Declared => {
  const note = "dcgmExporter.enabled is false, so what exports GPU metrics is unknown; the input exporter can say it";
  return { ...release, known: false, objects: [], namespaces: [namespace], facts: { ...noFacts, notes: [note] } };
};

const standaloneChart = async ({
  inputs,
  line,
  stack,
  values,
  tree,
  releaseNamespace,
  workspace,
}: Asked): Promise<Declared> => {
  const asked = inputs.exporterVersion ?? line?.version ?? chartVersions.default;
  const version = exporterVersion(asked) ?? asked;
  const namespace = inputs.exporterNamespace ?? line?.namespace ?? "default";
  const release = inputs.exporterRelease ?? line?.release ?? "dcgm-exporter";
  const place = { namespace, releaseNamespace, folder: stack.path, key: "metrics" };
  const declared = declaredExporter(
    {
      namespace,
      releaseNamespace,
      wishes: chartWishes(values),
      configMap: "exporter-metrics-config-map",
      lists: await treeCounters(tree, place, workspace),
      release: (wishes) => chartRelease(version, { release, namespace }, wishes),
    },
    tree,
  );
  const what = `dcgm-exporter ${version}, release ${release} in ${namespace}`;
  return ofRelease({ source: "dcgm-exporter", version, namespace, what }, declared, chartVersions, line);
};

interface Declares extends Pick<Declared, "source" | "version" | "what"> {
  readonly namespace: string;
}

const ofRelease = (
  { namespace, ...release }: Declares,
  { objects, facts: found }: DeclaredExporter,
  versions: { readonly from: string; readonly to: string },
  line: InstalledExporter | null,
): Declared => {
  const known = objects.length > 0;
  const facts = line === null ? found : { ...found, notes: [`installed by ${line.place}`, ...found.notes] };
  const note = `there is no data for this version (only for releases from ${versions.from} to ${versions.to}), so what it brings is unknown`;
  return {
    ...release,
    known,
    objects,
    namespaces: [namespace],
    facts: known ? facts : { ...facts, notes: [note, ...facts.notes] },
  };
};

/** Namespaces that objects are in. */
const namespacesOf = (objects: readonly JsonObject[], releaseNamespace: string): readonly string[] =>
  [
    ...new Set(
      objects.filter(({ kind }) => kind !== "Namespace").map((body) => namespaceOfBody(body, releaseNamespace)),
    ),
  ].sort();

const inCluster = async (
  cluster: Pick<Cluster, "kubectl" | "server"> | null,
  { releaseNamespace }: Asked,
): Promise<Declared> => {
  if (cluster === null)
    throw new OperatorError(
      "invalid-input",
      "exporter is cluster, and there is no cluster to look into",
      "Give a kubeconfig, or say where GPU metrics come from: gpu-operator, dcgm-exporter, a path to manifests, or none.",
    );
  const objects = await clusterObjects(cluster);
  const facts = factsOf(objects, [], releaseNamespace);
  const what = facts === null ? `no dcgm-exporter runs in ${cluster.server}` : `what runs in ${cluster.server}`;
  const namespaces = namespacesOf(objects, releaseNamespace);
  return { ...nothing, source: "cluster", known: true, what, objects, namespaces, facts: facts ?? noFacts };
};

const inManifests = async ({ inputs, exporter: path, releaseNamespace, workspace }: Asked): Promise<Declared> => {
  const kind = await workspace.kind(path);
  if (kind !== "file" && kind !== "directory")
    throw new OperatorError(
      "invalid-input",
      `Input exporter is ${JSON.stringify(path)}: it must be one of ${exporterSources.join(", ")}, or the path of a file or folder with manifests inside the repository`,
      "Correct it under `with:` of the step; action.yml describes every input.",
    );
  const objects = await manifestObjects(path, inputs.exporterNamespace ?? "default", workspace);
  const namespaces = namespacesOf(objects, releaseNamespace);
  const facts = factsOf(objects, [], releaseNamespace) ?? noFacts;
  const what = `manifests of ${path} in ${namespaces.join(", ")}`;
  return { ...nothing, source: "manifests", known: true, what, objects, namespaces, facts };
};
